// A note while it is written: its text, what was promised, its tags. The fields keep their own words, so that a key press waits for
// nothing but the field.
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Note } from '../../domain/notes/note.ts'
import { closeEditor, typeNote } from '../actions/notes.ts'
import type { Editor } from '../state/reading.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { KeyHint, withControl } from './key-hint.tsx'
import { CommitmentFields } from './note-commitment-fields.tsx'
import { TagField } from './note-tag-field.tsx'
import { NoteTextField } from './note-text-field.tsx'

type NoteEditorProps = { readonly editor: Editor; readonly note: Note }

/** The fields of a note; one takes the focus, and Escape or Control+Enter closes them all. */
export function NoteEditor({ editor, note }: NoteEditorProps) {
  const app = useApp()
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [unsaved, setUnsaved] = useState(editor.unsaved)
  const [warned, setWarned] = useState(false)
  const failing = useAppState((state) => state.reading.unsaved.has(editor.noteId))
  // Asked for again, the field takes the focus again.
  useLayoutEffect(() => focusField(box.current, editor.field), [editor])
  const leave = () => {
    const wrong = box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    setWarned(wrong != null)
    // Half a day is said to be none once; whoever leaves then leaves it.
    if (wrong != null && !warned) return wrong.focus()
    void closeEditor(app)
    app.focus.note(editor.noteId)
  }
  const press = (event: KeyboardEvent) => {
    const isOpenList = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
    const leaves =
      (event.key === 'Escape' && !isOpenList) || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    if (!leaves || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields in it
    <div className="editor" ref={box} onKeyDown={press} onBlur={() => void app.saver.flush(editor.noteId)}>
      <NoteTextField
        opensWith={editor.text}
        onType={(typed) => {
          setUnsaved(false)
          typeNote(app, editor.noteId, typed)
        }}
      />
      {note.kind === 'commitment' && <CommitmentFields note={note} warned={warned} />}
      <TagField note={note} />
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

function focusField(box: HTMLElement | null, field: Editor['field']): void {
  const input = box?.querySelector<HTMLTextAreaElement | HTMLInputElement>(`[data-testid="note-${field}"]`)
  input?.focus()
  input?.setSelectionRange(input.value.length, input.value.length)
}
