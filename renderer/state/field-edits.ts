// The edits that typed words stand for, field by field.
import type { HeadField } from '../../domain/reading/corrections.ts'
import type { Edit } from '../../domain/reading/edit.ts'
import { typedDay } from './days.ts'

/** Where days stand that a text may leave out. */
export type DateAddress =
  | { readonly list: 'head'; readonly field: 'date' }
  | { readonly list: 'meetings'; readonly key: string; readonly field: 'date' }
  | { readonly list: 'outcomes'; readonly key: string; readonly field: 'due' }

/** Where words stand that a text may leave out. */
export type WordsAddress =
  | { readonly list: 'head'; readonly field: Exclude<HeadField, 'date'> }
  | { readonly list: 'meetings'; readonly key: string; readonly field: 'place' }
  | { readonly list: 'people'; readonly key: string; readonly field: 'role' | 'affiliation' }

/** Setting words; nothing typed means that the text has none. */
export function wordsEdit(address: WordsAddress, typed: string): Edit {
  return { kind: 'set', ...address, value: typed === '' ? null : typed }
}

/** Setting a date from typed words; nothing typed means that the text has none. Null for what is no day of the calendar. */
export function dateEdit(address: DateAddress, typed: string, near: string | null): Edit | null {
  const day = typed === '' ? null : typedDay(typed, near)
  return typed !== '' && day === null ? null : draftDateEdit(address, day)
}

/** The same for a draft: half a date is kept as it was typed. */
export function draftDateEdit(address: DateAddress, value: string | null): Edit {
  if (address.list === 'head') return { kind: 'set', list: 'head', field: 'date', value }
  const { list, key } = address
  return list === 'meetings'
    ? { kind: 'set', list, key, field: 'date', value }
    : { kind: 'set', list: 'outcomes', key, field: 'due', value }
}

/** Names typed one after the other, with semicolons between them. */
export function typedNames(typed: string): readonly string[] {
  const names = typed
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return [...new Set(names)]
}
