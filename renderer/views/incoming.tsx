// A text on its way in fills the window: first the field it is typed or pasted in, then the review.

import { useAppState } from './context.ts'
import { ReviewStep } from './review-step.tsx'
import { TextStep } from './text-step.tsx'

/** The step a text on its way in is at: its field or its review; nothing when there is none or it was refused. */
export function Incoming() {
  const incoming = useAppState((state) => state.incoming)
  if (incoming.step === 'text') return <TextStep key="text" incoming={incoming} />
  if (incoming.step === 'review') return <ReviewStep key="review" incoming={incoming} />
  return null
}
