// Entry of the bench's process: `--json` prints the whole report as JSON, `--window` also opens the app.
import { runBench } from './bench.ts'
import { printedReport } from './report.ts'

const args = new Set(process.argv.slice(2))
const report = await runBench(args.has('--window'), (line) => console.error(line))
console.log(args.has('--json') ? JSON.stringify(report, null, 2) : printedReport(report))
process.exitCode = report.targets.every(({ ok }) => ok) ? 0 : 1
