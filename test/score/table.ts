// Scores as a person reads them: one line a field, one column a set.
import { f1, fields, type Score } from './score.ts'

const wide = 12

/** The table. In: scores by the names of their sets; sets without texts are named below it. */
export function scoreTable(scores: Readonly<Record<string, Score>>): string {
  const present = Object.entries(scores).filter(([, { texts }]) => texts > 0)
  const absent = Object.entries(scores).flatMap(([name, { texts }]) => (texts === 0 ? [name] : []))
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(20)}${cells.map((cell) => cell.padStart(wide)).join('')}`
  return [
    line(
      '',
      present.map(([name]) => name),
    ),
    line(
      'texts',
      present.map(([, { texts }]) => String(texts)),
    ),
    ...fields.map((field) =>
      line(
        field,
        present.map(
          ([, { tallies }]) => `${f1(tallies[field]).toFixed(0)} /${String(tallies[field].asked).padStart(4)}`,
        ),
      ),
    ),
    line(
      'overall',
      present.map(([, { overall }]) => overall.toFixed(1)),
    ),
    '',
    'F1, or the share that is right, in per cent / how many were asked for.',
    ...(absent.length === 0 ? [] : [`Not there: ${absent.join(', ')}.`]),
  ].join('\n')
}
