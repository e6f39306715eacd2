// A briefing as Markdown (CommonMark): headline, dateline, numbered paragraphs, notes with the words they are on.
import type { PublicNote } from '../../domain/notes/shown-note.ts'
import { onOneLine } from '../../domain/text/lines.ts'
import { type Paragraph, paragraphAt } from '../../domain/text/paragraphs.ts'
import { messageText } from '../messages.ts'
import type { Shown } from './shown.ts'

/** Markdown of a briefing and the paragraphs of its text, ending with a line end. Words of the text and the notes are escaped: they stay words. */
export function markdownOf(briefing: Shown, paragraphs: readonly Paragraph[]): string {
  const { reading, text, notes } = briefing
  const { place, date, source } = reading.dateline
  const dateline = [place, date, source].filter((part) => part !== null).map(onOneLine)
  const parts = [
    reading.title === null ? '' : `# ${escaped(onOneLine(reading.title))}`,
    dateline.length === 0 ? '' : `*${escaped(dateline.join(', '))}*`,
    ...paragraphs.filter(({ number }) => number !== null).map((paragraph) => numbered(text, paragraph)),
    notes.length === 0 ? '' : `## ${messageText('cli.export.notes')}`,
    notes.map((note) => noteLine(note, paragraphs)).join('\n'),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function numbered(text: string, { start, end, number }: Paragraph): string {
  const label = `${number}. `
  const lines = text
    .slice(start, end)
    .split('\n')
    .map((line) => escaped(line.trim()))
  // A backslash at the end keeps the line end that the text prints.
  return label + lines.filter((line) => line !== '').join(`\\\n${' '.repeat(label.length)}`)
}

function noteLine(note: PublicNote, paragraphs: readonly Paragraph[]): string {
  const paragraph = note.start === null ? null : paragraphAt(paragraphs, note.start)
  const values = {
    kind: messageText(`note-kind.${note.kind}`),
    paragraph: paragraph?.number ?? 0,
    quote: escaped(onOneLine(note.quote)),
  }
  const line = `- ${messageText('cli.export.note', values)}`
  const words = note.text
    .split('\n')
    .map((part) => escaped(part.trim()))
    .filter((part) => part !== '')
  return [line, ...words].join('\\\n  ')
}

/** What Markdown would take for its own signs gets a backslash. */
function escaped(words: string): string {
  return words
    .replace(/[\\`*_[\]<>~|&]/gu, '\\$&')
    .replace(/^(?:[#+=-]|\d+(?=[.)]))/u, (sign) => (/^\d/u.test(sign) ? sign : `\\${sign}`))
    .replace(/^(\d+)([.)])/u, '$1\\$2')
}
