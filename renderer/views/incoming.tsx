// A text on its way in fills the window: first the field it is typed or pasted in, then the review.

import { fieldOfVersion } from '../state/incoming.ts'
import { useAppState } from './context.ts'
import { ReviewStep } from './review-step.tsx'
import { TextStep } from './text-step.tsx'
import { VersionStep } from './version-step.tsx'

/** The step a text on its way in is at: its field, a new version’s field or its review; nothing when there is none or it was refused. */
export function Incoming() {
  const incoming = useAppState((state) => state.incoming)
  const version = fieldOfVersion(incoming)
  if (version !== null) return <VersionStep key="version" incoming={version} />
  if (incoming.step === 'text') return <TextStep key="text" incoming={incoming} />
  if (incoming.step === 'review') return <ReviewStep key="review" incoming={incoming} />
  return null
}
