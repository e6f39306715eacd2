// The review's head: what is under review, and the ways on.
import { Button } from 'react-aria-components'
import { useWords } from '../words/intl.tsx'
import { KeyHint, withControl } from './key-hint.tsx'
import { useDesk } from './review-context.ts'

type ReviewHeadProps = {
  readonly title: string
  readonly facts: readonly string[]
  readonly onCancel: (() => void) | null
  readonly onBack: (() => void) | null
  readonly onDone: () => void
  /** What being done means. */
  readonly done: 'save' | 'done'
  readonly busy: boolean
}

/** The head of a review: what it is of, and cancel, back, confirm and save as far as they are possible; saving waits while `busy`. */
export function ReviewHead({ title, facts, onCancel, onBack, onDone, done, busy }: ReviewHeadProps) {
  const words = useWords()
  const { edit, changeable, resumed } = useDesk()
  // A field that opens with words from before a crash has the focus.
  const takesFocus = resumed.size === 0
  return (
    <header className="review-head">
      <h1 dir="auto">{title}</h1>
      <span className="review-facts">{facts.join(' · ')}</span>
      <span className="gap" />
      {onCancel !== null && (
        <Button className="button" data-testid="review-cancel" onPress={onCancel}>
          {words('window.review.cancel')}
          <KeyHint>{words('window.key.escape')}</KeyHint>
        </Button>
      )}
      {onBack !== null && (
        <Button className="button" data-testid="review-back" onPress={onBack}>
          {words('window.review.back')}
        </Button>
      )}
      {changeable && (
        <Button
          className="button"
          data-testid="review-confirm-certain"
          onPress={() => void edit({ kind: 'confirm-certain' })}
        >
          {words('window.review.confirm-certain')}
          <KeyHint>{words('window.key.shift-enter')}</KeyHint>
        </Button>
      )}
      <Button
        className="button primary"
        data-testid="review-save"
        isDisabled={busy}
        autoFocus={takesFocus}
        onPress={onDone}
      >
        {words(`window.review.${done}`)}
        <KeyHint>{done === 'save' ? withControl('↵') : words('window.key.escape')}</KeyHint>
      </Button>
    </header>
  )
}
