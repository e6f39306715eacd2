// The review's head: what came in, and the three ways on.
import { Button } from 'react-aria-components'
import { useWords } from '../words/intl.tsx'
import { KeyHint, withControl } from './key-hint.tsx'

type ReviewHeadProps = {
  readonly file: string | null
  readonly paragraphs: number
  readonly language: string
  readonly busy: boolean
  readonly onCancel: () => void
  readonly onBack: () => void
  readonly onSave: () => void
}

/** The head of the review: file, paragraphs, language; and cancel, back and save, which waits while `busy`. */
export function ReviewHead({ file, paragraphs, language, busy, onCancel, onBack, onSave }: ReviewHeadProps) {
  const words = useWords()
  const facts = [
    ...(file === null ? [] : [file]),
    words('window.review.paragraphs', { count: paragraphs }),
    ...(language === 'und' ? [] : [words(`language.${language}`)]),
  ]
  return (
    <header className="review-head">
      <h1>{words('window.review.title')}</h1>
      <span className="review-facts">{facts.join(' · ')}</span>
      <span className="gap" />
      <Button className="button" data-testid="review-cancel" onPress={onCancel}>
        {words('window.review.cancel')}
        <KeyHint>{words('window.key.escape')}</KeyHint>
      </Button>
      <Button className="button" data-testid="review-back" onPress={onBack}>
        {words('window.review.back')}
      </Button>
      <Button className="button primary" data-testid="review-save" isDisabled={busy} autoFocus onPress={onSave}>
        {words('window.review.save')}
        <KeyHint>{withControl('↵')}</KeyHint>
      </Button>
    </header>
  )
}
