// The field a note is written in. It keeps its own words, so that a key press waits for nothing but the field.
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { longestNoteText } from '../../domain/notes/note.ts'
import { closeEditor, typeNote } from '../actions/notes.ts'
import type { Editor } from '../state/reading.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { KeyHint, withControl } from './key-hint.tsx'

/** The field for a note’s words while they are written; it takes the focus, and Escape or Control+Enter closes it. */
export function NoteEditor({ editor }: { readonly editor: Editor }) {
  const app = useApp()
  const words = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(editor.text)
  const [unsaved, setUnsaved] = useState(editor.unsaved)
  const failing = useAppState((state) => state.reading.unsaved.has(editor.noteId))
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [])
  const leave = () => {
    void closeEditor(app)
    app.focus.note(editor.noteId)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }
  const type = (typed: string) => {
    setText(typed)
    setUnsaved(false)
    typeNote(app, editor.noteId, typed)
  }
  return (
    <div className="editor">
      <textarea
        ref={field}
        data-testid="note-text"
        aria-label={words('window.note.text')}
        placeholder={words('window.note.write')}
        maxLength={longestNoteText}
        dir="auto"
        rows={2}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        onBlur={() => void app.saver.flush(editor.noteId)}
      />
      <div className="editor-foot">
        <span>{!failing && words(unsaved ? 'window.note.unsaved' : 'window.note.saved-as-written')}</span>
        <Button className="button" onPress={leave}>
          {words('window.note.done')}
          <KeyHint>{withControl('↵')}</KeyHint>
        </Button>
      </div>
    </div>
  )
}
