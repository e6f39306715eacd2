// What the window shows before the library: choosing its protection, its recovery key, its lock. Nothing of the library is in the page.
import type { ReactNode } from 'react'
import { assertNever } from '../../../domain/assert-never.ts'
import type { GateState } from '../../../domain/gate.ts'
import { useWords } from '../../words/intl.tsx'
import { useAppState } from '../context.ts'
import { LockedPage } from './locked-page.tsx'
import { ProtectPage } from './protect-page.tsx'
import { RecoveryKeyPage } from './recovery-key-page.tsx'
import { RenewPage } from './renew-page.tsx'

/** The page for the state of the gate; an empty one until main has answered. */
export function GatePage() {
  const { state, renewing } = useAppState((app) => app.gate)
  return (
    <main className="gate" data-testid="gate" data-kind={state?.kind ?? 'unknown'}>
      {state !== null && <Page>{pageOf(state, renewing)}</Page>}
    </main>
  )
}

function pageOf(state: GateState, renewing: string | null): ReactNode {
  switch (state.kind) {
    case 'new':
      return <ProtectPage />
    case 'locked':
      return <LockedPage wait={state.wait} />
    case 'open':
      if (state.recoveryKey !== null) return <RecoveryKeyPage recoveryKey={state.recoveryKey} />
      return renewing === null ? null : <RenewPage recoveryKey={renewing} />
    case 'failed':
      return null
    default:
      return assertNever(state)
  }
}

function Page({ children }: { readonly children: ReactNode }) {
  const words = useWords()
  return (
    <div className="gate-page">
      <div className="gate-name">{words('window.name')}</div>
      {children}
    </div>
  )
}
