// What selected words can be made into, and by which key.
import type { Edit } from '../../domain/reading/edit.ts'
import type { Span } from '../../domain/span.ts'

export const additions = ['event', 'person', 'outcome', 'commitment', 'topic'] as const
export type Addition = (typeof additions)[number]

/** The letters of the keys, in Latin and in lower case. */
export const additionKeys: Readonly<Record<Addition, string>> = {
  event: 'e',
  person: 'p',
  outcome: 'o',
  commitment: 'c',
  topic: 't',
}

/** The Latin letter of a key, in lower case; `code` helps where the keyboard gives none. */
export function letterOf(key: string, code: string): string {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase()
}

/** The addition a key stands for, or null; `code` helps where the keyboard gives no Latin letters. */
export function additionOf(key: string, code: string): Addition | null {
  const letter = letterOf(key, code)
  return additions.find((addition) => additionKeys[addition] === letter) ?? null
}

/** The edit that makes the words of a span a new item. `meeting` is the key of the event an outcome is taken to come from, or a topic to have been spoken of at. */
export function addingEdit(addition: Addition, { start, end }: Span, meeting: string | null): Edit {
  const span = [start, end] as const
  if (addition === 'event') return { kind: 'add', list: 'meetings', span }
  if (addition === 'person') return { kind: 'add', list: 'people', span }
  if (addition === 'topic') return { kind: 'add', list: 'topics', span, meeting }
  return { kind: 'add', list: 'outcomes', span, outcome: addition === 'outcome' ? 'agreed' : 'commitment', meeting }
}

/** The last event that begins before an offset: the one that words there most likely belong to; null before the first. */
export function eventBefore(
  meetings: readonly { readonly key: string; readonly span: readonly [number, number] }[],
  offset: number,
): string | null {
  return meetings.findLast(({ span }) => span[0] <= offset)?.key ?? null
}
