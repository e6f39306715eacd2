// The strength of a passphrase as it is typed; the judge comes with the first page that asks for one.
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Judge, Score } from '../../strength/judge.ts'

/**
 * The least score that a new passphrase may have. The one who has a copy of the files can guess for as long as they like, slowed by the
 * derivation of the key alone: 3 stands for a hundred million guesses and more, about a year of one processor's work.
 */
export const leastScore: Score = 3

/** The score; null while nothing is typed or the judge is on its way. */
export function useStrength(passphrase: string): Score | null {
  const [judge, setJudge] = useState<Judge | null>(null)
  useEffect(() => {
    let isWanted = true
    void import('../../strength/judge.ts').then(({ createJudge }) => {
      if (isWanted) setJudge(() => createJudge())
    })
    return () => {
      isWanted = false
    }
  }, [])
  // Typing never waits for a judgement.
  const judged = useDeferredValue(passphrase)
  return useMemo(() => (judge === null || judged === '' ? null : judge(judged)), [judge, judged])
}
