// Counting over all suites of `npm test`. A suite that ends without a report counts as failed, so that nothing is green by silence.

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }
export type SuiteResult = { readonly name: string; readonly counts: Counts; readonly remark?: string }

/** The part of Vitest's JSON report that is counted. */
export type VitestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName?: string
      readonly meta?: { readonly figures?: Readonly<Record<string, number>> }
    }[]
  }[]
}

/** One check that passed or failed as a whole, by its exit code. */
export function oneCheck(exitCode: number): Counts {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/**
 * Counts of a Vitest run. A file that failed outside of any test (it did not load, a hook threw) counts as one failure, and so does
 * a run that ended with an error without a failed test, that found no test at all, or that left no report (null).
 */
export function countTests(report: VitestReport | null, exitCode: number): Counts {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 }
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  const silent = failed === 0 && (exitCode !== 0 || report.numPassedTests === 0)
  return {
    passed: report.numPassedTests,
    failed: silent ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** The sum over suites. */
export function addUp(results: readonly SuiteResult[]): Counts {
  const sum = (count: keyof Counts) => results.reduce((total, { counts }) => total + counts[count], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

/** The last line of `npm test`: `N passed, N failed`, with `, N skipped` when there are any. */
export function lastLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** One line per suite, in columns. */
export function resultTable(results: readonly SuiteResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length))
  const line = ({ name, counts, remark }: SuiteResult) =>
    `  ${name.padEnd(width)}  ${counts.failed > 0 ? 'FAILED' : 'ok    '}  ${lastLine(counts)}${remark === undefined ? '' : `  (${remark})`}`
  return results.map(line).join('\n')
}

type Report = {
  readonly testResults?: readonly {
    readonly assertionResults?: readonly { readonly status?: string; readonly fullName?: string }[]
  }[]
}

/** The titles of the tests a Vitest report calls skipped: each says why. In: the parsed report, or null where there is none. */
export function skippedTitles(report: unknown): readonly string[] {
  const results = (report as Report | null)?.testResults ?? []
  return results
    .flatMap(({ assertionResults = [] }) => assertionResults)
    .filter(({ status }) => status === 'skipped' || status === 'pending')
    .map(({ fullName = '' }) => fullName)
}

/** One line for each test that told in figures what it did: its title, then the figures. */
export function figuresOf(report: VitestReport | null): readonly string[] {
  const results = (report?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults)
  return results.flatMap(({ fullName = '', meta }) => {
    const figures = Object.entries(meta?.figures ?? {})
    if (figures.length === 0) return []
    return [`${fullName}: ${figures.map(([name, count]) => `${count} ${name}`).join(', ')}`]
  })
}
