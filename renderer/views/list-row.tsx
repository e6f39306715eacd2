// One briefing in the list: its headline, or its first event's words in italics where it has none, and the facts under it.
import { binKeeps, listedDay, type Row } from '../../domain/briefing.ts'
import { printedMarking } from '../../domain/marking.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/intl.tsx'

type ListRowProps = {
  readonly row: Row
  /** Counted from 0 over all rows of the list. */
  readonly position: number
  readonly count: number
  readonly chosen: boolean
  readonly onChoose: () => void
}

/** The id of a row's element, for `aria-activedescendant`. */
export function rowElementId(id: string): string {
  return `row-${id}`
}

/**
 * One briefing’s row, chosen or not: its headline (or first words), whom it was with, then date, place, events, outcomes, notes
 * and marking as far as there are any.
 */
export function ListRow({ row, position, count, chosen, onChoose }: ListRowProps) {
  const words = useWords()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it has the focus and the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox names its active row instead
    <div
      id={rowElementId(row.id)}
      className="row"
      role="option"
      data-testid="list-row"
      data-id={row.id}
      aria-selected={chosen}
      aria-setsize={count}
      aria-posinset={position + 1}
      onClick={onChoose}
    >
      <div className={row.title === null ? 'row-title ours' : 'row-title'} dir="auto">
        {row.title ?? row.opening}
      </div>
      {row.counterpart !== null && (
        <div className="row-counterpart" dir="auto">
          {words('window.list.counterpart', { name: row.counterpart })}
        </div>
      )}
      <RowFacts row={row} />
    </div>
  )
}

function RowFacts({ row }: { readonly row: Row }) {
  const words = useWords()
  const dates = useDates()
  return (
    <div className="row-facts">
      <span>
        {row.date === null
          ? words('window.list.read-in', { date: dates.short(listedDay(row)) })
          : dates.short(row.date)}
      </span>
      {row.place !== null && <span dir="auto">{row.place}</span>}
      {row.title === null && (
        <span className="ours-mark" title={words('window.list.ours-why')}>
          {words('window.list.ours')}
        </span>
      )}
      {row.events > 0 && <span>{words('window.list.events', { count: row.events })}</span>}
      {row.outcomes > 0 && <span>{words('window.list.outcomes', { count: row.outcomes })}</span>}
      {row.notes > 0 && <span>{words('window.list.notes', { count: row.notes })}</span>}
      {row.marking !== null && <span className="tag">{printedMarking(row.marking)}</span>}
      {row.deleted !== null && (
        <span>{words('window.list.kept-until', { date: dates.short(lastDay(row.deleted)) })}</span>
      )}
    </div>
  )
}

/** The ISO day on which the bin lets a briefing go. */
function lastDay(deleted: string): string {
  return new Date(Date.parse(deleted) + binKeeps).toISOString().slice(0, 10)
}
