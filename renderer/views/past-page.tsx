// An earlier version of a text as it was, with its head, its summary and its notes. Nothing can be changed in it.
import { useEffect, useMemo, useRef } from 'react'
import { Button } from 'react-aria-components'
import { useIntl } from 'react-intl'
import { type Briefing, placedText } from '../../domain/briefing.ts'
import type { OpenVersion } from '../../domain/contract.ts'
import { closePast } from '../actions/versions.ts'
import { bringIntoView } from '../painting/in-view.ts'
import { paintVersions, wordsOfNotes } from '../painting/version-highlights.ts'
import type { PastVersion } from '../state/reading.ts'
import { useWords } from '../words/intl.tsx'
import { WordsFrame } from './active-frame.tsx'
import { useApp, useAppState } from './context.ts'
import { HeadNotes } from './head-notes.tsx'
import { KeyHint } from './key-hint.tsx'
import { ReaderHead } from './reader-head.tsx'
import { printedHeadline } from './reader-page.tsx'
import { ReaderText } from './reader-text.tsx'
import { SummaryCard } from './summary-card.tsx'
import { TextCaret } from './text-caret.tsx'
import { useRealMoves } from './use-real-moves.ts'
import { useLitLines, useLitWords, useSummary, useWayToWords } from './use-summary.ts'
import { useSurface } from './use-surface.ts'
import { VersionMenu } from './version-menu.tsx'

type PastPageProps = { readonly briefing: Briefing; readonly past: PastVersion }

/** The page of an earlier version, or its banner alone while it is being opened. */
export function PastPage({ briefing, past }: PastPageProps) {
  const words = useWords()
  return (
    <div className="past" data-testid="past">
      <PastBanner briefing={briefing} past={past} />
      {past.phase === 'ready' ? (
        <PastText briefing={briefing} opened={past} />
      ) : (
        <div className="loading-page" role="status" aria-label={words('window.versions.loading')} />
      )}
    </div>
  )
}

function PastBanner({ briefing, past }: PastPageProps) {
  const app = useApp()
  const words = useWords()
  const intl = useIntl()
  const { version: number } = past
  const known = briefing.versions.find((version) => version.number === number)
  const date = known === undefined ? '' : intl.formatDate(known.created, { dateStyle: 'long' })
  return (
    <div className="past-banner" role="status" data-testid="past-banner" aria-busy={past.phase === 'loading'}>
      <span>{words('window.versions.past', { number, count: briefing.versions.length, date })}</span>
      <Button className="button" data-testid="past-back" onPress={() => closePast(app)}>
        {words('window.versions.back')}
        <KeyHint>{words('window.key.escape')}</KeyHint>
      </Button>
    </div>
  )
}

function PastText({ briefing, opened }: { readonly briefing: Briefing; readonly opened: OpenVersion }) {
  const then = useMemo(() => briefingThen(briefing, opened), [briefing, opened])
  const { text } = opened.reading
  const paragraphs = useMemo(() => placedText(briefing, opened.version)?.paragraphs ?? [], [briefing, opened.version])
  const article = useRef<HTMLElement>(null)
  const card = useRef<HTMLElement>(null)
  const headline = printedHeadline(then, text, paragraphs)
  const surface = useSurface(article, paragraphs)
  const summary = useSummary(text, paragraphs, then)
  const { go, back } = useWayToWords(surface, summary, card)
  useLitWords(surface, summary)
  const pointer = useLitLines(surface, summary)
  const moves = useRealMoves()
  const activeId = useAppState((state) => state.reading.activeNote)
  const active = opened.notes.find(({ noteId }) => noteId === activeId)
  useEffect(() => paintVersions([{ surface, words: wordsOfNotes(opened.notes) }]), [surface, opened.notes])
  const { start = null, end = null } = active ?? {}
  useEffect(() => {
    if (surface !== null && start !== null && end !== null) bringIntoView(surface, { start, end })
  }, [surface, start, end])
  return (
    <div className="page-scroller">
      <div className="page">
        <div className="reader-bar">
          <VersionMenu briefing={briefing} />
        </div>
        <article
          ref={article}
          lang={opened.reading.language}
          {...pointer}
          onPointerMoveCapture={moves.onPointerMoveCapture}
        >
          <ReaderHead briefing={then} headline={headline} event={summary.summary.events[0]?.label.text ?? null} />
          <HeadNotes />
          <SummaryCard shown={summary} card={card} go={go} isReal={moves.isReal} />
          <ReaderText
            text={text}
            paragraphs={paragraphs.filter((paragraph) => paragraph !== headline)}
            surface={surface}
            onEscape={back}
          />
        </article>
        <WordsFrame surface={surface} start={start} end={end} />
        <TextCaret surface={surface} />
      </div>
    </div>
  )
}

/** The briefing as if that version were still its newest. */
function briefingThen(briefing: Briefing, { version, reading, corrections }: OpenVersion): Briefing {
  const { text: _, ...stored } = reading
  const [first, ...others] = briefing.versions.filter(({ number }) => number <= version)
  return { ...briefing, versions: [first ?? briefing.versions[0], ...others], reading: stored, corrections }
}
