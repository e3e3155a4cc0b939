import { Flower } from "../icons.tsx"
import { t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"
import { passkeyScript } from "../passkey-script.ts"
import { Field } from "./field.tsx"

type Shown = { server: ServerView; wrong?: string }

const Wrong = ({ wrong }: { wrong?: string | undefined }) =>
	wrong ? (
		<p class="alarm" role="alert">
			{t(wrong)}
		</p>
	) : null

/** Asks for a link that comes by letter. */
export const AskForLinkPage = ({ server, wrong, email }: Shown & { email: string }) => (
	<Layout title={t("A link by e-mail")} server={server}>
		<h1>{t("A link by e-mail")}</h1>
		<p class="lede">{t("We send you a link; open it and you are in. No password is needed.")}</p>
		<Wrong wrong={wrong} />
		<form method="post" action="/login/link" novalidate>
			<Field name="email" label={t("Your e-mail address")} value={email} type="email" autocomplete="email" />
			<button class="button" type="submit">
				{t("Send me a link")}
			</button>
		</form>
		<Flower />
	</Layout>
)

/** Behind a link from a letter: a button, since scanners open links before people do. */
export const LinkPage = ({ server, token }: Shown & { token: string }) => (
	<Layout title={t("Sign in")} server={server}>
		<h1>{t("Welcome back")}</h1>
		<p class="lede">
			{t("One press, and you are signed in. Only do it if you asked for this link yourself.")}
		</p>
		<form method="post" action={`/login/link/${token}`}>
			<button class="button" type="submit">
				{t("Sign in")}
			</button>
		</form>
		<Flower />
	</Layout>
)

export const CodePage = ({ server, wrong, name, next }: Shown & { name: string; next: string }) => (
	<Layout title={t("A recovery code")} server={server}>
		<h1>{t("A recovery code")}</h1>
		<p class="lede">
			{t("One of the ten codes you wrote down once. Each of them opens your account one time.")}
		</p>
		<Wrong wrong={wrong} />
		<form method="post" action="/login/code" novalidate>
			<input type="hidden" name="next" value={next} />
			<Field
				name="name"
				label={t("Your name here, or your e-mail address")}
				value={name}
				autocomplete="username"
				exact
			/>
			<Field name="code" label={t("The code")} autocomplete="off" exact />
			<button class="button" type="submit">
				{t("Sign in")}
			</button>
		</form>
		<Flower />
	</Layout>
)

/** The form a passkey answers through. Without script there is no passkey, and the page says so. */
export const PasskeyForm = (props: {
	action: string
	/** What the browser is asked for, and whether it makes a passkey or uses one. */
	options: string | null
	make?: boolean
	label: string
	next?: string
}) => (
	<>
		<noscript>
			<p class="alarm">
				{t("Passkeys need JavaScript, which is switched off here. Other ways work without it.")}
			</p>
		</noscript>
		<form
			method="post"
			action={props.action}
			data-passkey={props.make ? "make" : "use"}
			data-options={props.options}
		>
			{props.next && <input type="hidden" name="next" value={props.next} />}
			<input type="hidden" name="answer" value="" />
			{props.make && (
				<Field
					name="name"
					label={t("What do you call it?")}
					hint={t("So that you know it again: “my phone”, “the blue key”.")}
					autocomplete="off"
					optional
				/>
			)}
			<p class="alarm" role="alert" hidden>
				{t("That did not work. Your browser or your passkey did not answer. Please try again.")}
			</p>
			<button class="button" type="submit">
				{props.label}
			</button>
		</form>
		{props.options && <script src={passkeyScript.path} defer></script>}
	</>
)

export const PasskeyPage = ({
	server,
	wrong,
	options,
	next,
}: Shown & { options: string | null; next: string }) => (
	<Layout title={t("Sign in with a passkey")} server={server}>
		<h1>{t("Sign in with a passkey")}</h1>
		<p class="lede">{t("Your phone, your computer or a key you carry shows that it is you.")}</p>
		<Wrong wrong={wrong} />
		<PasskeyForm action="/login/passkey" options={options} label={t("Use my passkey")} next={next} />
		<p class="section">
			<a class="plain" href="/login">
				{t("Another way in")}
			</a>
		</p>
		<Flower />
	</Layout>
)
