// What the report shows, worked out once for a state: the notes in their groups, the note that is looked at, both texts.
import { useMemo } from 'react'
import { type Briefing, currentVersion, placedText } from '../../domain/briefing.ts'
import { elsewhere, type Note } from '../../domain/notes/note.ts'
import { paragraphAt, paragraphsOf } from '../../domain/text/paragraphs.ts'
import { notesOfReport, type Report, reportOf, versionBefore } from '../state/report.ts'
import { useWords } from '../words/intl.tsx'
import { useAppState } from './context.ts'
import type { SettleTexts } from './settle-words.tsx'
import type { ShownVersion } from './version-side.tsx'

export type ShownReport = {
  readonly report: Report
  readonly active: Note | null
  readonly attaching: boolean
  /** The newest version. */
  readonly newest: ShownVersion
  /** The version that the note looked at comes from. */
  readonly former: ShownVersion
  /** A note as it stood on the version it comes from. */
  readonly before: (note: Note) => Note | undefined
  readonly texts: SettleTexts
}

/** The report on the open briefing as it stands. */
export function useReport(briefing: Briefing): ShownReport {
  const words = useWords()
  const settling = useAppState((state) => state.settling)
  const notes = useAppState((state) => state.reading.notes)
  const { versions, reading } = briefing
  const newestVersion = currentVersion(briefing)
  const asked = settling?.asked
  const report = useMemo(() => reportOf(notes, asked ?? [], newestVersion), [notes, asked, newestVersion])
  const active = notesOfReport(report).find(({ noteId }) => noteId === settling?.active) ?? null
  const formerNumber = active === null ? newestVersion.number - 1 : versionBefore(active, newestVersion.number)
  // biome-ignore lint/correctness/useExhaustiveDependencies: texts change with the versions and the reading alone
  const newest = useMemo(() => shownVersion(briefing, newestVersion.number), [versions, reading])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const there = useMemo(() => shownVersion(briefing, formerNumber), [versions, reading, formerNumber])
  const former = active !== null && formerNumber === elsewhere ? textElsewhere(active) : there
  const known = settling?.before
  const before = useMemo(() => {
    const byVersion = new Map(
      [...(known ?? [])].map(([version, then]) => [version, new Map(then.map((note) => [note.noteId, note]))]),
    )
    return (note: Note) =>
      versionBefore(note, newest.number) === elsewhere
        ? noteElsewhere(note)
        : byVersion.get(versionBefore(note, newest.number))?.get(note.noteId)
  }, [known, newest])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words' function is another one at every drawing, their language is not
  const texts: SettleTexts = useMemo(
    () => ({
      version: newest.number,
      text: newest.text,
      paragraphs: newest.paragraphs,
      paragraphName: (offset) => {
        const number = paragraphAt(newest.paragraphs, offset)?.number ?? null
        return number === null ? words('window.settle.candidate-headline') : words('window.note.paragraph', { number })
      },
    }),
    [newest],
  )
  return { report, active, attaching: settling?.attaching ?? false, newest, former, before, texts }
}

/** Of a text that is not here only a note's words and what stood around them are known. */
function textElsewhere({ prefix, quote, suffix }: Note): ShownVersion {
  const text = `${prefix}${quote}${suffix}`
  return { number: elsewhere, text, paragraphs: [{ start: 0, end: text.length, number: null, role: 'body' }] }
}

function noteElsewhere(note: Note): Note {
  const start = note.prefix.length
  return { ...note, start, end: start + note.quote.length, pending: false, candidates: [], paragraph: null }
}

function shownVersion(briefing: Briefing, number: number): ShownVersion {
  const placed = placedText(briefing, number)
  if (placed !== null) return placed
  const { text } = currentVersion(briefing)
  return { number, text, paragraphs: paragraphsOf(text, briefing.reading) }
}
