// Step two: the text as it was read on one side, what was read in it on the other, before anything is saved.
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { paragraphsOf } from '../../domain/text/paragraphs.ts'
import { backToText, cancelIncoming, saveIncoming } from '../actions/incoming.ts'
import { correctionsOf, type Fields, fieldsOf, type IncomingSlice, isDayOrNothing } from '../state/incoming.ts'
import { useFailureText } from '../words/failures.ts'
import { useWords } from '../words/intl.tsx'
import { useApp } from './context.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import { Paragraphs } from './reader-text.tsx'
import { ReviewHead } from './review-head.tsx'
import { ReviewReport } from './review-report.tsx'
import { useReadMarks } from './use-read-marks.ts'

type ReviewStepProps = { readonly incoming: Extract<IncomingSlice, { step: 'review' }> }

/** A text that was read and waits to be saved, with the reason if saving has just failed. */
export function ReviewStep({ incoming }: ReviewStepProps) {
  const app = useApp()
  const words = useWords()
  const failureText = useFailureText()
  const { reading, source, failure, busy } = incoming
  const read = useMemo(() => fieldsOf(reading), [reading])
  const paragraphs = useMemo(() => paragraphsOf(reading.text, reading), [reading])
  const [fields, setFields] = useState(() => fieldsOf(reading, incoming.corrections))
  const [asking, setAsking] = useState(false)
  const text = useRef<HTMLDivElement>(null)
  useReadMarks(text, reading)
  const corrections = correctionsOf(read, fields)
  const changed = source.via === 'typed' || Object.keys(corrections).length > 0
  const change = (next: Fields) => {
    setFields(next)
    app.saveDraftSoon.call(reading.text, source, correctionsOf(read, next))
  }
  const save = () => isDayOrNothing(fields.date) && void saveIncoming(app, corrections)
  const cancel = () => (changed ? setAsking(true) : cancelIncoming(app))
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') cancel()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
    else return
    event.preventDefault()
  }
  return (
    <main className="review" data-testid="review" aria-label={words('window.review.title')} onKeyDown={press}>
      <ReviewHead
        file={source.file}
        paragraphs={paragraphs.filter(({ number }) => number !== null).length}
        language={reading.language}
        busy={busy}
        onCancel={cancel}
        onBack={() => backToText(app)}
        onSave={save}
      />
      {failure !== null && (
        <p className="review-problem" role="alert" data-testid="error">
          {failureText(failure)}
        </p>
      )}
      <div className="review-sides">
        <section className="review-text" aria-label={words('window.review.text')}>
          <div
            ref={text}
            className="text"
            lang={reading.language}
            role="document"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a text longer than the window is scrolled by key
            tabIndex={0}
            aria-label={words('window.reader.text')}
          >
            <Paragraphs text={reading.text} paragraphs={paragraphs} />
          </div>
        </section>
        <ReviewReport reading={reading} read={read} fields={fields} onChange={change} />
      </div>
      <footer className="review-foot">{words('window.review.dashed')}</footer>
      <DiscardDialog isOpen={asking} onKeep={() => setAsking(false)} onDiscard={() => cancelIncoming(app)} />
    </main>
  )
}
