// Makes calls such as a taken-over page could send: valid ones, valid ones with a bit changed, and nonsense. The same seed gives
// the same calls. Everything passes through a structured clone, as it would on its way to main.
import { startPage } from '../../../main/security/origin.ts'

export type FuzzedCall = {
  readonly event: {
    readonly sender: { readonly id: number }
    readonly senderFrame: { readonly url: string; readonly parent: null | never } | null
  }
  readonly name: unknown
  readonly args: unknown
}
/** What is in the library by now, so that calls can name it. */
export type Known = {
  readonly briefings: string[]
  readonly notes: { readonly briefing: string; readonly id: string }[]
}
export type Random = {
  /** A whole number from 0 up to, not including, `below`. */
  readonly upTo: (below: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <Item>(items: readonly Item[]) => Item
}

/** Random numbers from a seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const upTo = (below: number) => Math.floor(next() * below)
  return {
    upTo,
    chance: (share) => next() < share,
    pick: (items) => {
      const item = items[upTo(items.length)]
      if (item === undefined && items.length === 0) throw new Error('nothing to pick from')
      return item as (typeof items)[number]
    },
  }
}

/** Contents of our window, and one that is not. */
export const ourContents = 7
const strangers: readonly FuzzedCall['event'][] = [
  { sender: { id: 8 }, senderFrame: { url: startPage, parent: null } },
  { sender: { id: ourContents }, senderFrame: null },
  { sender: { id: ourContents }, senderFrame: { url: startPage, parent: {} as never } },
  { sender: { id: ourContents }, senderFrame: { url: 'https://example.org/', parent: null } },
  { sender: { id: ourContents }, senderFrame: { url: 'app://aide-memoire.evil/index.html', parent: null } },
  { sender: { id: ourContents }, senderFrame: { url: 'file:///etc/passwd', parent: null } },
]
const ours: FuzzedCall['event'] = { sender: { id: ourContents }, senderFrame: { url: startPage, parent: null } }

const unknownNames: readonly unknown[] = [
  '',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'library.destroy',
  'briefing.open ',
  'BRIEFING.OPEN',
  '../briefing.open',
  'x'.repeat(100_000),
  null,
  undefined,
  7,
  Number.NaN,
  {},
  ['briefing.open'],
]

const strangeId = 'ffffffff-ffff-4fff-bfff-ffffffffffff'
const nested = (depth: number) => {
  let value: unknown = 1
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}
const circular = () => {
  const value: { self?: unknown } = {}
  value.self = value
  return value
}

/** Values that have broken programs before. */
const hostile = (random: Random): unknown =>
  random.pick<() => unknown>([
    () => undefined,
    () => null,
    () => '',
    () => true,
    () => Number.NaN,
    () => Number.POSITIVE_INFINITY,
    () => -1,
    () => -0,
    () => 0.5,
    () => 2 ** 53,
    () => 1e308,
    () => 12n,
    () => '\uD800',
    () => 'a\uDFFFb',
    () => '\0',
    () => '\u202E\u2066\uFEFF',
    () => '../../../../etc/passwd',
    () => '/etc/passwd',
    () => 'C:\\Windows\\win.ini',
    () => 'app://aide-memoire/../../library.json',
    () => strangeId,
    () => strangeId.toUpperCase(),
    () => `${strangeId}/..`,
    () => '__proto__',
    () => '{"__proto__":{"polluted":true}}',
    () => 'x'.repeat(random.chance(0.02) ? 5_000_001 : 1_001),
    () => [],
    () => ({}),
    () => JSON.parse('{"__proto__":{"polluted":true}}'),
    () => ({ constructor: { prototype: { polluted: true } } }),
    () => JSON.parse('{"then":1,"toString":2,"valueOf":3,"length":-1}'),
    () => nested(random.pick([3, 100, 1_000])),
    () => Array.from({ length: 20_000 }, () => 0),
    () => new Array(1_000_000),
    () => circular(),
    () => new Date(Number.NaN),
    () => new Map([['a', 1]]),
    () => new Set([1]),
    () => new Uint8Array([0xff, 0xfe, 0, 0]),
    () => new ArrayBuffer(8),
    () => /(a+)+$/,
    () => new Error('not an argument'),
    () => '2025-02-30',
    () => '9999-99-99T99:99:99Z',
  ])()

type Fields = { [name: string]: unknown }
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** Changes one thing somewhere in `value`, or puts something else in its place. */
function mutated(value: unknown, random: Random, depth = 0): unknown {
  if (!isFields(value) || random.chance(depth === 0 ? 0.05 : 0.3)) return hostile(random)
  const names = Object.keys(value)
  const way = random.upTo(5)
  if (names.length === 0 || way === 0) return withKey(value, random)
  const name = random.pick(names)
  if (way === 1) return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))
  return { ...value, [name]: mutated(value[name], random, depth + 1) }
}

/** With a key more than belongs there; `__proto__` as a key of its own, as JSON and clones can bring it. */
function withKey(value: Fields, random: Random): Fields {
  const key = random.pick(['__proto__', 'constructor', 'prototype', 'extra', 'path', 'folder', 'toJSON', '0', ''])
  const changed: Fields = { ...value }
  const given = hostile(random)
  Object.defineProperty(changed, key, { value: given, enumerable: true, configurable: true, writable: true })
  return changed
}

/** Makes calls of the names in `valid`, which gives arguments that are right by form; some of them name what is not there. */
export function createFuzzer(valid: { readonly [name: string]: (random: Random) => unknown }, seed: number) {
  const random = randomFrom(seed)
  const names = Object.keys(valid)
  const argumentsFor = (name: string, mutating: boolean): unknown => {
    const given = valid[name]?.(random)
    return structuredClone(mutating ? mutated(given, random) : given)
  }
  return {
    random,
    /** One call. `harmless`: none that could be right. */
    next: (harmless: boolean): FuzzedCall => {
      const name = random.pick(names)
      const spoiled = random.upTo(10)
      if (spoiled === 0 || (harmless && spoiled < 5))
        return { event: random.pick(strangers), name, args: argumentsFor(name, random.chance(0.3)) }
      if (spoiled === 1 || harmless)
        return { event: ours, name: random.pick(unknownNames), args: argumentsFor(name, false) }
      return { event: ours, name, args: argumentsFor(name, random.chance(0.55)) }
    },
  }
}
