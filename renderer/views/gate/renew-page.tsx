// After the recovery key has opened the library: another passphrase, as the one before is forgotten.
import { Button } from 'react-aria-components'
import { leaveRenewing, renewPassphrase } from '../../actions/gate.ts'
import { useWords } from '../../words/intl.tsx'
import { useApp } from '../context.ts'
import { NewPassphrase } from './new-passphrase.tsx'

/** “Choose a new passphrase”; it can be left for another time. */
export function RenewPage({ recoveryKey }: { readonly recoveryKey: string }) {
  const app = useApp()
  const words = useWords()
  return (
    <>
      <h1>{words('window.renew.title')}</h1>
      <p>{words('window.renew.what')}</p>
      <NewPassphrase
        action={words('window.renew.change')}
        onChosen={(passphrase) => renewPassphrase(app, recoveryKey, passphrase)}
        isFirst
        instead={
          <Button className="button" data-testid="renew-later" onPress={() => void leaveRenewing(app)}>
            {words('window.renew.later')}
          </Button>
        }
      />
    </>
  )
}
