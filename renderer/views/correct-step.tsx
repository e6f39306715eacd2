// Correcting a stored reading: the same two sides, every edit stored as it is made.
import { useMemo } from 'react'
import { type Briefing, headOf, readingOf } from '../../domain/briefing.ts'
import { stopCorrecting } from '../actions/correcting.ts'
import { canWrite } from '../state/library.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { Review } from './review.tsx'
import { ReviewHead } from './review-head.tsx'

/** The open briefing's reading, editable where it can be saved. */
export function CorrectStep({ briefing }: { readonly briefing: Briefing }) {
  const app = useApp()
  const words = useWords()
  const writable = useAppState((state) => canWrite(state.library))
  const changeable = writable && briefing.deleted === null
  const { reading: stored, versions } = briefing
  // biome-ignore lint/correctness/useExhaustiveDependencies: corrections change the briefing, not what was read
  const reading = useMemo(() => readingOf(briefing), [stored, versions])
  const title = words(changeable ? 'window.correct.title' : 'window.correct.look')
  const leave = () => stopCorrecting(app)
  return (
    <Review
      label={title}
      reading={reading}
      corrections={briefing.corrections}
      changeable={changeable}
      failure={null}
      remark={changeable ? null : words('window.review.read-only')}
      onDone={leave}
      onEscape={leave}
      head={({ reading: shown }, done) => (
        <ReviewHead
          title={title}
          facts={[
            headOf(briefing).title ?? shown.meetings[0]?.label.value ?? '',
            ...(changeable ? [words('window.correct.kept')] : []),
          ].filter((fact) => fact !== '')}
          busy={false}
          done="done"
          onCancel={null}
          onBack={null}
          onDone={done}
        />
      )}
    />
  )
}
