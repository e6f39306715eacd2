// What every field of a review needs: how to edit the reading, and what is pointed at. The reading itself stands in a context of its
// own, so that an edit draws only what it changed and not every field of a long text.
import { createContext, useContext } from 'react'
import type { CorrectedReading } from '../../domain/reading/corrected.ts'
import type { Edit } from '../../domain/reading/edit.ts'
import type { TypedField } from '../state/app-state.ts'
import type { NumberedText } from '../state/why.ts'
import type { OutcomeWords } from './use-outcome-words.ts'
import type { PointingStore } from './use-summary.ts'

export type ReviewDesk = {
  /** The reading as it stands at the moment of asking: for what is worked out when a key is pressed, not when it is drawn. */
  readonly latest: () => CorrectedReading
  readonly text: NumberedText
  /** False where nothing can be saved: fields are shown, not edited. */
  readonly changeable: boolean
  readonly pointing: PointingStore
  /** The field the tab key goes to before any was used. */
  readonly first: string
  /** Makes an edit; false when it could not be kept. The focus goes to what was added, else stays or goes to the next field. */
  readonly edit: (edit: Edit) => Promise<boolean>
  /** True while a movement that is being handled is the pointer's own (and no scrolling under it). */
  readonly isReal: () => boolean
  /** Keeps what is being typed in a field as a draft; `edit` is what the words stand for, null for nothing. */
  readonly type: (typed: TypedField, edit: Edit | null) => void
  /** Drops the draft of a field whose words were kept or given up. */
  readonly typed: () => void
  /** Words with which a field opens because a crash came between, by the field's id; taken out when the field closes. */
  readonly resumed: Map<string, string>
  /** Ids of fields whose typed words are no value yet, such as half a date. */
  readonly stuck: Set<string>
  readonly outcomeWords: OutcomeWords
}

/** The desk of a review; null only outside one. */
export const DeskContext = createContext<ReviewDesk | null>(null)

/** The desk a field is on. Throws outside a review, which is a programming error. */
export function useDesk(): ReviewDesk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('a field was drawn outside a review')
  return desk
}

/** The reading under review; null only outside one. */
export const ReadingContext = createContext<CorrectedReading | null>(null)

/** The reading as it stands, for the parts that list its items. Throws outside a review, which is a programming error. */
export function useReading(): CorrectedReading {
  const reading = useContext(ReadingContext)
  if (reading === null) throw new Error('a part of a review was drawn outside one')
  return reading
}
