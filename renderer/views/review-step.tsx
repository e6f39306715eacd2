// The review of a text on its way in: nothing of it is stored before it is saved.
import { useState } from 'react'
import { backToText, cancelIncoming, saveIncoming } from '../actions/incoming.ts'
import { hasCorrections } from '../state/edits.ts'
import type { IncomingSlice } from '../state/incoming.ts'
import { useWords } from '../words/intl.tsx'
import { useApp } from './context.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import { Review } from './review.tsx'
import { ReviewHead } from './review-head.tsx'

type ReviewStepProps = { readonly incoming: Extract<IncomingSlice, { step: 'review' }> }

/** A text that was read and waits to be saved, with the reason if saving has just failed. */
export function ReviewStep({ incoming }: ReviewStepProps) {
  const app = useApp()
  const words = useWords()
  const { reading, source, failure, busy, edits, attachments } = incoming
  const [asking, setAsking] = useState(false)
  const changed = source.via === 'typed' || hasCorrections(edits.now)
  const cancel = () => (changed ? setAsking(true) : cancelIncoming(app))
  return (
    <>
      <Review
        label={words('window.review.title')}
        reading={reading}
        corrections={edits.now}
        changeable
        failure={failure}
        remark={
          attachments.length === 0
            ? null
            : words('window.review.attachments', { count: attachments.length, names: attachments.join(', ') })
        }
        onDone={() => void saveIncoming(app)}
        onEscape={cancel}
        head={({ paragraphs }, done) => (
          <ReviewHead
            title={words('window.review.title')}
            facts={[
              ...(source.file === null ? [] : [source.file]),
              words('window.review.paragraphs', {
                count: paragraphs.filter(({ number }) => number !== null).length,
              }),
              ...(reading.language === 'und' ? [] : [words(`language.${reading.language}`)]),
            ]}
            busy={busy}
            done="save"
            onCancel={cancel}
            onBack={() => backToText(app)}
            onDone={done}
          />
        )}
      />
      <DiscardDialog isOpen={asking} onKeep={() => setAsking(false)} onDiscard={() => cancelIncoming(app)} />
    </>
  )
}
