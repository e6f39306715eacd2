// The command line's composition root: the same library code as the window's, without Electron (CLI.md).
import { failed } from '../domain/result.ts'
import { askerOfLines, askerOfSecrets } from './cli/asking.ts'
import { runCommand } from './cli/run.ts'
import { jsonLine, oneLine } from './cli/terminal.ts'
import { createConverter } from './import/converter.ts'
import { createImporter } from './import/import-text.ts'
import { failureText } from './messages.ts'

// A reader that stops reading (`| head`) is no error of ours.
process.stdout.on('error', () => process.exit(0))

try {
  process.exitCode = await runCommand(
    {
      print: (output) => void process.stdout.write(`${jsonLine(output)}\n`),
      say: (line) => void process.stderr.write(`${oneLine(line)}\n`),
      input: process.stdin,
      askLine: askerOfLines({ input: process.stdin, output: process.stderr }),
      askSecret: askerOfSecrets({ input: process.stdin, output: process.stderr }),
      importer: createImporter(createConverter({ worker: new URL('convert-worker.js', import.meta.url), report })),
      // npm runs scripts in the project's folder and says here where the person was.
      folder: process.env.INIT_CWD || process.cwd(),
      environment: process.env,
      platform: process.platform,
    },
    process.argv.slice(2),
  )
} catch (error) {
  process.stderr.write(`${failureText(failed('program-error').failure)}\n`)
  report(error)
  process.exitCode = 1
}
// What was printed is out before the end; timers that nobody waits for any more do not hold it up.
process.stderr.write('', () => process.stdout.write('', () => process.exit()))

function report(trouble: unknown): void {
  process.stderr.write(`${trouble instanceof Error ? (trouble.stack ?? trouble.message) : String(trouble)}\n`)
}
