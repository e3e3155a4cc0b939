import { accounts } from "./ar/accounts.ts"
import { admin } from "./ar/admin.ts"
import { appeals } from "./ar/appeals.ts"
import { borders } from "./ar/borders.ts"
import { bounds } from "./ar/bounds.ts"
import { browsing } from "./ar/browsing.ts"
import { desk } from "./ar/desk.ts"
import { deskPeople } from "./ar/desk-people.ts"
import { elsewhere } from "./ar/elsewhere.ts"
import { floods } from "./ar/floods.ts"
import { foot } from "./ar/foot.ts"
import { group } from "./ar/group.ts"
import { joining } from "./ar/joining.ts"
import { keepingGroups } from "./ar/keeping-groups.ts"
import { keepingOut } from "./ar/keeping-out.ts"
import { leaving } from "./ar/leaving.ts"
import { letters } from "./ar/letters.ts"
import { media } from "./ar/media.ts"
import { modmail } from "./ar/modmail.ts"
import { naming } from "./ar/naming.ts"
import { news } from "./ar/news.ts"
import { operating } from "./ar/operating.ts"
import { pauses } from "./ar/pauses.ts"
import { policy } from "./ar/policy.ts"
import { reading } from "./ar/reading.ts"
import { reasons } from "./ar/reasons.ts"
import { settings } from "./ar/settings.ts"
import { setup } from "./ar/setup.ts"
import { speaking } from "./ar/speaking.ts"
import { status } from "./ar/status.ts"
import { thread } from "./ar/thread.ts"
import { time } from "./ar/time.ts"
import { visiting } from "./ar/visiting.ts"
import { voices } from "./ar/voices.ts"
import { welcome } from "./ar/welcome.ts"

/** Arabic. */
export const ar: Readonly<Record<string, string>> = {
	...accounts,
	...foot,
	...floods,
	...time,
	...welcome,
	...settings,
	...setup,
	...group,
	...thread,
	...status,
	...desk,
	...keepingGroups,
	...joining,
	...visiting,
	...keepingOut,
	...borders,
	...bounds,
	...reasons,
	...pauses,
	...appeals,
	...deskPeople,
	...speaking,
	...reading,
	...browsing,
	...elsewhere,
	...letters,
	...naming,
	...news,
	...leaving,
	...admin,
	...operating,
	...media,
	...modmail,
	...voices,
	...policy,
}
