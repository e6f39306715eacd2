// The head of a text: headline and dateline.
import { linesOf } from '../text/lines.ts'
import type { Dateline } from './reading.ts'

export function readHead(text: string): { readonly title: string | null; readonly dateline: Dateline } {
  const lines = linesOf(text, 4_000)
  const dateLine = lines.slice(0, 5).find((line) => /^\d{4}-\d{2}-\d{2}(?:T\S+)?$/u.test(line.words))
  const start = /^\s*(?:date\s+)?(?:(\d{4}-\d{2}-\d{2})\s+)?(\p{Lu}{4,})\s*—/u.exec(text)
  const first = lines[0]
  const title = first !== undefined && lines.length > 1 && !start && !/[.]$/u.test(first.words) ? first.words : null
  if (start)
    return {
      title,
      dateline: { place: start[2] ?? null, date: start[1] ?? null, source: null, span: [0, start[0].length] },
    }
  const date = dateLine?.words.slice(0, 10) ?? null
  return {
    title,
    dateline: { place: null, date, source: null, span: dateLine ? [dateLine.start, dateLine.end] : null },
  }
}
