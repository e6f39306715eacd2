// A quiet strip while older rules have read some briefings: it offers to read them again, then shows how far that is.
import { Button } from 'react-aria-components'
import { readAgain, stopReading } from '../actions/reading-again.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { Icon } from './icons.tsx'

/** The strip for `count` older readings; nothing while there are none or somebody put it aside. */
export function OlderReadings({ count }: { readonly count: number }) {
  const app = useApp()
  const words = useWords()
  const progress = useAppState((state) => state.library.progress)
  const dismissed = useAppState((state) => state.library.olderDismissed)
  if (progress !== null) return <Progress done={progress.done} total={progress.total} />
  if (count === 0 || dismissed) return null
  return (
    <div className="banner quiet" role="status" data-testid="banner-older">
      <span>{words('window.older.count', { count })}</span>
      <Button className="button" data-testid="read-again" onPress={() => void readAgain(app)}>
        {words('window.older.read-again')}
      </Button>
      <Button
        className="icon-button"
        aria-label={words('window.close')}
        onPress={() => app.store.dispatch({ slice: 'library', type: 'older-dismissed' })}
      >
        <Icon name="close" size={12} />
      </Button>
    </div>
  )
}

/** Not announced as it moves: it would talk without end. */
function Progress({ done, total }: { readonly done: number; readonly total: number }) {
  const app = useApp()
  const words = useWords()
  return (
    <div className="banner quiet" data-testid="banner-reading">
      <span>{words('window.older.progress', { done, total })}</span>
      <progress aria-label={words('window.older.label')} value={done} max={total} />
      <Button className="button" data-testid="stop-reading" onPress={() => void stopReading(app)}>
        {words('window.older.stop')}
      </Button>
    </div>
  )
}
