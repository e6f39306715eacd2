import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { addBriefing, expectSuccess, failureCode, noteInput, openFor, temporaryFolder } from './support.ts'

const writer = join(import.meta.dirname, 'writer.ts')

/** Starts the writer on a library and gives its lines of JSON one by one. */
function startWriter(folder: string, mode: string): { child: ChildProcess; lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, [writer, folder, mode], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
}
const nextLine = async (lines: AsyncIterator<string>) => JSON.parse((await lines.next()).value)
const kill = async (child: ChildProcess) => {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

describe('a process that is killed', () => {
  it('loses no note that was acknowledged, however often', async () => {
    const folder = await temporaryFolder()
    const acknowledged: string[] = []
    let id = ''
    for (let round = 0; round < 15; round += 1) {
      const { child, lines } = startWriter(folder, 'write')
      expect(await nextLine(lines)).toEqual({ state: 'writes', values: {} })
      // Another number of notes each time, so that it dies at another place.
      for (let count = 0; count < 3 + round; count += 1) {
        const line = await nextLine(lines)
        acknowledged.push(line.noteId)
        id = line.id
      }
      child.kill('SIGKILL')
      for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
        if (line.value.endsWith('}')) acknowledged.push(JSON.parse(line.value).noteId)
      }
      await kill(child)
    }
    const library = await openFor(folder)
    const found = expectSuccess(await library.open(id))
    expect(found.warning).toBeNull()
    const ids = new Set(found.notes.map(({ noteId }) => noteId))
    expect(acknowledged.filter((noteId) => !ids.has(noteId))).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(100)
    expect((await library.verify()).problems).toEqual([])
  }, 60_000)
})

describe('two processes on one library', () => {
  it('are one that writes and one that reads and says who holds it, until the first is gone', async () => {
    const folder = await temporaryFolder()
    const first = await openFor(folder)
    const id = await addBriefing(first)
    await first.close()
    const { child, lines } = startWriter(folder, 'hold')
    expect(await nextLine(lines)).toEqual({ state: 'writes', values: {} })

    const second = await openFor(folder)
    expect(second.state().readOnly).toMatchObject({
      code: 'library-locked',
      values: { host: 'office', pid: child.pid },
    })
    expect(expectSuccess(await second.open(id)).briefing.id).toBe(id)
    expect(failureCode(await second.addNote(id, noteInput()))).toBe('library-locked')
    expect(failureCode(await second.takeOver())).toBe('library-locked')

    await kill(child)
    expect(expectSuccess(await second.takeOver()).readOnly).toBeNull()
    expectSuccess(await second.addNote(id, noteInput()))
  })

  it('started after the first was killed simply owns it', async () => {
    const folder = await temporaryFolder()
    const { child, lines } = startWriter(folder, 'hold')
    await nextLine(lines)
    await kill(child)
    expect((await openFor(folder)).state().readOnly).toBeNull()
  })
})

/** Runs commands in namespaces of their own, where mounting is allowed; null where the machine does not let us. */
function mountRefusal(): string | null {
  const tried = spawnSync('unshare', ['-Urm', 'sh', '-c', 'mount -t tmpfs -o size=64k none /mnt'], { encoding: 'utf8' })
  if (tried.status === 0) return null
  return tried.error?.message ?? tried.stderr.trim()
}
const refusal = process.platform === 'linux' ? mountRefusal() : 'only Linux has mount namespaces'
if (refusal !== null) console.warn(`skipped: tests on a full and a read-only disk (${hostname()}: ${refusal})`)

const inMount = (script: string, ...values: string[]): readonly Record<string, unknown>[] =>
  execFileSync('unshare', ['-Urm', 'sh', '-ec', script, 'sh', ...values], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe.skipIf(refusal !== null)('a real disk', () => {
  it('that is full refuses with one failure and keeps everything stored', async () => {
    const folder = join(await temporaryFolder(), 'mount')
    await mkdir(folder)
    const script = 'mount -t tmpfs -o size=256k none "$1"; exec "$2" "$3" "$1/library" fill'
    const [state, end, after] = inMount(script, folder, process.execPath, writer)
    expect(state).toMatchObject({ state: 'writes' })
    expect(end).toMatchObject({ failure: 'disk-full' })
    expect(end?.stored).toBeGreaterThan(3)
    expect(after).toEqual({ readable: end?.stored, problems: [] })
  })

  it('that is read-only opens the library to read and says so', async () => {
    const folder = await temporaryFolder()
    const library = await openFor(folder)
    await addBriefing(library)
    await library.close()
    const script = 'mount --bind "$1" "$1"; mount -o remount,bind,ro "$1"; exec "$2" "$3" "$1" fill'
    const [state, end] = inMount(script, folder, process.execPath, writer)
    expect(state).toMatchObject({ state: 'disk-read-only' })
    expect(end).toEqual({ stored: 0, failure: 'disk-read-only' })
  })
})
