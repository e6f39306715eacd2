// The rows as one listbox with a virtual body: the focus stays on the box, the active row is named by its id.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react'
import type { Row } from '../../domain/briefing.ts'
import { chooseRow, openBriefing } from '../actions/reading.ts'
import { type ListItem, movedPosition } from '../state/groups.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { ListRow, rowElementId } from './list-row.tsx'

/** First guesses at heights, in CSS pixels; what is drawn is measured. */
const monthHeight = 36
const rowHeight = 78

/** The rows and month lines in view, of any number; expects at least one item. Where they stand is the items', what they say the library's. */
export function ListRows({ items }: { readonly items: readonly ListItem[] }) {
  const app = useApp()
  const words = useWords()
  const dates = useDates()
  const chosen = useAppState((state) => state.library.chosen)
  const known = useAppState((state) => state.library.rows)
  const box = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => items.flatMap((item): Row[] => (item.kind === 'row' ? [item.row] : [])), [items])
  const indexes = useMemo(() => new Map(items.map((item, at) => [item.kind === 'row' ? item.row.id : '', at])), [items])
  // The same functions for the same items: with others, the places of all of them would be worked out anew.
  const estimateSize = useCallback((at: number) => (items[at]?.kind === 'month' ? monthHeight : rowHeight), [items])
  const getItemKey = useCallback((at: number) => keyOf(items[at]), [items])
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize,
    getItemKey,
    overscan: 6,
  })
  useEffect(() => {
    const at = chosen === null ? undefined : indexes.get(chosen)
    if (at !== undefined) virtual.scrollToIndex(at, { align: 'auto' })
  }, [chosen, indexes, virtual])

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') return app.focus.pane('reader')
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1)
    const at = rows.findIndex((row) => row.id === chosen)
    const row = rows[movedPosition(rows.length, at, event.key, page) ?? -1]
    if (row === undefined) return
    event.preventDefault()
    chooseRow(app, row.id)
  }
  const drawn = virtual.getVirtualItems()
  const chosenIsDrawn = drawn.some((item) => item.key === chosen)
  return (
    <div
      ref={box}
      className="rows"
      role="listbox"
      tabIndex={0}
      data-pane-focus="true"
      aria-label={words('window.list.label')}
      aria-activedescendant={chosen !== null && chosenIsDrawn ? rowElementId(chosen) : undefined}
      onKeyDown={press}
    >
      <div role="presentation" style={{ blockSize: virtual.getTotalSize(), position: 'relative' }}>
        {drawn.map(({ index, start, key }) => {
          const item = items[index]
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="presentation"
              className="row-place"
              style={{ transform: `translateY(${start}px)` }}
            >
              {item?.kind === 'month' && (
                <div className="month" aria-hidden="true">
                  {words('window.list.month', { month: dates.month(item.month), count: item.count })}
                </div>
              )}
              {item?.kind === 'row' && (
                <ListRow
                  row={known.get(item.row.id) ?? item.row}
                  position={item.position}
                  count={rows.length}
                  chosen={item.row.id === chosen}
                  onChoose={() => void openBriefing(app, item.row.id)}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function keyOf(item: ListItem | undefined): string {
  if (item === undefined) return ''
  return item.kind === 'row' ? item.row.id : `month ${item.month}`
}
