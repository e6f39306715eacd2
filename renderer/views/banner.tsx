// Strips above everything for what concerns the whole library: it can only be read, or some of it is damaged.
import { Button } from 'react-aria-components'
import { takeOver } from '../actions/start.ts'
import { useFailureText } from '../words/failures.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { OlderReadings } from './older-readings.tsx'
import { RepairButton, RepairReport } from './repair.tsx'

/** The strips for a library that can only be read and for damaged records; nothing while all is well. */
export function Banners() {
  const app = useApp()
  const words = useWords()
  const failureText = useFailureText()
  const state = useAppState((all) => all.library.state)
  if (state === null) return null
  const { readOnly, damaged } = state
  const mayTakeOver = readOnly?.code === 'library-locked-elsewhere' && readOnly.values.mayTakeOver === 1
  return (
    <>
      {readOnly !== null && (
        <div className="banner" role="status" data-testid="banner-read-only">
          <span>{words('window.banner.read-only', { reason: failureText(readOnly) })}</span>
          {mayTakeOver && (
            <Button className="button" onPress={() => void takeOver(app)}>
              {words('window.banner.take-over')}
            </Button>
          )}
          {readOnly.code === 'library-damaged' && <RepairButton />}
        </div>
      )}
      {damaged > 0 && (
        <div className="banner damaged" role="status" data-testid="banner-damaged">
          <span>{words('window.banner.damaged', { count: damaged })}</span>
          {readOnly === null && <RepairButton />}
        </div>
      )}
      <RepairReport />
      {state.rolledBack && (
        <div className="banner damaged" role="status" data-testid="banner-rolled-back">
          {words('window.banner.rolled-back')}
        </div>
      )}
      {state.withdrawn > 0 && (
        <div className="banner damaged" role="status" data-testid="banner-withdrawn">
          {words('window.banner.withdrawn', { count: state.withdrawn })}
        </div>
      )}
      {readOnly === null && <OlderReadings count={state.older} />}
    </>
  )
}
