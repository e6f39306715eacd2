// The field of a note's text, and what its Markdown looks like, one in the place of the other.
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { longestNoteText } from '../../domain/notes/note.ts'
import { useWords } from '../words/intl.tsx'
import { KeyHint, withControl } from './key-hint.tsx'
import { NoteMarkdown } from './note-markdown.tsx'

type NoteTextFieldProps = { readonly opensWith: string; readonly onType: (typed: string) => void }

/** The text; Control+Shift+M shows it formatted and goes back to writing. */
export function NoteTextField({ opensWith, onType }: NoteTextFieldProps) {
  const words = useWords()
  const [text, setText] = useState(opensWith)
  const [previewing, setPreviewing] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  useLayoutEffect(() => {
    // The focus goes where the words went.
    if (moved.current) box.current?.querySelector<HTMLElement>(previewing ? '.editor-preview' : 'textarea')?.focus()
    moved.current = false
  }, [previewing])
  const show = (shown: boolean, moves: boolean) => {
    moved.current = moves
    setPreviewing(shown)
  }
  const press = (event: KeyboardEvent) => {
    if (event.code !== 'KeyM' || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    show(!previewing, true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key is the field's
    <div className="editor-text" ref={box} onKeyDown={press}>
      {previewing ? (
        <section
          className="editor-preview card-text"
          data-testid="note-preview"
          aria-label={words('window.note.preview')}
          dir="auto"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the field's place, and the focus
          tabIndex={0}
        >
          {text.trim() === '' ? <p>{words('window.note.preview-empty')}</p> : <NoteMarkdown text={text} />}
        </section>
      ) : (
        <textarea
          data-testid="note-text"
          aria-label={words('window.note.text')}
          aria-keyshortcuts="Control+Shift+M"
          placeholder={words('window.note.write')}
          maxLength={longestNoteText}
          dir="auto"
          rows={2}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            onType(event.target.value)
          }}
        />
      )}
      <ToggleButton
        className="editor-toggle"
        data-testid="note-preview-toggle"
        isSelected={previewing}
        onChange={(shown) => show(shown, false)}
      >
        {words('window.note.preview')}
        <KeyHint>{withControl('Shift+M')}</KeyHint>
      </ToggleButton>
    </div>
  )
}
