// What a page that somebody took over could send to main: random and mutated calls of the whole contract on a real library. None may
// throw, reach beyond the library, change it without being right, or make a briefing go.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { contract } from '../../../domain/contract.ts'
import { failed, success } from '../../../domain/result.ts'
import { normalise } from '../../../domain/text/normalise.ts'
import { createHandlers } from '../../../main/contract/handlers.ts'
import { answer, type RegisterOptions } from '../../../main/contract/register.ts'
import { createManyImport } from '../../../main/import/import-many.ts'
import { createNodeFileSystem, type FileSystem } from '../../../main/library/file-system.ts'
import type { Library } from '../../../main/library/library.ts'
import { conversionProgress } from '../../../main/locking/conversion.ts'
import { createGate } from '../../../main/locking/gate.ts'
import { createLocker } from '../../../main/locking/locker.ts'
import { createTries } from '../../../main/locking/tries.ts'
import { openSettings } from '../../../main/settings-store.ts'
import { readText } from '../../engine.ts'
import { scale } from '../../torture/figures.ts'
import { sourceImporter } from '../import/support.ts'
import { expectSuccess, openFor, temporaryFolder } from '../library/support.ts'
import { createFuzzer, type FuzzedCall, type Known, ourContents, type Random } from './fuzz-calls.ts'
import { noBackups } from './no-backups.ts'

const total = scale.calls
const batch = 250
const seed = 20_260_505
const text = 'ORMEN, 4 May 2025 — The ministers met.\n\nThey agreed to meet again in June.'

/** What holds a person's work; the session, the catalogue and the lock are written by themselves. */
const record = /^(entries|notes)\/|^library\./

/** Calls that may write records when they are right. */
const writing = new Set(
  Object.keys(contract).filter((name) =>
    /^briefing\.(?!open|previous$)|^note\.|^notes\.import|^import\.(start|files)/.test(name),
  ),
)

/** The node file system, telling which names under `folder` are changed. */
function watched(tell: (path: string) => void): FileSystem {
  const real = createNodeFileSystem()
  return {
    ...real,
    open: (path, flags, mode) => {
      if (flags !== 'r') tell(path)
      return real.open(path, flags, mode)
    },
    rename: (from, to) => {
      tell(from)
      tell(to)
      return real.rename(from, to)
    },
    link: (existing, path) => {
      tell(path)
      return real.link(existing, path)
    },
    unlink: (path) => {
      tell(path)
      return real.unlink(path)
    },
    mkdir: (path, mode) => {
      tell(path)
      return real.mkdir(path, mode)
    },
  }
}

/** Every file under a folder whose path fits, with its bytes as base64. */
async function bytesUnder(folder: string, fits = /^/): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const all = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = all.filter((file) => fits.test(relative(folder, file)))
  const read = async (file: string) => [relative(folder, file), await readFile(file, 'base64')] as const
  return new Map(await Promise.all(files.sort().map(read)))
}

/** Arguments that are right by form, for every call of the contract. */
function validArguments(known: Known): { readonly [name: string]: (random: Random) => unknown } {
  const strange = 'ffffffff-ffff-4fff-bfff-ffffffffffff'
  const id = (random: Random) =>
    known.briefings.length === 0 || random.chance(0.1) ? strange : random.pick(known.briefings)
  const note = (random: Random) => {
    if (known.notes.length === 0 || random.chance(0.1)) return { briefingId: id(random), noteId: strange }
    const { briefing, id: noteId } = random.pick(known.notes)
    return { briefingId: random.chance(0.1) ? id(random) : briefing, noteId }
  }
  const source = { via: 'paste', file: null }
  const span = (random: Random) => ({ start: random.upTo(80), end: random.upTo(100) })
  const now = new Date().toISOString()
  const bytes = (random: Random) =>
    new TextEncoder().encode(random.pick([text, '', 'a\0b', '\uFEFFx', `{"a":${'['.repeat(50)}`]))
  const rare = (random: Random, value: unknown) => (random.chance(0.02) ? value : { ...(value as object), extra: 1 })
  const none = () => ({})
  const words = (random: Random) => `${text}\n\n${'x'.repeat(random.upTo(40))} ${random.upTo(1_000)}`
  return {
    ...Object.fromEntries(Object.keys(contract).map((name) => [name, none])),
    'library.filter': (random) => ({
      query: random.pick(['ministers', '', 'ORMEN june', '\uD800', '.*', '%', 'x y z']),
    }),
    'text.read': (random) => ({ text: words(random) }),
    // A thread of its own for each: seldom.
    'text.read-rich': (random) => rare(random, { html: `<p>${words(random)}<script>1</script>` }),
    'text.decode-chosen': () => ({ encoding: null }),
    'text.decode': (random) => ({
      fileName: random.pick(['a.txt', '../x.txt', 'a\0.txt']),
      bytes: bytes(random),
      encoding: random.pick([null, 'utf-8', 'latin1', 'nonsense']),
    }),
    'import.files': (random) => fifth(random, { files: [{ fileName: 'a.txt', bytes: bytes(random) }] }),
    // A library that is not this one: a page may not wipe by chance.
    'library.wipe': (random) => ({ folder: random.pick(['', '/', '.', '..', 'library', '/tmp', '\uD800']) }),
    'briefing.previous': (random) => ({ id: id(random) }),
    'briefing.restore-previous': (random) => ({ id: id(random), moment: now }),
    'briefing.delete-for-good': (random) => fifth(random, { id: id(random) }),
    'briefing.open': (random) => ({ id: id(random) }),
    'briefing.add': (random) => fifth(random, { text: words(random), source, corrections: {} }),
    'briefing.remove': (random) => ({ id: id(random) }),
    'briefing.correct': (random) => ({ id: id(random), corrections: { title: `T${random.upTo(9)}` }, basedOn: now }),
    'briefing.revise': (random) => ({ id: id(random), text: words(random), source, basedOn: 1 + random.upTo(2) }),
    'briefing.open-version': (random) => ({ id: id(random), version: 1 + random.upTo(3) }),
    'briefing.restore': (random) => ({ id: id(random) }),
    'note.add': (random) => ({
      briefingId: id(random),
      version: 1,
      scope: random.pick(['words', 'briefing']),
      span: random.pick([null, span(random)]),
      kind: 'line',
      text: 'ours',
    }),
    'note.edit': (random) => ({
      ...note(random),
      text: `n${random.upTo(99)}`,
      tags: random.pick([[], ['energy'], ['\uD800']]),
    }),
    'note.settle': (random) => ({
      ...note(random),
      version: 1 + random.upTo(2),
      decision: random.pick([
        { how: 'keep' },
        { how: 'leave' },
        { how: 'reopen' },
        { how: 'reattach', span: span(random) },
      ]),
    }),
    'note.remove': note,
    'note.restore': note,
    'notes.export': (random) => ({ id: id(random) }),
    'notes.import': (random) => ({ id: id(random) }),
    'session.place': (random) => ({
      place: { view: 'library', briefingId: id(random), noteId: null, offset: random.upTo(99), query: 'q' },
    }),
    'session.draft': (random) => ({ draft: random.pick([null, { kind: 'briefing', text: 'half', source }]) }),
    'clipboard.copy': (random) => ({ text: words(random) }),
    'settings.set': (random) => ({ theme: random.pick(['light', 'dark', 'system']) }),
  }
}

/** As many briefings as an officer has, not as many as calls: one in five. */
function fifth(random: Random, value: unknown): unknown {
  return random.chance(0.2) ? value : { ...(value as object), extra: 1 }
}

/** Keeps what right calls have made, so that later calls can name it. */
function learn(known: Known, name: unknown, args: unknown, value: unknown): void {
  const { id } = (value ?? {}) as { readonly id?: unknown }
  if (typeof id !== 'string') return
  if (name === 'briefing.add') known.briefings.push(id)
  if (name === 'note.add') known.notes.push({ briefing: (args as { briefingId: string }).briefingId, id })
}

function binOf(library: Library): ReadonlySet<string> {
  const deleted = library.rows().filter((row) => row.deleted !== null)
  return new Set(deleted.map(({ id }) => id))
}

/** Forgets a briefing that went for good; false when it was not in the bin, from where alone it may go. */
function forget(known: Known, args: unknown, bin: ReadonlySet<string>): boolean {
  const { id } = args as { readonly id: string }
  const at = known.briefings.indexOf(id)
  if (at >= 0) known.briefings.splice(at, 1)
  return bin.has(id)
}

async function calls(library: Library, folder: string, errors: unknown[]): Promise<RegisterOptions> {
  const settings = await openSettings({ read: async () => null, write: async () => undefined }, (error) =>
    errors.push(error),
  )
  const chosen = { path: join(folder, 'chosen.txt'), name: 'chosen.txt' }
  let turn = 0
  const inTurn = <Value>(value: Value) => {
    turn += 1
    return turn % 3 === 0 ? value : null
  }
  const opened = success(library)
  const holder = {
    current: () => opened,
    tryAgain: async () => opened,
    open: async () => opened,
    close: library.close,
    wipe: async () => {
      throw new Error('a call made by chance has wiped the library')
    },
    begin: async () => opened,
  }
  const gate = createGate(
    holder,
    createTries(() => 0),
    conversionProgress(),
  )
  const locking = { askPage: () => false, replaceWindow: () => undefined, stopWork: async () => undefined }
  const handlers = createHandlers({
    library: holder,
    gate,
    // Converting closes the library, which everything else here works on; test/main/locking/conversion.test.ts has it.
    conversion: { start: async () => failed('call-refused'), stop: () => undefined, seen: gate.state },
    locker: createLocker({ library: holder, gate, ...locking, report: (error) => errors.push(error) }),
    settings,
    chooseFile: async () => inTurn(chosen),
    chooseFiles: async () => (inTurn(true) ? [chosen] : []),
    chooseTarget: async () => inTurn(join(folder, 'exports', 'notes.jsonld')),
    chooseAnnotations: async () => inTurn(join(folder, 'exports', 'notes.jsonld')),
    importer: sourceImporter(),
    imports: createManyImport(() => undefined),
    backups: noBackups,
    readText: async (words) => readText(words),
    copyText: async () => success(null),
  })
  return { handlers, ourContents: () => new Set([ourContents]), report: (error) => errors.push(error) }
}

/** True when main must look at the call: sender, name and arguments are right. */
function isRight({ event, name, args }: FuzzedCall): boolean {
  const { sender, senderFrame: frame } = event
  const ours =
    sender.id === ourContents && frame !== null && frame.parent === null && frame.url.startsWith('app://aide-memoire/')
  return ours && typeof name === 'string' && Object.hasOwn(contract, name) && specOf(name).safeParse(args).success
}

function specOf(name: string) {
  return contract[name as keyof typeof contract].arguments
}

it(`${total} fuzzed calls change nothing that right ones may not, reach nowhere else, and are all answered`, async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'exports'))
  await mkdir(join(folder, 'beside'))
  await writeFile(join(folder, 'beside', 'canary.txt'), 'untouched')
  await writeFile(join(folder, 'chosen.txt'), text)
  const touched: string[] = []
  const home = join(folder, 'library')
  const library = await openFor(home, { fileSystem: watched((path) => touched.push(relative(home, path))), normalise })
  const errors: unknown[] = []
  const options = await calls(library, folder, errors)
  const known: Known = { briefings: await addSome(library), notes: [] }
  const fuzzer = createFuzzer(validArguments(known), seed)
  const wrong: string[] = []
  const say = (rule: string, call: FuzzedCall) =>
    wrong.push(`${rule}: ${String(call.name).slice(0, 40)} ${shortly(call.args)}`)
  const counts = { right: 0, wrote: 0 }
  const records = () => touched.filter((path) => record.test(path))

  for (let made = 0; made < total; made += batch) {
    const harmless = (made / batch) % 8 === 7
    const before = harmless ? await bytesUnder(home, record) : null
    for (let index = 0; index < Math.min(batch, total - made); index += 1) {
      const call = fuzzer.next(harmless)
      const right = isRight(call)
      const bin = binOf(library)
      touched.length = 0
      const result = await answer(call.event, call.name, call.args, options).catch(() => say('thrown', call))
      if (!isResult(result)) {
        say('no result', call)
        continue
      }
      if (!right && result.ok) say('answered though wrong', call)
      if (records().length > 0 && !(right && writing.has(String(call.name)))) say('wrote though it may not', call)
      if (records().length > 0 && !result.ok) say('wrote and failed', call)
      if (touched.some((path) => path.startsWith('..'))) say('left the library', call)
      if (result.ok && call.name === 'briefing.delete-for-good' && !forget(known, call.args, bin))
        say('gone for good, not from the bin', call)
      if (result.ok) learn(known, call.name, call.args, result.value)
      counts.right += right ? 1 : 0
      counts.wrote += records().length > 0 ? 1 : 0
    }
    if (before !== null) expect(await bytesUnder(home, record)).toEqual(before)
    const rows = new Set(library.rows().map(({ id }) => id))
    expect(known.briefings.filter((id) => !rows.has(id))).toEqual([])
    expect([Object.keys(Object.prototype), 'polluted' in {}]).toEqual([[], false])
    expect(wrong).toEqual([])
    expect(errors).toEqual([])
  }

  console.info(
    `${total} fuzzed calls: ${counts.right} right, ${counts.wrote} wrote, ${known.briefings.length} briefings made`,
  )
  expect(counts.right).toBeGreaterThan(total / 10)
  expect(counts.wrote).toBeGreaterThan(total / 100)
  expect((await readdir(folder)).sort()).toEqual(['beside', 'chosen.txt', 'exports', 'library'])
  expect(await bytesUnder(join(folder, 'beside'))).toEqual(
    new Map([['canary.txt', Buffer.from('untouched').toString('base64')]]),
  )
  expect(await readFile(join(folder, 'chosen.txt'), 'utf8')).toBe(text)
  // The only file that a right call may have written outside the library, if one came to it.
  expect((await readdir(join(folder, 'exports'))).filter((name) => name !== 'notes.jsonld')).toEqual([])
})

/** Adds a few briefings, one of them in the bin; gives their ids. */
async function addSome(library: Library): Promise<string[]> {
  const source = { via: 'paste', file: null } as const
  const added = await Promise.all([1, 2, 3, 4].map((number) => library.add(`${text} ${number}`, source, {})))
  const ids = added.map((one) => expectSuccess(one).id)
  expectSuccess(await library.remove(ids[0] ?? ''))
  return ids
}

function isResult(value: unknown): value is { readonly ok: boolean; readonly value?: unknown } {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false
  // What can't be cloned would never arrive in the window.
  structuredClone(value)
  if (value.ok === true) return 'value' in value
  const failure = 'failure' in value ? (value.failure as { code?: unknown; messageKey?: unknown }) : {}
  return value.ok === false && typeof failure.code === 'string' && typeof failure.messageKey === 'string'
}

function shortly(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 200)
  } catch {
    return 'what can’t be printed'
  }
}
