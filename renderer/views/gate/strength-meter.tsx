// How strong the typed passphrase is, in a bar of four parts and in words.
import type { Score } from '../../strength/judge.ts'
import { useWords } from '../../words/intl.tsx'

/** The meter; without a score it says what makes a passphrase strong. */
export function StrengthMeter({ score }: { readonly score: Score | null }) {
  const words = useWords()
  return (
    <div className="strength" data-testid="strength" data-score={score ?? 'none'}>
      <div className="strength-bar" aria-hidden="true">
        {[1, 2, 3, 4].map((part) => (
          <span key={part} className={part <= (score ?? 0) ? 'strength-part full' : 'strength-part'} />
        ))}
      </div>
      <p role="status">{words(score === null ? 'window.gate.strength-hint' : `window.gate.strength-${score}`)}</p>
    </div>
  )
}
