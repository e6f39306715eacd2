// Who may call main: the top frame of our own page in a window of ours. Everything else is refused before its arguments
// are looked at.
import type { IpcMainInvokeEvent } from 'electron'
import { isOurAddress } from './origin.ts'

/** The part of a call's event that tells who sent it. */
export type Sender = {
  readonly sender: { readonly id: number }
  readonly senderFrame: Pick<NonNullable<IpcMainInvokeEvent['senderFrame']>, 'url' | 'parent'> | null
}

/**
 * True when the call comes from our page. In: the event and the ids of the contents of our windows. `senderFrame` is null
 * when the frame has gone meanwhile: refused.
 */
export function isTrustedSender(event: Sender, ourContents: ReadonlySet<number>): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOurAddress(frame.url) && ourContents.has(event.sender.id)
}
