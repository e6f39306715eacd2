// Giving an outcome the words selected in the text: by key, beside the selection, and among the deeds of its row.
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { Span } from '../../domain/span.ts'
import { notify } from '../actions/notice.ts'
import { outcomeOfField, outcomeWordsEdit } from '../state/outcome-words.ts'
import { useApp } from './context.ts'
import type { ReviewDesk } from './review-context.ts'

export type OutcomeWords = {
  /** The outcome (by key) whose field had the focus last, or null. */
  readonly meant: () => string | null
  /** Gives this outcome the selected words, or those read where none are selected; says so when there is nothing to give. */
  readonly give: (key: string) => void
}

/** The two over a desk; always the same object, so that a selection draws no field anew. `onGiven` lets the selection go. */
export function useOutcomeWords(
  desk: Omit<ReviewDesk, 'outcomeWords'>,
  selection: Span | null,
  onGiven: () => void,
): OutcomeWords {
  const app = useApp()
  const now = useRef({ selection, onGiven })
  useLayoutEffect(() => {
    now.current = { selection, onGiven }
  }, [selection, onGiven])
  return useMemo(
    () => ({
      meant: () => outcomeOfField(desk.latest().outcomes, desk.pointing.get().stop)?.key ?? null,
      give: (key) => {
        const outcome = desk.latest().outcomes.find((candidate) => candidate.key === key)
        if (outcome === undefined || !desk.changeable) return
        const edit = outcomeWordsEdit(outcome, now.current.selection)
        if (edit === null) return notify(app, 'window.notice.select-words')
        now.current.onGiven()
        void desk.edit(edit)
      },
    }),
    [app, desk],
  )
}
