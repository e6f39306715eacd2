// Runs the built command line as a child process, as people and scripts do.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { builtCommandLine } from '../../../scripts/built-cli.ts'

export type Ran = {
  readonly code: number | null
  readonly out: string
  readonly said: string
  /** Standard output as the one JSON object it must be. */
  readonly json: () => Record<string, unknown>
}

/** A folder for one test file with the command line in it; `library` is a path in it that does not exist yet. */
export function inFolder() {
  const place = { folder: '', library: '' }
  beforeAll(async () => {
    place.folder = await mkdtemp(join(tmpdir(), 'aide-cli-'))
    place.library = join(place.folder, 'library')
    await mkdir(join(place.folder, 'temporary'))
    if (!existsSync(builtCommandLine)) throw new Error('the command line was not built (test/built-command-line.ts)')
  }, 60_000)
  afterAll(() => rm(place.folder, { recursive: true, force: true }))

  const run = (words: readonly string[], input: string | Uint8Array = ''): Promise<Ran> => {
    const child = spawn(process.execPath, [builtCommandLine, ...words], {
      cwd: place.folder,
      env: {
        ...process.env,
        INIT_CWD: place.folder,
        // Everything of the user's that a program may write to lies in the one folder.
        HOME: join(place.folder, 'home'),
        TMPDIR: join(place.folder, 'temporary'),
        XDG_CONFIG_HOME: join(place.folder, 'config'),
        NODE_OPTIONS: '',
      },
    })
    let out = ''
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      out += piece
    })
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      said += piece
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    return new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code) => resolve({ code, out, said, json: () => JSON.parse(out) as Record<string, unknown> }))
    })
  }
  return {
    place,
    run,
    inLibrary: (words: readonly string[], input?: string) => run(['--library', place.library, ...words], input),
  }
}
