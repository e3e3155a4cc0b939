import type { BannedMedia } from "../../../../../db/borders/banned-media.ts"
import { Say, t } from "../../../language.tsx"
import { Field } from "../../field.tsx"
import { Press } from "../../settings/frame.tsx"
import { When } from "../../when.tsx"
import { AdminFrame, type AdminFrameProps } from "../frame.tsx"
import { Why } from "../why.tsx"
import { toServers } from "./reach.tsx"

export type PicturesPageProps = AdminFrameProps & { bans: BannedMedia[]; typed: Record<string, string> }

const Ban = ({ ban, now }: { ban: BannedMedia; now: Date }) => (
	<li>
		<p class="link">{ban.sha256 ?? BigInt(`0b${ban.phash}`).toString(16).padStart(16, "0")}</p>
		<p class="quiet">
			<Say text="Since {{when}}" when={<When at={ban.createdAt} now={now} />} />
			{" · "}
			{ban.phash ? t("also what looks like it") : t("this very file")}
		</p>
		{ban.note && (
			<p class="why" dir="auto">
				{ban.note}
			</p>
		)}
		<div class="choice">
			<Press
				action="/admin/servers/pictures"
				label={t("Let it come again")}
				named={{ lift: ban.id }}
				second
			/>
		</div>
	</li>
)

/** Pictures that are never taken, and of which no copy stays. */
export const PicturesPage = ({ bans, typed, ...frame }: PicturesPageProps) => (
	<AdminFrame
		{...frame}
		back={toServers()}
		title={t("Pictures that are never taken")}
		lede={t(
			"Every copy here is let go of at once, and none is taken again, from nobody and from nowhere. Of the picture itself nothing is kept.",
		)}
	>
		<form method="post" action="/admin/servers/pictures" enctype="multipart/form-data" novalidate>
			<Field
				name="address"
				label={t("Where is the picture?")}
				hint={t("Its address here, or on another server if a copy of it is here.")}
				value={typed.address ?? ""}
				autocomplete="off"
				exact
				optional
			/>
			<div class="field">
				<label for="picture">{t("Or the picture itself")}</label>
				<p class="hint" id="picture-hint">
					{t("It is looked at, and thrown away.")}
				</p>
				<input id="picture" name="picture" type="file" aria-describedby="picture-hint" />
			</div>
			<Field
				name="list"
				label={t("Or a list")}
				hint={t("SHA-256 sums with 64 digits, or what pictures look like (pHash) with 16.")}
				value={typed.list ?? ""}
				autocomplete="off"
				lines={4}
				optional
			/>
			<Why name="note" value={typed.note} />
			<button class="button" type="submit">
				{t("Never take it")}
			</button>
		</form>
		{bans.length > 0 && (
			<section class="section" aria-labelledby="bans">
				<h2 id="bans">{t("What is never taken")}</h2>
				<ul class="slips small">
					{bans.map((ban) => (
						<Ban ban={ban} now={frame.now} />
					))}
				</ul>
			</section>
		)}
	</AdminFrame>
)
