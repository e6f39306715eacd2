import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { repeatable } from '../../bench/synthetic-briefings.ts'
import { canary } from '../../torture/deeds.ts'
import { scale, tellFigures } from '../../torture/figures.ts'
import { filesWith } from '../../torture/files-with.ts'
import { acknowledged, allowedBy, lostIn, type Telling } from '../../torture/ledger.ts'
import { type Variant, variants } from '../../torture/variants.ts'
import { addBriefing, expectSuccess, failureCode, noteInput, openFor, temporaryFolder } from './support.ts'

const writer = join(import.meta.dirname, 'writer.ts')

/** Starts the writer on a library and gives its lines of JSON one by one. */
function startWriter(
  folder: string,
  mode: string,
  variant = 'plain',
): { child: ChildProcess; lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, [writer, folder, mode, variant], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
}
const nextLine = async (lines: AsyncIterator<string>) => JSON.parse((await lines.next()).value)
const kill = async (child: ChildProcess) => {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** Rounds on one library: it grows, and the next begins with a small one. */
const killsOfOne = 20
/** Milliseconds within which a process is killed, from its start (while it opens) or from its first deed. */
const withinOpening = 600
const withinWork = 120

/** Starts a writer, kills it at some moment, and gives what it told until then. */
async function killed(folder: string, variant: Variant, random: () => number): Promise<readonly Telling[]> {
  const { child, lines } = startWriter(folder, 'write', variant.name)
  const told: string[] = []
  if (random() < 0.2) setTimeout(() => child.kill('SIGKILL'), random() * withinOpening)
  for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
    if (told.length === 0) setTimeout(() => child.kill('SIGKILL'), random() * withinWork)
    // The last line may be cut off.
    if (line.value.endsWith('}')) told.push(line.value)
  }
  await kill(child)
  expect(child.signalCode).toBe('SIGKILL')
  const [state, ...deeds] = told.map((line) => JSON.parse(line))
  if (state !== undefined) expect(state).toEqual({ state: 'writes', values: {} })
  return deeds
}

describe('a process that is killed', () => {
  it.for(variants)(
    'loses nothing of a $name library that was acknowledged, however often',
    { timeout: 2_400_000 },
    async (variant, context) => {
      const random = repeatable(7)
      const figures = { kills: 0, 'acknowledged writes': 0, lost: 0 }
      while (figures.kills < scale.kills) {
        const folder = await temporaryFolder()
        const tellings: Telling[] = []
        for (let round = 0; round < killsOfOne && figures.kills < scale.kills; round += 1) {
          tellings.push(...(await killed(folder, variant, random)))
          figures.kills += 1
        }
        figures['acknowledged writes'] += acknowledged(tellings)
        const library = await openFor(folder, variant.options)
        const lost = await lostIn(library, allowedBy(tellings))
        figures.lost += lost.length
        tellFigures(context, figures)
        expect(lost).toEqual([])
        expect((await library.verify()).problems.filter(({ problem }) => problem !== 'verify.catalogue')).toEqual([])
        await library.close()
        if (variant.name === 'sealed') expect(await filesWith(canary, folder)).toEqual([])
        await rm(folder, { recursive: true })
      }
      expect(figures['acknowledged writes']).toBeGreaterThan(scale.kills)
    },
  )
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

  it('started at the same moment are one that writes and others that read', async (context) => {
    const figures = { races: 0, processes: 0, 'with two writers': 0 }
    for (; figures.races < scale.races; figures.races += 1) {
      const folder = await temporaryFolder()
      // Half of the times there is the lock of a dead process to be taken over.
      if (figures.races % 2 === 0) {
        const { child, lines } = startWriter(folder, 'hold')
        await nextLine(lines)
        await kill(child)
      }
      const started = Array.from({ length: 4 }, () => startWriter(folder, 'hold'))
      const states = await Promise.all(started.map(async ({ lines }) => (await nextLine(lines)).state))
      await Promise.all(started.map(({ child }) => kill(child)))
      expect(states.toSorted()).toEqual(['library-locked', 'library-locked', 'library-locked', 'writes'])
      figures.processes += started.length
    }
    tellFigures(context, figures)
  }, 600_000)

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
  it.each(['64k', '256k'])('of %s that is full refuses with one failure and keeps everything stored', async (size) => {
    const folder = join(await temporaryFolder(), 'mount')
    await mkdir(folder)
    const script = `mount -t tmpfs -o size=${size} none "$1"; exec "$2" "$3" "$1/library" fill`
    const [state, end, after] = inMount(script, folder, process.execPath, writer)
    expect(state).toMatchObject({ state: 'writes' })
    expect(end).toMatchObject({ failure: 'disk-full' })
    expect(end?.stored).toBeGreaterThan(3)
    expect(after).toEqual({ readable: end?.stored, problems: [] })
  })

  it('that becomes read-only under an open library refuses, and is written again once it lets us', async () => {
    const folder = await temporaryFolder()
    const script = 'mount --bind "$1" "$1"; exec "$2" "$3" "$1" remount'
    const [state, refused, stored, after] = inMount(script, folder, process.execPath, writer)
    expect(state).toMatchObject({ state: 'writes' })
    expect(refused).toEqual({ how: 'ro', note: 'disk-read-only' })
    expect(stored).toEqual({ how: 'rw', note: 'stored' })
    expect(after).toEqual({ readable: 1, problems: [] })
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
