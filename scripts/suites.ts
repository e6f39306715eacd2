// The suites of `npm test` in the order in which they run: what is quick and often wrong first.

export const suiteNames = ['format', 'lint', 'types', 'units', 'build', 'e2e'] as const
export type SuiteName = (typeof suiteNames)[number]

/** Reads `--only a,b` (or several `--only`). Without it: all. A string: what is wrong with the arguments. */
export function chooseSuites(args: readonly string[]): readonly SuiteName[] | string {
  const usage = `npm test -- [--only ${suiteNames.join('|')}[,…]]`
  const names: string[] = []
  for (let index = 0; index < args.length; index += 1) {
    const match = /^--only(?:=(.*))?$/.exec(args[index] ?? '')
    if (match === null) return `Unknown argument "${args[index]}". ${usage}`
    if (match[1] === undefined) index += 1
    names.push(...(match[1] ?? args[index] ?? '').split(','))
  }
  if (args.length === 0) return suiteNames
  const unknown = names.find((name) => !suiteNames.some((suite) => suite === name))
  if (unknown !== undefined) return `Unknown suite "${unknown}". ${usage}`
  return suiteNames.filter((suite) => names.includes(suite))
}
