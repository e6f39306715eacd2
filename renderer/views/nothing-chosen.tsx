// The reader while no briefing is chosen, or while the bin is empty.
import { canWrite, countsOf } from '../state/library.ts'
import { useWords } from '../words/intl.tsx'
import { useAppState } from './context.ts'
import { CommandButton } from './empty-library.tsx'

/** What to do next, while no briefing is chosen in the library or the bin. */
export function NothingChosen() {
  const words = useWords()
  const { view, rows } = useAppState((state) => state.library)
  const writable = useAppState((state) => canWrite(state.library))
  const empty = countsOf(rows)[view] === 0
  const page = view === 'library' ? 'library' : empty ? 'empty-bin' : 'bin'
  return (
    <div className="calm">
      <h1>{words(`window.nothing-chosen.${page}.title`)}</h1>
      <p>{words(`window.nothing-chosen.${page}.text`)}</p>
      {writable && view === 'library' && (
        <ul className="ways-in">
          <li>
            <CommandButton id="briefing.new" />
          </li>
          <li>
            <CommandButton id="briefing.open-file" />
          </li>
        </ul>
      )}
    </div>
  )
}
