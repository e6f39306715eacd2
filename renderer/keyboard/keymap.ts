// Which command or kind of note a key stands for. The keys themselves are written down once, in domain/commands.ts.
import { type CommandId, commandIds, commands } from '../../domain/commands.ts'
import { type NoteKind, noteKinds } from '../../domain/notes/note.ts'

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const modifierNames = ['CmdOrCtrl', 'Shift', 'Alt']
const arrowKeys: Readonly<Record<string, string>> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
}
/** What a text field does itself with the same keys: undo, redo, delete a word. */
const ownedByTextFields: ReadonlySet<CommandId> = new Set([
  'edit.undo-action',
  'edit.redo-action',
  'note.delete',
  'briefing.delete',
])

/**
 * The command of a key press, or null. On Linux and Windows only: on macOS the system's menu owns these keys.
 * `inTextField` leaves to a text field the keys it needs.
 */
export function commandOf(press: KeyPress, inTextField: boolean): CommandId | null {
  const id = commandIds.find((candidate) => {
    const { accelerator } = commands[candidate]
    return accelerator !== null && matches(press, accelerator)
  })
  return id === undefined || (inTextField && ownedByTextFields.has(id)) ? null : id
}

/** The kind of note a bare digit key 1 to 8 stands for, or null. */
export function kindOf(press: KeyPress): NoteKind | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return null
  const key = keyName(press)
  return /^[1-8]$/.test(key) ? (noteKinds[Number(key) - 1] ?? null) : null
}

/** An accelerator in Electron's notation as people read it: `CmdOrCtrl+Shift+L` → `Ctrl+Shift+L`, on macOS `⌘⇧L`. */
export function printedAccelerator(accelerator: string, mac: boolean): string {
  if (!mac) return accelerator.replace('CmdOrCtrl', 'Ctrl')
  const signs: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥' }
  return accelerator
    .split('+')
    .map((part) => signs[part] ?? part)
    .join('')
}

function matches(press: KeyPress, accelerator: string): boolean {
  const parts = accelerator.split('+')
  const has = (name: string) => parts.includes(name)
  const key = parts.find((part) => !modifierNames.includes(part)) ?? ''
  return (
    press.ctrlKey === has('CmdOrCtrl') &&
    press.shiftKey === has('Shift') &&
    press.altKey === has('Alt') &&
    !press.metaKey &&
    keyName(press) === (arrowKeys[key] ?? key).toLowerCase()
  )
}

/** The letter, digit or name of a key pressed without Control, Command or Alt, in lower case; null with one of them. */
export function bareKey(press: KeyPress): string | null {
  return press.ctrlKey || press.metaKey || press.altKey ? null : keyName(press)
}

/** The key's name in lower case; on a layout whose key gives no Latin letter or digit, the key's place on the board. */
function keyName(press: KeyPress): string {
  const { key, code } = press
  if (key.length > 1 || /^[a-z0-9]$/i.test(key)) return key.toLowerCase()
  return code.replace(/^(?:Key|Digit)/, '').toLowerCase()
}
