// Short messages at the window's edge.
import type { Failure, MessageValues } from '../../domain/result.ts'
import type { Deed } from '../state/undo.ts'
import type { App } from './app.ts'

type NoticeOptions = { readonly values?: MessageValues; readonly undo?: Deed; readonly quiet?: boolean }

/** Shows a message of the catalogue; `undo` offers to take that deed back, `quiet` lets it be heard only. */
export function notify(app: App, messageKey: string, options: NoticeOptions = {}): void {
  const { values = {}, undo = null, quiet = false } = options
  app.store.dispatch({ slice: 'notice', notice: { messageKey, values, undo, quiet } })
}

/** Says why something was not done. */
export function notifyFailure(app: App, failure: Failure): void {
  notify(app, failure.messageKey, { values: failure.values })
}

/** Takes the message away. */
export function dismissNotice(app: App): void {
  app.store.dispatch({ slice: 'notice', notice: null })
}

/** True when the library can be written; else says why not. */
export function mayWrite(app: App): boolean {
  const { state } = app.store.get().library
  if (state === null) return false
  if (state.readOnly !== null) notifyFailure(app, state.readOnly)
  return state.readOnly === null
}
