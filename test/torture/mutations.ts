// Ways in which a file of a closed library can be damaged or put in another's place, each by chance from what is there.
import type { DiskState } from './disk-state.ts'
import { filesOf, withFile, withoutFile } from './disk-state.ts'

/** The library, the same at an earlier time, and another one of the same device. */
export type Shelves = { readonly now: DiskState; readonly earlier: DiskState; readonly other: DiskState }
export type Mutation = {
  readonly kind: MutationKind
  /** The path of the file that was damaged, and its bytes now; null where it is gone. */
  readonly path: string
  readonly bytes: Uint8Array | null
  readonly state: DiskState
}

type Change = (bytes: Uint8Array, random: () => number, path: string, shelves: Shelves) => Uint8Array | null

const below = (limit: number, random: () => number) => Math.floor(random() * limit)
const pick = <T>(from: readonly T[], random: () => number): T | undefined => from[below(from.length, random)]
const joined = (...parts: readonly (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))))

const hugeNumbers = ['1e308', '9007199254740993', '-1', '68719476736', '0.5', `[${'['.repeat(50_000)}`] as const

const changes = {
  flip: (bytes, random) => {
    const flipped = new Uint8Array(bytes)
    const at = below(bytes.length, random)
    flipped[at] = (bytes[at] ?? 0) ^ (1 << below(8, random))
    return flipped
  },
  truncate: (bytes, random) => bytes.slice(0, below(bytes.length, random)),
  zero: (bytes, random) => {
    const start = below(bytes.length, random)
    return new Uint8Array(bytes).fill(0, start, start + 1 + below(4096, random))
  },
  /** A number in words becomes another; bytes without words grow. */
  huge: (bytes, random) => {
    const words = Buffer.from(bytes).toString('latin1')
    const numbers = [...words.matchAll(/(?<=[:[,]\s*)\d+(?=[,\]}\s])/g)]
    const number = words.startsWith('{') ? pick(numbers, random) : undefined
    if (number === undefined) return joined(bytes, new Uint8Array(1 + below(100_000, random)).fill(255))
    const [old] = number
    return new Uint8Array(
      Buffer.from(
        words.slice(0, number.index) + (pick(hugeNumbers, random) ?? '') + words.slice(number.index + old.length),
        'latin1',
      ),
    )
  },
  empty: () => new Uint8Array(0),
  null: () => joined('null'),
  nuls: (bytes) => new Uint8Array(bytes.length),
  'byte order mark': (bytes) => joined(Uint8Array.of(0xef, 0xbb, 0xbf), bytes),
  /** Another record of the same sort lies in its place. */
  swapped: (_, random, path, { now }) => pick(alike(now, path), random)?.[1] ?? null,
  'of another library': (_, random, path, { other }) => {
    const there = filesOf(other).get(path)
    return there ?? pick(alike(other, path), random)?.[1] ?? null
  },
  older: (_, __, path, { earlier }) => filesOf(earlier).get(path) ?? null,
  gone: () => null,
} as const satisfies Readonly<Record<string, Change>>

export type MutationKind = keyof typeof changes
export const mutationKinds = Object.keys(changes) as readonly MutationKind[]

/** A mutation of one file of the library, or null where chance found nothing that would differ. Numbers in [0, 1). */
export function mutated(shelves: Shelves, kind: MutationKind, random: () => number): Mutation | null {
  const { now } = shelves
  const chosen = pick([...filesOf(now)], random)
  if (chosen === undefined) return null
  const [path, before] = chosen
  const bytes = (changes[kind] as Change)(before, random, path, shelves)
  if (bytes === null) return kind === 'gone' ? { kind, path, bytes, state: withoutFile(now, path) } : null
  if (Buffer.compare(bytes, before) === 0) return null
  return { kind, path, bytes, state: withFile(now, path, bytes) }
}

/** Files in the same part of a library (entries, notes …) that are of other records. */
function alike(state: DiskState, path: string): readonly (readonly [string, Uint8Array])[] {
  const part = (of: string) => of.split('/')[2]
  const record = (of: string) => of.split('/').at(-1)?.slice(0, 36)
  return [...filesOf(state)].filter(([other]) => part(other) === part(path) && record(other) !== record(path))
}
