// How sure a field is and why, in words: what a dashed line says to those who don't see it or don't know it yet.
import type { FieldState } from '../../domain/reading/corrections.ts'
import type { Why } from '../state/why.ts'
import { useWords } from './intl.tsx'

/** The function that says how a field stands; an empty string for what the text plainly says. */
export function useStateText(): (state: FieldState, why: Why | null) => string {
  const words = useWords()
  return (state, why) => {
    const reason = [
      ...(why?.via == null ? [] : [words('window.why.via', { via: why.via })]),
      ...(why?.paragraph == null ? [] : [words('window.why.carried', { number: why.paragraph })]),
    ]
    const known = state === 'certain' ? [] : [words(`window.state.${state}`)]
    return [...known, ...reason].join(' · ')
  }
}
