// The list of one view: a filter field, months, and rows of which only the visible ones are drawn.
import { type ReactNode, useMemo } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { typeQuery } from '../actions/reading.ts'
import { groupByMonth, matchingRows, rowsOfView } from '../state/groups.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { Icon } from './icons.tsx'
import { KeyHint, keyOfCommand } from './key-hint.tsx'
import { ListRows } from './list-rows.tsx'

/**
 * The list of the current view while it loads, when it has rows, and when it has none or none that match. `splitter`
 * stands at its edge.
 */
export function List({ splitter }: { readonly splitter: ReactNode }) {
  const words = useWords()
  const { arranged, view, matches, phase, query } = useAppState((state) => state.library)
  const ofView = useMemo(() => rowsOfView(arranged, view), [arranged, view])
  const items = useMemo(() => groupByMonth(matchingRows(ofView, matches)), [ofView, matches])
  const filtering = query.trim() !== ''
  return (
    <section
      className="list"
      data-testid="list"
      data-pane="list"
      aria-label={words(`window.rail.${view}`)}
      aria-busy={phase === 'loading'}
    >
      <FilterField />
      {phase === 'loading' && <LoadingRows label={words('window.list.loading')} />}
      {phase === 'ready' && items.length > 0 && <ListRows items={items} />}
      {phase === 'ready' && items.length === 0 && (
        <p className="list-empty">
          {filtering ? words('window.list.no-match', { query: query.trim() }) : words(`window.list.empty-${view}`)}
        </p>
      )}
      {splitter}
    </section>
  )
}

function FilterField() {
  const app = useApp()
  const words = useWords()
  const query = useAppState((state) => state.library.query)
  return (
    <div className="filter">
      <SearchField
        className="filter-field"
        aria-label={words('window.list.filter')}
        value={query}
        onChange={(typed) => typeQuery(app, typed)}
      >
        <Icon name="search" size={14} />
        <Input
          data-testid="list-filter"
          placeholder={words('window.list.filter')}
          maxLength={1000}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') app.focus.pane('list')
          }}
        />
        <KeyHint>{keyOfCommand('list.filter')}</KeyHint>
      </SearchField>
    </div>
  )
}

function LoadingRows({ label }: { readonly label: string }) {
  return (
    <div className="loading-rows" role="status">
      <span className="visually-hidden">{label}</span>
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className="loading-row" />
      ))}
    </div>
  )
}
