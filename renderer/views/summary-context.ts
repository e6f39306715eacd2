// What every line of a summary card needs of the card it is in.
import { createContext, useContext } from 'react'
import type { SummaryLine } from '../state/summary.ts'
import type { PointingStore } from './use-summary.ts'

export type Card = {
  readonly pointing: PointingStore
  /** The key of the line the tab key goes to before any was used. */
  readonly first: string | null
  /** Shows a line's words in the text. */
  readonly go: (line: SummaryLine) => void
  /** True while a movement that is being handled is the pointer's own (and no scrolling under it). */
  readonly isReal: () => boolean
}

/** The card around a line; null only outside one. */
export const CardContext = createContext<Card | null>(null)

/** The card a line is in. Throws outside a card, which is a programming error. */
export function useCard(): Card {
  const card = useContext(CardContext)
  if (card === null) throw new Error('a line was drawn outside a summary card')
  return card
}
