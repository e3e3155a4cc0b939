import { accounts } from "./de/accounts.ts"
import { admin } from "./de/admin.ts"
import { appeals } from "./de/appeals.ts"
import { borders } from "./de/borders.ts"
import { bounds } from "./de/bounds.ts"
import { browsing } from "./de/browsing.ts"
import { desk } from "./de/desk.ts"
import { deskPeople } from "./de/desk-people.ts"
import { elsewhere } from "./de/elsewhere.ts"
import { floods } from "./de/floods.ts"
import { foot } from "./de/foot.ts"
import { group } from "./de/group.ts"
import { joining } from "./de/joining.ts"
import { keepingGroups } from "./de/keeping-groups.ts"
import { keepingOut } from "./de/keeping-out.ts"
import { leaving } from "./de/leaving.ts"
import { letters } from "./de/letters.ts"
import { media } from "./de/media.ts"
import { modmail } from "./de/modmail.ts"
import { naming } from "./de/naming.ts"
import { news } from "./de/news.ts"
import { operating } from "./de/operating.ts"
import { pauses } from "./de/pauses.ts"
import { policy } from "./de/policy.ts"
import { reading } from "./de/reading.ts"
import { reasons } from "./de/reasons.ts"
import { settings } from "./de/settings.ts"
import { setup } from "./de/setup.ts"
import { speaking } from "./de/speaking.ts"
import { status } from "./de/status.ts"
import { thread } from "./de/thread.ts"
import { time } from "./de/time.ts"
import { visiting } from "./de/visiting.ts"
import { voices } from "./de/voices.ts"
import { welcome } from "./de/welcome.ts"

/** German. */
export const de: Readonly<Record<string, string>> = {
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
