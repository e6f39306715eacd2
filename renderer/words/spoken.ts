// Messages that are only spoken: what the caret reached, what was made or found. They are told as data and become words here.
import { assertNever } from '../../domain/assert-never.ts'
import type { Note } from '../../domain/notes/note.ts'
import type { Words } from './intl.tsx'
import { spokenNote, together } from './spoken-move.ts'

export type Spoken =
  /** Words that a view has made already. */
  | { readonly said: 'words'; readonly text: string }
  /** A note has been made; `count` is the number of its words. */
  | { readonly said: 'note-made'; readonly note: Note; readonly count: number; readonly paragraph: number | null }
  /** The caret has come to a note's words. */
  | { readonly said: 'at-words'; readonly note: Note; readonly notes: readonly Note[] }
  /** A note can be made on a whole paragraph, or on the briefing. */
  | { readonly said: 'choose-kind'; readonly scope: 'paragraph' | 'briefing'; readonly paragraph: number | null }
  /** There is no note where the caret is, or no words of this note on the screen. */
  | { readonly said: 'no-note' }
  | { readonly said: 'no-words' }
  /** The text has no further note in that direction. */
  | { readonly said: 'no-more-notes' }

/** The words of a message. */
export function spokenWords(words: Words, spoken: Spoken): string {
  switch (spoken.said) {
    case 'words':
      return spoken.text
    case 'note-made': {
      const { note, count, paragraph } = spoken
      const { scope, quote } = note
      const kind = words(`note-kind.${note.kind}`)
      return words('window.spoken.note-made', { kind, scope, count, quote: said(quote), paragraph: paragraph ?? 0 })
    }
    case 'at-words':
      return together(words, [said(spoken.note.quote), spokenNote(words, spoken.notes, spoken.note)])
    case 'choose-kind':
      return words('window.spoken.choose-kind', { scope: spoken.scope, paragraph: spoken.paragraph ?? 0 })
    case 'no-note':
      return words('window.spoken.no-note')
    case 'no-words':
      return words('window.spoken.no-words')
    case 'no-more-notes':
      return words('window.spoken.no-more-notes')
    default:
      return assertNever(spoken)
  }
}

const longestQuote = 200

function said(quote: string): string {
  return quote.length > longestQuote ? `${quote.slice(0, longestQuote).trim()} …` : quote
}
