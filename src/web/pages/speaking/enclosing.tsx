import { limits } from "../../../limits.ts"
import { t } from "../../language.tsx"
import type { ComposeView, PickedView, Typed } from "./views.ts"

const taken =
	"image/jpeg,image/png,image/webp,image/avif,image/gif,video/mp4,video/webm,audio/mpeg,audio/ogg,audio/mp4,audio/flac,audio/wav"

const focuses = (): [string, string][] => [
	["middle", t("in the middle")],
	["top", t("at the top")],
	["bottom", t("at the bottom")],
	["left", t("on the left")],
	["right", t("on the right")],
]

const Focus = ({ n, picked }: { n: number; picked: PickedView }) => (
	<div class="field">
		<label for={`focus_${n}`}>{t("What matters on it is")}</label>
		<select id={`focus_${n}`} name={`focus_${n}`}>
			{focuses().map(([focus, name]) => (
				<option value={focus} selected={focus === picked.focus}>
					{name}
				</option>
			))}
		</select>
	</div>
)

const Picked = ({ n, picked, asked }: { n: number; picked: PickedView; asked: boolean }) => (
	<li>
		{picked.picture ? (
			<img src={picked.src} alt="" width={picked.width} height={picked.height} />
		) : (
			// biome-ignore lint/a11y/useMediaCaption: nobody has written any for what was brought a moment ago
			<video src={picked.src} controls preload="metadata" aria-label={t("What you brought")} />
		)}
		<div>
			<input type="hidden" name={`picture_${n}`} value={picked.id} />
			<div class="field">
				<label for={`alt_${n}`}>
					{picked.picture ? t("What is on it?") : t("What does one see or hear?")}
				</label>
				<textarea
					id={`alt_${n}`}
					name={`alt_${n}`}
					rows={3}
					maxlength={limits.altText}
					dir="auto"
					aria-invalid={asked && !picked.alt ? "true" : undefined}
					autofocus={asked && !picked.alt}
				>
					{picked.alt}
				</textarea>
			</div>
			{picked.picture && <Focus n={n} picked={picked} />}
			<label class="check">
				<input type="checkbox" name={`drop_${n}`} value="yes" />
				<span>{t("Leave it out")}</span>
			</label>
		</div>
	</li>
)

/** The pictures that go with what somebody writes: those that are there, each with its description, and room for more. */
export const Enclosing = ({
	compose: { pictures, undescribed, typed },
}: {
	compose: Pick<ComposeView, "pictures" | "undescribed"> & { typed: Pick<Typed, "undescribed"> }
}) => (
	<details class="fold pictures" open={pictures.length > 0}>
		<summary>{t("Pictures, a video or a recording")}</summary>
		{pictures.length > 0 && (
			<ol class="picked">
				{pictures.map((picked, n) => (
					<Picked n={n} picked={picked} asked={undescribed === true} />
				))}
			</ol>
		)}
		{(undescribed || typed.undescribed) && (
			<label class="check">
				<input type="checkbox" name="undescribed" value="yes" checked={typed.undescribed} />
				<span>{t("Send it without a description all the same")}</span>
			</label>
		)}
		{pictures.length < limits.pictures && (
			<div class="field">
				<label for="files">{pictures.length === 0 ? t("Add some") : t("Add more")}</label>
				<p class="hint" id="files-hint">
					{t(
						"Four at most; a short video or a recording is welcome, too. Where and with what a picture was taken is left out of it.",
					)}
				</p>
				<input id="files" name="files" type="file" multiple accept={taken} aria-describedby="files-hint" />
			</div>
		)}
		{pictures.length === 0 && (
			<div class="field">
				<label for="alt_new">{t("What is on it?")}</label>
				<p class="hint" id="alt_new-hint">
					{t("A sentence for those who cannot see it. With several, you are asked for each of them next.")}
				</p>
				<input
					id="alt_new"
					name="alt_new"
					type="text"
					maxlength={limits.altText}
					dir="auto"
					autocomplete="off"
					aria-describedby="alt_new-hint"
				/>
			</div>
		)}
	</details>
)
