// Which notes are shown, chosen from a menu of what occurs on the briefing, and how many of all that are.
import { useMemo, useRef } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import { clearNoteFilter, setNoteFilterMenu, toggleNoteFilter } from '../actions/note-filter.ts'
import { choicesOn, type FilterChoice, isChosen, isEveryNote } from '../state/note-filter.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { Icon } from './icons.tsx'
import { KeyHint, keyOfCommand } from './key-hint.tsx'
import { useNoteCounts, useNoteFilter, useToday } from './use-shown-notes.ts'

const sorts = ['kinds', 'tags', 'standings', 'due'] as const

/** The head of the notes: how many there are or are shown, the filter's button, and the way back to all of them. */
export function NotesHead() {
  const words = useWords()
  const { all, passing } = useNoteCounts()
  const filtering = !isEveryNote(useNoteFilter())
  return (
    <div className="notes-head">
      <h2 className="notes-count" data-testid="notes-count" role={filtering ? 'status' : undefined}>
        {filtering
          ? words('window.notes.filtered', { shown: passing, count: all })
          : words('window.notes.count', { count: all })}
      </h2>
      {all > 0 && <FilterMenu filtering={filtering} />}
      {filtering && <Cleared />}
    </div>
  )
}

function Cleared() {
  const app = useApp()
  const words = useWords()
  return (
    <p className="notes-filtered">
      {words('window.notes.filtered-how')}{' '}
      <Button className="notes-clear" data-testid="notes-clear" onPress={() => clearNoteFilter(app)}>
        {words('window.notes.filter-clear')}
        <KeyHint>{keyOfCommand('note.filter-clear')}</KeyHint>
      </Button>
    </p>
  )
}

function FilterMenu({ filtering }: { readonly filtering: boolean }) {
  const app = useApp()
  const words = useWords()
  const button = useRef<HTMLButtonElement>(null)
  const isOpen = useAppState((state) => state.noteFilter.isOpen)
  const shown = words(filtering ? 'window.notes.filter-on' : 'window.notes.filter-all')
  return (
    <>
      <Button
        ref={button}
        className="notes-filter"
        data-testid="notes-filter"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={words('window.notes.filter-button', { shown })}
        onPress={() => setNoteFilterMenu(app, true)}
      >
        {shown}
        <Icon name="down" size={11} />
      </Button>
      <Popover
        className="menu-place filter-place"
        aria-label={words('window.notes.filter')}
        placement="bottom end"
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={(open) => setNoteFilterMenu(app, open)}
      >
        <Choices />
      </Popover>
    </>
  )
}

function Choices() {
  const app = useApp()
  const words = useWords()
  const notes = useAppState((state) => state.reading.notes)
  const filter = useNoteFilter()
  const today = useToday()
  const choices = useMemo(() => choicesOn(notes, today), [notes, today])
  const labelOf = useChoiceLabel()
  return (
    <Menu
      className="menu"
      aria-label={words('window.notes.filter')}
      data-testid="notes-filter-menu"
      autoFocus="first"
      selectionMode="multiple"
      shouldCloseOnSelect={false}
      selectedKeys={choices.filter((choice) => isChosen(filter, choice)).map(keyOf)}
      onAction={(key) => {
        const choice = choices.find((one) => keyOf(one) === key)
        if (choice !== undefined) toggleNoteFilter(app, choice)
      }}
    >
      {sorts
        .map((sort) => ({ sort, ofSort: choices.filter(({ of }) => of === sort) }))
        .filter(({ ofSort }) => ofSort.length > 0)
        .map(({ sort, ofSort }) => (
          <MenuSection key={sort} id={sort}>
            <Header className="menu-name">{words(`window.notes.filter-${sort}`)}</Header>
            {ofSort.map((choice) => (
              <MenuItem
                key={keyOf(choice)}
                id={keyOf(choice)}
                className={`menu-item ${choice.of === 'kinds' ? `kind-${choice.value}` : ''}`}
                textValue={labelOf(choice)}
              >
                <span className="menu-check" aria-hidden="true">
                  {isChosen(filter, choice) && <Icon name="check" size={12} />}
                </span>
                {choice.of === 'kinds' && <span className="swatch" aria-hidden="true" />}
                <span dir="auto">{labelOf(choice)}</span>
                <span className="menu-count">{words('window.notes.filter-count', { count: choice.count })}</span>
              </MenuItem>
            ))}
          </MenuSection>
        ))}
    </Menu>
  )
}

function useChoiceLabel(): (choice: FilterChoice) => string {
  const words = useWords()
  return ({ of, value }) => {
    if (of === 'tags') return value
    if (of === 'kinds') return words(`note-kind.${value}`)
    return words(of === 'due' ? `window.notes.due.${value}` : `window.notes.standing.${value}`)
  }
}

function keyOf({ of, value }: FilterChoice): string {
  return `${of} ${value}`
}
