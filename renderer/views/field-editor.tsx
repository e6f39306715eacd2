// The input a field becomes while it is edited. Enter keeps what was typed, Escape gives it up; what is no value yet (half a date)
// stays open and says so.
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Edit } from '../../domain/reading/edit.ts'
import { useWords } from '../words/intl.tsx'
import { useDesk } from './review-context.ts'

export type Typing = {
  /** What the input opens with. */
  readonly typed: string
  /** The edit that typed words stand for; null while they are none. */
  readonly editOf: (typed: string) => Edit | null
  /** The same for a draft, where half a date is kept as it is. */
  readonly draftOf?: (typed: string) => Edit | null
  /** Key of the sentence that says what is wrong with words that are no value. */
  readonly problem?: string
}

type FieldEditorProps = {
  readonly id: string
  readonly name: string
  readonly typing: Typing
  /** The field's words, or those typed before a crash. */
  readonly opensWith: string
  readonly onClose: () => void
}

/** The longest value main takes, in UTF-16 units. */
const longestValue = 1_000

/** The input, with the focus in it; it closes when what was typed is kept or given up. */
export function FieldEditor({ id, name, typing, opensWith, onClose }: FieldEditorProps) {
  const { edit, type, stuck } = useDesk()
  const words = useWords()
  const hint = useId()
  const [typed, setTyped] = useState(opensWith)
  const [wrong, setWrong] = useState(false)
  const closed = useRef(false)
  const close = () => {
    closed.current = true
    onClose()
  }
  const keep = async () => {
    if (closed.current) return
    if (typed.trim() === typing.typed.trim()) return close()
    const made = typing.editOf(typed.trim())
    setWrong(made === null)
    if (made === null) stuck.add(id)
    else if (await edit(made)) close()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
      void keep()
    } else return
    event.preventDefault()
  }
  return (
    <span className="field-editor">
      <input
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that had the focus
        autoFocus
        data-testid="field-input"
        data-editing={id}
        aria-label={name}
        aria-invalid={wrong}
        aria-describedby={wrong ? hint : undefined}
        dir="auto"
        maxLength={longestValue}
        value={typed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value)
          setWrong(false)
          const text = event.target.value
          type({ field: id, text }, (typing.draftOf ?? typing.editOf)(text.trim()))
        }}
        onKeyDown={press}
        onBlur={() => void keep()}
      />
      {wrong && typing.problem !== undefined && (
        <span id={hint} className="field-problem" role="alert">
          {words(typing.problem)}
        </span>
      )}
    </span>
  )
}
