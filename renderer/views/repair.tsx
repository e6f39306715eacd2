// The banner's one button while something is damaged, and the strip that says afterwards what was repaired and what was not.
import { Button } from 'react-aria-components'
import { dismissRepair, repairLibrary } from '../actions/repairing.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { Icon } from './icons.tsx'
import { KeyHint, keyOfCommand } from './key-hint.tsx'

/** Has the library repaired; while that runs it says so and can't be pressed again. */
export function RepairButton() {
  const app = useApp()
  const words = useWords()
  const running = useAppState((state) => state.library.repair === 'running')
  return (
    <Button className="button" data-testid="repair" isDisabled={running} onPress={() => void repairLibrary(app)}>
      {words(running ? 'window.repair.running' : 'window.repair.button')}
      {!running && <KeyHint>{keyOfCommand('library.repair')}</KeyHint>}
    </Button>
  )
}

/** Problems named one by one; the rest are counted. */
const named = 3

/** What came of the last repair, until it is put away; nothing before. */
export function RepairReport() {
  const app = useApp()
  const words = useWords()
  const repair = useAppState((state) => state.library.repair)
  if (repair === null || repair === 'running') return null
  const { repaired, remaining } = repair
  const more = remaining.length - named
  return (
    <div className="banner quiet repaired" role="status" data-testid="banner-repaired">
      <div>
        <p>{words('window.repair.done', { repaired, remaining: remaining.length })}</p>
        {remaining.length > 0 && (
          <ul>
            {remaining.slice(0, named).map(({ file, problem }) => (
              <li key={`${file} ${problem}`}>
                <bdi>{file}</bdi>: {problem}
              </li>
            ))}
            {more > 0 && <li>{words('window.repair.more', { count: more })}</li>}
          </ul>
        )}
      </div>
      <Button className="icon-button" aria-label={words('window.close')} onPress={() => dismissRepair(app)}>
        <Icon name="close" size={12} />
      </Button>
    </div>
  )
}
