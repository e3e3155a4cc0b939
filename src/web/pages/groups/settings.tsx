import { Say, t } from "../../language.tsx"
import { Address } from "../address.tsx"
import { type Door, Doors } from "../around.tsx"
import { GroupFrame, type GroupSetting } from "./frame.tsx"

export type GroupSettingsPageProps = GroupSetting & {
	/** Whoever asks is an owner: the doors of owners are open, too. */
	owns: boolean
	/** It was opened a moment ago. */
	fresh: boolean
}

const doorsOf = ({ group, owns }: GroupSettingsPageProps): Door[] => {
	const at = `/@${group.handle}/settings`
	const everybodys: Door[] = [[`${at}/name`, t("Name and colour"), t("What stands on its door.")]]
	const owners: Door[] = [
		[
			`${at}/words`,
			t("Rules and words of welcome"),
			t("How you talk here, and what a newcomer reads first."),
		],
		[`${at}/ways`, t("Coming in and speaking"), t("Who is a member, who may write, in which language.")],
	]
	const people: Door = [
		`${at}/people`,
		t("Who looks after it"),
		t("Moderators and owners: who becomes one, and who no longer is."),
	]
	const moving: Door = [
		`${at}/moving`,
		t("Moving house"),
		t("Bring a group here, or take this one to another server."),
	]
	const closing: Door = [`${at}/close`, t("Close the group for good"), t("When it has had its time.")]
	const rules: Door = [
		`${at}/policy`,
		t("Rules for a machine"),
		t("What waits and what is turned away by itself: newcomers, links, the pace, the nights."),
	]
	const desk: Door = [
		`/@${group.handle}/desk`,
		t("The desk"),
		t("Requests, reports, what waits, and the words and servers you keep out."),
	]
	return [...everybodys, ...(owns ? owners : []), people, rules, desk, ...(owns ? [moving, closing] : [])]
}

const Opened = ({ group }: GroupSettingsPageProps) => (
	<section class="panel" aria-labelledby="opened">
		<h2 id="opened">{t("The door is open.")}</h2>
		<p>
			<Say
				text="{{group}} can be found and followed now, as {{address}}."
				group={<bdi>{group.name}</bdi>}
				address={<Address class="name" of={`@${group.handle}@${group.host}`} />}
			/>
		</p>
		<p>{t("Write down how you want to talk to each other, before you need it.")}</p>
		<a class="button" href={`/@${group.handle}`}>
			{t("See its page")}
		</a>
	</section>
)

/** All there is to set about a group, each a door. */
export const GroupSettingsPage = (props: GroupSettingsPageProps) => (
	<GroupFrame {...props} title={t("Settings of the group")} up={false}>
		{props.fresh && <Opened {...props} />}
		<Doors doors={doorsOf(props)} />
	</GroupFrame>
)
