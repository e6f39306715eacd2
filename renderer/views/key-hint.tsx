// A key beside the action it stands for. Hidden from assistive technology: the menu and `aria-keyshortcuts` say it there.
import { type CommandId, commands } from '../../domain/commands.ts'
import { printedAccelerator } from '../keyboard/keymap.ts'

/** True on macOS, where Command stands in for Control. */
export const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')

/** A key as it is printed on the board. */
export function KeyHint({ children }: { readonly children: string }) {
  return (
    <span className="key" aria-hidden="true">
      {children}
    </span>
  )
}

/** The key of a command as people read it, or an empty string. */
export function keyOfCommand(id: CommandId): string {
  const { accelerator } = commands[id]
  return accelerator === null ? '' : printedAccelerator(accelerator, isMac)
}

/** A key together with Control, or Command on macOS. */
export function withControl(key: string): string {
  return printedAccelerator(`CmdOrCtrl+${key}`, isMac)
}
