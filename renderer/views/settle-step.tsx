// The report: what became of the notes in the newest version. The notes on one side, both versions of the text on the other, one key for
// each decision.
import { useRef } from 'react'
import { type Briefing, currentVersion } from '../../domain/briefing.ts'
import { canWrite } from '../state/library.ts'
import { useWords } from '../words/intl.tsx'
import { useAppState } from './context.ts'
import { SettleFoot, SettleHead } from './settle-head.tsx'
import { SettleList } from './settle-list.tsx'
import { SettleSides } from './settle-sides.tsx'
import { useReport } from './use-report.ts'
import { useReportFocus, useReportKeys } from './use-report-keys.ts'

/** The report on a briefing's newest version. */
export function SettleStep({ briefing }: { readonly briefing: Briefing }) {
  const words = useWords()
  const root = useRef<HTMLElement>(null)
  const writable = useAppState((state) => canWrite(state.library))
  const shown = useReport(briefing)
  const onKeyDown = useReportKeys()
  useReportFocus(root, shown)
  const version = currentVersion(briefing).number
  return (
    <main
      ref={root}
      className="settle"
      data-testid="settle"
      aria-label={words('window.settle.title', { version })}
      onKeyDown={onKeyDown}
    >
      <SettleHead version={version} report={shown.report} />
      <div className="settle-body">
        <SettleList shown={shown} changeable={writable && briefing.deleted === null} />
        <SettleSides shown={shown} language={briefing.reading.language} />
      </div>
      <SettleFoot />
    </main>
  )
}
