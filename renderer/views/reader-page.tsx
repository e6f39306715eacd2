// An open briefing: the bar, the head, and the text with everything that is drawn over it.
import { useCallback, useMemo, useRef } from 'react'
import { type Briefing, currentVersion, headOf } from '../../domain/briefing.ts'
import type { Failure } from '../../domain/result.ts'
import type { Span } from '../../domain/span.ts'
import { type Paragraph, paragraphsOf } from '../../domain/text/paragraphs.ts'
import { useFailureText } from '../words/failures.ts'
import { ActiveFrame } from './active-frame.tsx'
import { useApp } from './context.ts'
import { HeadNotes } from './head-notes.tsx'
import { ReaderBar } from './reader-bar.tsx'
import { ReaderHead } from './reader-head.tsx'
import { ReaderText } from './reader-text.tsx'
import { BriefingBar, SelectionBar } from './selection-bar.tsx'
import { SummaryCard } from './summary-card.tsx'
import { TextCaret } from './text-caret.tsx'
import { useNotePainting } from './use-note-painting.ts'
import { useReadingPlace } from './use-reading-place.ts'
import { useRealMoves } from './use-real-moves.ts'
import { useLitLines, useLitWords, useSummary, useWayToWords } from './use-summary.ts'
import { useSurface } from './use-surface.ts'
import { useTextSelection } from './use-text-selection.ts'

type ReaderPageProps = { readonly briefing: Briefing; readonly warning: Failure | null }

/** An open briefing, with a warning above it when it is a damaged record’s last good copy. */
export function ReaderPage({ briefing, warning }: ReaderPageProps) {
  const failureText = useFailureText()
  const scroller = useRef<HTMLDivElement>(null)
  const article = useRef<HTMLElement>(null)
  const { text } = currentVersion(briefing)
  const paragraphs = useMemo(() => paragraphsOf(text, briefing.reading), [text, briefing.reading])
  const headline = printedHeadline(briefing, text, paragraphs)
  const body = useMemo(() => paragraphs.filter((paragraph) => paragraph !== headline), [paragraphs, headline])
  const surface = useSurface(article, paragraphs)
  const app = useApp()
  const select = useCallback(
    (span: Span | null) => app.store.dispatch({ slice: 'reading', type: 'selected', span }),
    [app],
  )
  const { onPointerDown } = useTextSelection(surface, text, select)
  const { onClick } = useNotePainting(surface)
  useReadingPlace(surface, scroller)
  const card = useRef<HTMLElement>(null)
  const summary = useSummary(text, paragraphs, briefing)
  const { go, back } = useWayToWords(surface, summary, card)
  useLitWords(surface, summary)
  const pointer = useLitLines(surface, summary)
  const moves = useRealMoves()
  return (
    <div className="page-scroller" ref={scroller} data-in-bin={briefing.deleted !== null}>
      <div className="page">
        <ReaderBar briefing={briefing} />
        {warning !== null && (
          <p className="page-warning" role="alert">
            {failureText(warning)}
          </p>
        )}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same by key is note.next and note.previous */}
        <article
          ref={article}
          lang={briefing.reading.language}
          onPointerDown={onPointerDown}
          onClick={onClick}
          {...pointer}
          onPointerMoveCapture={moves.onPointerMoveCapture}
        >
          <ReaderHead briefing={briefing} headline={headline} event={summary.summary.events[0]?.label.text ?? null} />
          <BriefingBar />
          <HeadNotes />
          <SummaryCard shown={summary} card={card} go={go} isReal={moves.isReal} />
          <ReaderText text={text} paragraphs={body} surface={surface} onEscape={back} />
        </article>
        <ActiveFrame surface={surface} />
        <TextCaret surface={surface} />
        <SelectionBar surface={surface} scroller={scroller} />
      </div>
    </div>
  )
}

/** The paragraph that is the headline and is shown as such: where its words are the title, so that they can be annotated. */
export function printedHeadline(
  briefing: Briefing,
  text: string,
  paragraphs: readonly Paragraph[],
): Paragraph | undefined {
  const { title } = headOf(briefing)
  return paragraphs.find(({ role, start, end }) => role === 'title' && text.slice(start, end) === title)
}
