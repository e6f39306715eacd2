// Turns what the library announces into the contract's events, so that the window follows changes it did not make itself.
import { assertNever } from '../../domain/assert-never.ts'
import type { EventName, Events } from '../../domain/contract.ts'
import type { Library } from '../library/library.ts'

export type SendEvent = <Name extends EventName>(name: Name, event: Events[Name]) => void

/** Sends every change of the library on; the returned function stops that. */
export function announceChanges(library: Pick<Library, 'onChange'>, send: SendEvent): () => void {
  return library.onChange((change) => {
    switch (change.kind) {
      case 'rows':
        return send('library.changed', { upserted: change.upserted, removed: change.removed })
      case 'notes':
        return send('notes.changed', {
          briefingId: change.briefingId,
          upserted: change.upserted,
          removed: change.removed,
        })
      case 'briefings':
        return send('briefings.changed', { ids: change.ids })
      case 'reading':
        return send('reading.progress', change.progress)
      case 'state':
        return send('library.state-changed', change.state)
      default:
        return assertNever(change)
    }
  })
}
