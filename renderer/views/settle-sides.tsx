// Both versions side by side, scrolled to the words of the note that is looked at; in the newest one its words can be selected anew.
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Note } from '../../domain/notes/note.ts'
import type { Span } from '../../domain/span.ts'
import { paragraphAt } from '../../domain/text/paragraphs.ts'
import { notify } from '../actions/notice.ts'
import { onWords, attaching as setAttaching, settle } from '../actions/settling.ts'
import { bringIntoView } from '../painting/in-view.ts'
import { offsetOf, positionOf, type Surface } from '../painting/surface.ts'
import { paintVersions, wordsOfNotes } from '../painting/version-highlights.ts'
import { notesOfReport } from '../state/report.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { KeyHint } from './key-hint.tsx'
import type { ShownReport } from './use-report.ts'
import { useSurface } from './use-surface.ts'
import { useTextSelection } from './use-text-selection.ts'
import { VersionSide } from './version-side.tsx'

type SettleSidesProps = { readonly shown: ShownReport; readonly language: string }

/** The version the note comes from, and the newest. */
export function SettleSides({ shown, language }: SettleSidesProps) {
  const { active, attaching, former, newest, before } = shown
  const oldRoot = useRef<HTMLDivElement>(null)
  const newRoot = useRef<HTMLDivElement>(null)
  const oldSurface = useSurface(oldRoot, former)
  const newSurface = useSurface(newRoot, newest)
  const then = active === null ? undefined : before(active)
  useReportPainting(shown, oldSurface, newSurface)
  useInView(oldSurface, then?.start ?? null, then?.end ?? null)
  useInView(newSurface, active?.start ?? null, active?.end ?? null)
  const words = useAttaching(shown, newSurface)
  return (
    <div className="version-sides" data-attaching={attaching}>
      <VersionSide
        version={former}
        language={language}
        root={oldRoot}
        surface={oldSurface}
        framed={then === undefined ? [] : placesOf(then)}
        testId="version-before"
      />
      <div className="version-newest">
        <VersionSide
          version={newest}
          language={language}
          root={newRoot}
          surface={newSurface}
          framed={attaching || active === null ? [] : placesOf(active)}
          testId="version-newest"
          onPointerDown={words.onPointerDown}
          onKey={words.onKey}
        />
        {attaching && <AttachBar shown={shown} onAttach={words.attach} />}
      </div>
    </div>
  )
}

function AttachBar({ shown, onAttach }: { readonly shown: ShownReport; readonly onAttach: () => void }) {
  const app = useApp()
  const words = useWords()
  const { newest, active } = shown
  const how = active?.scope === 'paragraph' ? 'window.settle.attach-paragraph' : 'window.settle.attach-how'
  return (
    <div className="attach-bar" data-testid="attach-bar">
      <p role="status">{words(how, { version: newest.number })}</p>
      <Button
        className="button primary"
        data-testid="settle-attach"
        // The words stay selected.
        preventFocusOnPress
        onPress={onAttach}
      >
        {words('window.settle.attach')}
        <KeyHint>{words('window.settle.key-keep')}</KeyHint>
      </Button>
      <Button className="button" onPress={() => setAttaching(app, false)}>
        {words('window.review.cancel')}
        <KeyHint>{words('window.key.escape')}</KeyHint>
      </Button>
    </div>
  )
}

/** Selecting words of the newest version for the note that is looked at: Enter attaches it, Escape goes back. */
function useAttaching({ active, attaching, newest }: ShownReport, surface: Surface | null) {
  const app = useApp()
  const [selection, setSelection] = useState<Span | null>(null)
  const select = useCallback((span: Span | null) => setSelection(span), [])
  const { onPointerDown } = useTextSelection(surface, newest.text, select)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as it begins; what is selected from then on is the person's
  useEffect(() => {
    if (attaching && surface !== null) beginSelecting(surface, active)
  }, [attaching, surface])
  const attach = () => {
    const span = active?.scope === 'paragraph' ? paragraphSpan(surface, newest.paragraphs) : selection
    if (span === null) return notify(app, 'window.settle.attach-first', { values: { version: newest.number } })
    document.getSelection()?.removeAllRanges()
    void settle(app, onWords(span))
  }
  const onKey = (event: KeyboardEvent): boolean => {
    if (!attaching || (event.key !== 'Enter' && event.key !== 'Escape')) return false
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') attach()
    else setAttaching(app, false)
    return true
  }
  return { onPointerDown, attach, onKey }
}

/** The focus goes into the text, on the words that were found for the note, or where the text is looked at. */
function beginSelecting(surface: Surface, note: ShownReport['active']): void {
  surface.root.focus({ preventScroll: true })
  const selection = document.getSelection()
  if (selection === null || !selection.isCollapsed) return
  if (note === null || note.start === null || note.end === null) return
  const [from, to] = [positionOf(surface, note.start), positionOf(surface, note.end)]
  if (from !== null && to !== null) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/** The paragraph that the caret, or the beginning of the selection, is in. */
function paragraphSpan(surface: Surface | null, paragraphs: ShownReport['newest']['paragraphs']): Span | null {
  const selection = document.getSelection()
  const node = selection?.anchorNode ?? null
  if (surface === null || selection === null || node === null || !surface.root.contains(node)) return null
  const offset = offsetOf(surface, node, selection.anchorOffset, 'start')
  const paragraph = offset === null ? null : paragraphAt(paragraphs, offset)
  return paragraph === null ? null : { start: paragraph.start, end: paragraph.end }
}

function useReportPainting({ report, former }: ShownReport, before: Surface | null, newest: Surface | null): void {
  const then = useAppState((state) => state.settling?.before.get(former.number))
  useEffect(() => {
    const now = notesOfReport(report).flatMap((note) => placesOf(note).map((span) => ({ ...span, kind: note.kind })))
    return paintVersions([
      { surface: before, words: wordsOfNotes(then ?? []) },
      { surface: newest, words: now },
    ])
  }, [report, then, before, newest])
}

/** Where a note is, or may be. */
function placesOf({ pending, candidates, start, end }: Note): readonly Span[] {
  if (pending && candidates.length > 0) return candidates
  return start === null || end === null ? [] : [{ start, end }]
}

function useInView(surface: Surface | null, start: number | null, end: number | null): void {
  useEffect(() => {
    if (surface !== null && start !== null && end !== null) bringIntoView(surface, { start, end })
  }, [surface, start, end])
}
