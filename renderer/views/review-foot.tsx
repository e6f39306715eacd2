// The keys of a review, where they can be seen, and what a dashed line means.
import { additionKeys, additions } from '../state/additions.ts'
import { useWords } from '../words/intl.tsx'
import { KeyHint } from './key-hint.tsx'

const fieldKeys = ['edit', 'confirm', 'remove', 'take-back', 'words'] as const

/** The line under a review; without the keys where nothing can be changed. */
export function ReviewFoot({ changeable }: { readonly changeable: boolean }) {
  const words = useWords()
  return (
    <footer className="review-foot">
      {changeable && (
        <span>
          {words('window.review.add')}
          {additions.map((addition) => (
            <span key={addition} className="foot-key">
              <KeyHint>{additionKeys[addition].toUpperCase()}</KeyHint> {words(`window.add.${addition}`)}
            </span>
          ))}
        </span>
      )}
      {changeable && (
        <span>
          {words('window.review.on-field')}
          {fieldKeys.map((key) => (
            <span key={key} className="foot-key">
              <KeyHint>{words(`window.key.${key}`)}</KeyHint> {words(`window.review.key-${key}`)}
            </span>
          ))}
        </span>
      )}
      <span className="gap" />
      <span>{words('window.review.dashed')}</span>
    </footer>
  )
}
