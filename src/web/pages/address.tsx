/** A handle such as @bookclub@lantern.example: one click selects all of it, and a narrow window breaks it before the host. */
export const Address = ({ of: address, class: look = "" }: { of: string; class?: string }) => {
	const at = address.lastIndexOf("@")
	if (at < 1)
		return (
			<span dir="ltr" class={`pick ${look}`.trim()}>
				{address}
			</span>
		)
	return (
		<span dir="ltr" class={`pick ${look}`.trim()}>
			{address.slice(0, at)}
			<wbr />
			{address.slice(at)}
		</span>
	)
}
