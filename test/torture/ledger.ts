// What a library promised: every deed is written down before it begins and again once it was acknowledged, so that what is found after
// a crash can be held against it. A deed that was begun and not acknowledged may have happened or not; an acknowledged one must have.
import type { Library } from '../../main/library/library.ts'

export type Telling = { readonly kind: 'begun' | 'done'; readonly key: string; readonly value: string }
export type Tell = (telling: Telling) => void
/** For each thing that was ever acknowledged, the values it may have now. */
export type Allowed = ReadonlyMap<string, ReadonlySet<string>>

/** What may be found after these tellings, in their order. */
export function allowedBy(tellings: Iterable<Telling>): Allowed {
  const allowed = new Map<string, Set<string>>()
  for (const { kind, key, value } of tellings) {
    const known = allowed.get(key)
    if (kind === 'done') allowed.set(key, new Set([value]))
    else known?.add(value)
  }
  return allowed
}

/** How many acknowledged deeds there are among tellings. */
export function acknowledged(tellings: readonly Telling[]): number {
  return tellings.filter(({ kind }) => kind === 'done').length
}

/** What of the promised is not there or not as it may be; files that had to be read from an earlier copy as well. */
export async function lostIn(library: Library, allowed: Allowed): Promise<readonly string[]> {
  const briefings = Map.groupBy(allowed.keys(), (key) => key.split(' ')[1] ?? '')
  const lost: string[] = []
  for (const [id, keys] of briefings) {
    const found = await foundOf(library, id)
    if (found.has('flaw')) lost.push(`${id}: ${found.get('flaw')}`)
    for (const key of keys) {
      const value = found.get(key) ?? 'nothing'
      const may = allowed.get(key) ?? new Set()
      if (!may.has(value)) lost.push(`${key}: ${value}, not ${[...may].join(' or ')}`)
    }
  }
  return lost
}

/** A briefing and its notes as keys and values, like those of tellings. */
async function foundOf(library: Library, id: string): Promise<ReadonlyMap<string, string>> {
  const opened = await library.open(id)
  if (!opened.ok) return new Map([['flaw', opened.failure.code]])
  const { briefing, notes, warning } = opened.value
  return new Map([
    ...(warning === null ? [] : ([['flaw', warning.code]] as const)),
    [briefingKey(id), briefingValue(briefing)] as const,
    ...notes.map(({ noteId, text }) => [noteKey(id, noteId), text] as const),
  ])
}

export function briefingKey(id: string): string {
  return `briefing ${id}`
}
export function noteKey(id: string, noteId: string): string {
  return `note ${id} ${noteId}`
}
/** What is told of a note that is deleted: as if there were none. */
export const noNote = 'nothing'

type Told = {
  readonly versions: { readonly length: number }
  readonly corrections: { readonly title?: string | null | undefined }
  readonly deleted: string | null
}
/** What is told of a briefing. */
export function briefingValue({ versions, corrections, deleted }: Told): string {
  return `${versions.length} ${corrections.title ?? ''} ${deleted === null ? 'kept' : 'binned'}`
}
