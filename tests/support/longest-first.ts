import { BaseSequencer, type TestSpecification } from "vitest/node"

/**
 * Begins with the named files. Vitest itself goes by size where it has not seen them run, and keeps a short file that takes
 * long for the end, where all but one worker have nothing left to do.
 */
export const longestFirst = (names: string[]) =>
	class LongestFirst extends BaseSequencer {
		override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
			const isLong = ({ moduleId }: TestSpecification) =>
				names.some((name) => moduleId.includes(`/tests/${name}.test.ts`))
			const rest = files.filter((file) => !isLong(file))
			return [...(await super.sort(files.filter(isLong))), ...(await super.sort(rest))]
		}
	}
