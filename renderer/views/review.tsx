// The text on one side, what was read in it on the other: for a text on its way in, and for a stored one that is being corrected.
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import type { CorrectedReading } from '../../domain/reading/corrected.ts'
import type { Corrections } from '../../domain/reading/corrections.ts'
import { listedAs } from '../../domain/reading/listed-as.ts'
import type { Reading } from '../../domain/reading/reading.ts'
import type { Failure } from '../../domain/result.ts'
import type { Span } from '../../domain/span.ts'
import type { Paragraph } from '../../domain/text/paragraphs.ts'
import { type Addition, addingEdit, additionOf, eventBefore } from '../state/additions.ts'
import { isWordsKey } from '../state/outcome-words.ts'
import { useFailureText } from '../words/failures.ts'
import { DeskContext, ReadingContext, type ReviewDesk } from './review-context.ts'
import { ReviewFoot } from './review-foot.tsx'
import { ReviewPanel } from './review-panel.tsx'
import { ReviewText } from './review-text.tsx'
import { useOutcomeWords } from './use-outcome-words.ts'
import { useRealMoves } from './use-real-moves.ts'
import { useFieldWords, useMarks, useReviewDesk, useWordsInView } from './use-review.ts'
import { useLitLines, useLitWords } from './use-summary.ts'
import { useSurface } from './use-surface.ts'

/** What a head can say of the text under it. */
type ReviewedText = { readonly reading: CorrectedReading; readonly paragraphs: readonly Paragraph[] }

type ReviewProps = {
  readonly label: string
  readonly reading: Reading
  readonly corrections: Corrections
  readonly changeable: boolean
  readonly failure: Failure | null
  /** What there is to know of the text besides, or null. */
  readonly remark: string | null
  readonly head: (review: ReviewedText, done: () => void) => ReactNode
  /** Saves, or ends correcting; not called while a field holds words that are no value. */
  readonly onDone: () => void
  readonly onEscape: () => void
}

/** The two sides under a head, with the keys that hold everywhere in them. */
export function Review(props: ReviewProps) {
  const { reading, corrections, changeable, failure } = props
  const failureText = useFailureText()
  const root = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLElement>(null)
  const [selection, setSelection] = useState<Span | null>(null)
  const moves = useRealMoves()
  const { desk: bare, reading: shownReading } = useReviewDesk(reading, corrections, changeable, panel, moves.isReal)
  const letGo = () => {
    document.getSelection()?.removeAllRanges()
    setSelection(null)
  }
  const outcomeWords = useOutcomeWords(bare, selection, letGo)
  const desk = useMemo(() => ({ ...bare, outcomeWords }), [bare, outcomeWords])
  const surface = useSurface(root, desk.text)
  const shown = useFieldWords(shownReading, desk)
  useMarks(surface, shownReading)
  useLitWords(surface, shown)
  useWordsInView(surface, shown)
  const pointer = useLitLines(surface, shown)
  const add = (addition: Addition) => {
    if (selection === null || !changeable) return
    const edit = addingEdit(addition, selection, eventBefore(shownReading.meetings, selection.start))
    letGo()
    void desk.edit(edit)
  }
  const done = () => (leadToProblem(panel.current, desk) ? undefined : props.onDone())
  const keys = useReviewKeys({ desk, selection, add, done, leave: props.onEscape })
  return (
    <DeskContext.Provider value={desk}>
      <ReadingContext.Provider value={shownReading}>
        <main
          className="review"
          data-testid="review"
          aria-label={props.label}
          onPointerMoveCapture={moves.onPointerMoveCapture}
          {...keys}
        >
          {props.head({ reading: shownReading, paragraphs: desk.text.paragraphs }, done)}
          {failure !== null && (
            <p className="review-problem" role="alert" data-testid="error">
              {failureText(failure)}
            </p>
          )}
          {props.remark !== null && (
            <p className="review-only" data-testid="review-remark">
              {props.remark}
            </p>
          )}
          <div className="review-sides">
            <ReviewText
              root={root}
              surface={surface}
              language={reading.language}
              selection={selection}
              onSelect={setSelection}
              onAdd={add}
              pointer={pointer}
              onClick={() => litField(panel.current)?.scrollIntoView({ block: 'nearest' })}
              onEnter={() => litField(panel.current)?.focus()}
            />
            <ReviewPanel
              panel={panel}
              opening={listedAs(reading, shownReading.meetings[0]?.label.value)}
              language={reading.language}
            />
          </div>
          <ReviewFoot changeable={changeable} />
        </main>
      </ReadingContext.Provider>
    </DeskContext.Provider>
  )
}

type ReviewKeys = {
  readonly desk: ReviewDesk
  readonly selection: Span | null
  readonly add: (addition: Addition) => void
  readonly done: () => void
  readonly leave: () => void
}

/** Escape leaves, Control+Enter is done, Shift+Enter confirms what is certain, letters make something of selected words. */
function useReviewKeys({ desk, selection, add, done, leave }: ReviewKeys) {
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event
    if (isInDialog(target)) return
    const inField = target instanceof HTMLInputElement
    const alone = !ctrlKey && !metaKey && !altKey && !shiftKey
    const addition = selection === null || inField || !alone ? null : additionOf(key, event.nativeEvent.code)
    const outcome = inField || !alone || !isWordsKey(key, event.nativeEvent.code) ? null : desk.outcomeWords.meant()
    const isMeant = outcome !== null && (selection !== null || isOnField(target))
    if (key === 'Escape') leave()
    else if (addition !== null) add(addition)
    else if (isMeant) desk.outcomeWords.give(outcome)
    else return
    event.preventDefault()
  }
  /** Before a button that has the focus takes them for a press. */
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, shiftKey, target } = event
    if (key !== 'Enter' || isInDialog(target)) return
    if (ctrlKey || metaKey) afterEditors(done)
    else if (!shiftKey || target instanceof HTMLInputElement) return
    else if (desk.changeable) void desk.edit({ kind: 'confirm-certain' })
    event.preventDefault()
    event.stopPropagation()
  }
  return { onKeyDown, onKeyDownCapture }
}

function isOnField(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-field]') !== null
}

/** Events of dialogs and menus come through their owner although they are drawn elsewhere. */
function isInDialog(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.review') === null
}

/** A field being edited keeps its words first. */
function afterEditors(done: () => void): void {
  const field = document.activeElement
  if (field instanceof HTMLInputElement) field.blur()
  requestAnimationFrame(done)
}

/** Puts the focus on the first field whose words are no value; false when all are. */
function leadToProblem(panel: HTMLElement | null, { stuck }: ReviewDesk): boolean {
  const open = [...stuck].map((id) => panel?.querySelector<HTMLElement>(`[data-editing="${CSS.escape(id)}"]`))
  const field = open.find((found) => found != null) ?? panel?.querySelector<HTMLElement>('[data-invalid="true"]')
  field?.focus()
  return field != null
}

/** The first field whose words the pointer or the caret is on. */
function litField(panel: HTMLElement | null): HTMLElement | null {
  return panel?.querySelector<HTMLElement>('[data-lit="true"]') ?? null
}
