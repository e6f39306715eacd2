// A few values to choose from, under the field they are for.
import type { RefObject } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import type { Edit } from '../../domain/reading/edit.ts'
import { useDesk } from './review-context.ts'

export type Choices = {
  /** In order, worked out when the menu opens; `id` is the value. */
  readonly options: () => readonly { readonly id: string; readonly label: string }[]
  readonly chosen: string | null
  readonly editOf: (id: string) => Edit | null
}

type ChoiceMenuProps = {
  readonly choices: Choices
  readonly name: string
  readonly trigger: RefObject<HTMLElement | null>
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Shows the name above the values, where the field does not say what they are for. */
  readonly named?: boolean
}

/** The menu while it is open; choosing makes the edit, Escape gives up, and the focus returns to the field. */
export function ChoiceMenu({ choices, name, trigger, isOpen, onClose, named = false }: ChoiceMenuProps) {
  const { edit } = useDesk()
  if (!isOpen) return null
  return (
    <Popover
      className="menu-place"
      aria-label={name}
      placement="bottom start"
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      {named && <p className="menu-name">{name}</p>}
      <Menu
        className="menu"
        aria-label={name}
        data-testid="field-choices"
        autoFocus="first"
        selectionMode="single"
        selectedKeys={choices.chosen === null ? [] : [choices.chosen]}
        onAction={(id) => {
          onClose()
          const made = id === choices.chosen ? null : choices.editOf(String(id))
          if (made !== null) void edit(made)
        }}
      >
        {choices.options().map(({ id, label }) => (
          <MenuItem key={id} id={id} className="menu-item" textValue={label}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  )
}
