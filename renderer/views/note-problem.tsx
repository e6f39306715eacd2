// Why what was typed on a note is not on disk yet, and another try.
import { Button } from 'react-aria-components'
import { saveNow } from '../actions/notes.ts'
import { useFailureText } from '../words/failures.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'

/** The reason while there is one; nothing else. */
export function SaveProblem({ noteId }: { readonly noteId: string }) {
  const app = useApp()
  const words = useWords()
  const failureText = useFailureText()
  const unsaved = useAppState((state) => state.reading.unsaved.get(noteId))
  if (unsaved === undefined) return null
  return (
    <div className="card-problem" role="alert">
      <p>{words('window.note.not-saved', { reason: failureText(unsaved.failure) })}</p>
      <Button className="button" onPress={() => void saveNow(app, noteId)}>
        {words('window.try-again')}
      </Button>
    </div>
  )
}
