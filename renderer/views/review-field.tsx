// One field of a review: its value, dashed while likely, and what keys and pointer do with it. Enter edits, Space confirms, Delete
// says that the text has none (on an item's first field: takes the item away), Backspace goes back to as read.
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Field } from '../../domain/reading/corrected.ts'
import type { Edit, FieldAddress } from '../../domain/reading/edit.ts'
import type { OffsetPair } from '../../domain/reading/reading.ts'
import { fieldId } from '../state/panel.ts'
import { useSelected } from '../state/store.ts'
import { whyOf } from '../state/why.ts'
import { useStateText } from '../words/field-states.ts'
import { useWords } from '../words/intl.tsx'
import { ChoiceMenu, type Choices } from './choice-menu.tsx'
import { FieldEditor, type Typing } from './field-editor.tsx'
import { useDesk } from './review-context.ts'

export type ReviewFieldProps = {
  readonly address: FieldAddress
  readonly field: Field<unknown>
  /** What it is, for those who don't see the label beside it. */
  readonly name: string
  /** The value as it is shown; empty where the text has none. */
  readonly shown: string
  /** Shown in the place of a value that is not there. */
  readonly placeholder?: string
  readonly editor: ({ readonly kind: 'text' } & Typing) | ({ readonly kind: 'choice' } & Choices)
  /** True for the first field of an item: keys on it are about the whole item. */
  readonly heads?: boolean
  /** The item's own words, against which a field counts as carried over; none for the head. */
  readonly item?: OffsetPair
  readonly className?: string
  readonly testId?: string
  readonly invalid?: boolean
  /** What else keys do here; true when one was used up. */
  readonly onKey?: (key: string) => boolean
  readonly children?: ReactNode
}

/** A field: its value as a button, or the editor it opens. */
export function ReviewField(props: ReviewFieldProps) {
  const { address, editor } = props
  const { changeable, stuck, resumed, typed } = useDesk()
  const button = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  const id = fieldId(address)
  const before = resumed.get(id)
  const [editing, setEditing] = useState(changeable && before !== undefined && editor.kind === 'text')
  useLayoutEffect(() => {
    if (wasEditing.current && !editing && document.activeElement === document.body) button.current?.focus()
    wasEditing.current = editing
  }, [editing])
  const close = () => {
    stuck.delete(id)
    resumed.delete(id)
    setEditing(false)
    typed()
  }
  if (editing && editor.kind === 'text')
    return <FieldEditor id={id} name={props.name} typing={editor} opensWith={before ?? editor.typed} onClose={close} />
  return (
    <>
      <FieldButton {...props} button={button} onEdit={() => changeable && setEditing(true)} />
      {editor.kind === 'choice' && (
        <ChoiceMenu choices={editor} name={props.name} trigger={button} isOpen={editing} onClose={close} />
      )}
    </>
  )
}

type FieldButtonProps = ReviewFieldProps & {
  readonly button: React.RefObject<HTMLButtonElement | null>
  readonly onEdit: () => void
}

function FieldButton(props: FieldButtonProps) {
  const { address, field, name, shown, placeholder = '', className = '', invalid = false, item } = props
  const words = useWords()
  const stateText = useStateText()
  const hint = useId()
  const { pointing, first, text, changeable, isReal } = useDesk()
  const press = useFieldKeys(props)
  const id = fieldId(address)
  const isStop = useSelected(pointing, ({ stop }) => (stop ?? first) === id)
  const lit = useSelected(pointing, (now) => now.lit.has(id))
  const said = stateText(field.state, item === undefined ? null : whyOf(text, field.evidence, item))
  const value = shown === '' ? placeholder : shown
  return (
    <button
      ref={props.button}
      type="button"
      className={`field ${className}`}
      data-testid={props.testId}
      data-field={id}
      data-state={field.value === null ? 'none' : field.state}
      data-lit={lit}
      data-invalid={invalid}
      tabIndex={isStop ? 0 : -1}
      dir="auto"
      aria-label={words('window.field.label', { name, value })}
      aria-describedby={said === '' ? undefined : hint}
      aria-disabled={!changeable}
      onFocus={() => pointing.dispatch({ type: 'focused', key: id })}
      onBlur={() => pointing.dispatch({ type: 'pointed', key: null })}
      onPointerMove={() => isReal() && pointing.dispatch({ type: 'pointed', key: id })}
      onPointerLeave={() => pointing.dispatch({ type: 'pointed', key: null })}
      onClick={props.onEdit}
      onKeyDown={press}
    >
      {props.children ?? value}
      {said !== '' && (
        <span id={hint} hidden>
          {said}
        </span>
      )}
    </button>
  )
}

/** What keys do on a field that is not being edited. */
function useFieldKeys({ address, field, heads = false, onEdit, onKey }: FieldButtonProps) {
  const { edit, changeable } = useDesk()
  const ofItem = heads && address.list !== 'head' ? { list: address.list, key: address.key } : null
  const edits: Readonly<Record<string, Edit | null>> = {
    ' ': ofItem === null ? { kind: 'confirm-field', ...address } : { kind: 'confirm-item', ...ofItem },
    Delete: ofItem === null ? clearing(address) : { kind: 'remove', ...ofItem },
    Backspace: ofItem === null ? { kind: 'take-back-field', ...address } : { kind: 'take-back-item', ...ofItem },
  }
  return (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    if (ctrlKey || metaKey || altKey || shiftKey) return
    const made = edits[key] ?? null
    if (key !== 'Enter' && edits[key] === undefined) {
      if (changeable && onKey?.(key.toLowerCase()) === true) event.preventDefault()
      return
    }
    event.preventDefault()
    if (key === 'Enter') return onEdit()
    if (made !== null && changeable && !(key === ' ' && field.value === null)) void edit(made)
  }
}

/** "The text has none", for fields that can have none. */
function clearing(address: FieldAddress): Edit | null {
  if (address.list === 'head') return { kind: 'set', ...address, value: null }
  const { list, key, field } = address
  if (list === 'meetings' && (field === 'date' || field === 'place'))
    return { kind: 'set', list, key, field, value: null }
  if (list === 'meetings' && field === 'people') return { kind: 'set', list, key, field, value: [] }
  if (list === 'people' && (field === 'role' || field === 'affiliation')) {
    return { kind: 'set', list, key, field, value: null }
  }
  if (list === 'topics' && field === 'meeting') return { kind: 'set', list, key, field, value: null }
  if (list === 'outcomes' && (field === 'due' || field === 'meeting'))
    return { kind: 'set', list, key, field, value: null }
  return null
}
