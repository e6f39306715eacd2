// The tags of a note while it is written: each can be taken off, and a field adds others, completed from those used on the briefing.
import { type KeyboardEvent, useMemo, useState } from 'react'
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { longestTag, mostTags, type Note } from '../../domain/notes/note.ts'
import { typeParts, writtenNote } from '../actions/notes.ts'
import { tagsOn } from '../state/note-filter.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { Icon } from './icons.tsx'

/** The tags and the field: Enter or a comma adds what was typed, Backspace in the empty field takes the last one off. */
export function TagField({ note }: { readonly note: Note }) {
  const app = useApp()
  const words = useWords()
  const [tags, setTags] = useState(() => writtenNote(app, note).tags)
  const [typed, setTyped] = useState('')
  const known = useKnownTags(tags)
  const change = (next: readonly string[]) => {
    setTags(next)
    typeParts(app, note.noteId, { tags: next })
  }
  const add = (words: string) => {
    const tag = words.trim().slice(0, longestTag)
    setTyped('')
    if (tag !== '' && !tags.includes(tag) && tags.length < mostTags) change([...tags, tag])
  }
  const press = (event: KeyboardEvent) => {
    const field = event.target
    if (!(field instanceof HTMLInputElement) || event.nativeEvent.isComposing) return
    const choosing = field.getAttribute('aria-activedescendant') != null
    const adds = event.key === ',' || (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !choosing)
    if (adds) add(typed)
    else if (event.key === 'Backspace' && typed === '') change(tags.slice(0, -1))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="editor-tags" onKeyDownCapture={press}>
      <ul className="card-tags" aria-label={words('window.note.tags')}>
        {tags.map((tag) => (
          <li key={tag} className="note-tag" dir="auto">
            {tag}
            <Button
              className="note-tag-remove"
              aria-label={words('window.note.tag-remove', { tag })}
              onPress={() => change(tags.filter((one) => one !== tag))}
            >
              <Icon name="close" size={9} />
            </Button>
          </li>
        ))}
      </ul>
      <ComboBox
        className="tag-box"
        aria-label={words('window.note.tag-add')}
        items={known.filter(({ id }) => id.toLowerCase().includes(typed.trim().toLowerCase()))}
        inputValue={typed}
        onInputChange={setTyped}
        value={null}
        onChange={(tag) => tag !== null && add(String(tag))}
        onBlur={() => add(typed)}
        allowsCustomValue
        menuTrigger="input"
      >
        <Input data-testid="note-tags" placeholder={words('window.note.tag-add')} maxLength={longestTag} dir="auto" />
        <Popover className="menu-place" placement="bottom start">
          <ListBox<{ id: string }> className="menu" aria-label={words('window.note.tag-known')}>
            {({ id }) => (
              <ListBoxItem id={id} className="menu-item" textValue={id}>
                {id}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  )
}

/** The tags used on the briefing that a note does not have yet. */
function useKnownTags(own: readonly string[]): readonly { readonly id: string }[] {
  const notes = useAppState((state) => state.reading.notes)
  return useMemo(
    () =>
      tagsOn(notes)
        .filter((tag) => !own.includes(tag))
        .map((id) => ({ id })),
    [notes, own],
  )
}
