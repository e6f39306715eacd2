// Deletes a briefing for good before its time in the bin is over: every device's notes on it, too, since they would be notes on nothing.
import { failed, type Result, success } from '../../domain/result.ts'
import { type Session, startOfSession } from '../../domain/session.ts'
import { removeForGood } from './bin.ts'
import type { BriefingFiles } from './briefing-files.ts'
import type { Disk } from './disk.ts'
import type { SessionKeeper } from './session-keeper.ts'
import type { Shelf } from './shelf.ts'
import { asResult, storageError } from './storage-error.ts'

export type DeleteOptions = {
  readonly disk: Disk
  readonly folder: string
  readonly files: BriefingFiles
  readonly shelf: Shelf
  readonly session: SessionKeeper
  /** Writes the list anew, so that no title is left in it. */
  readonly saveList: () => Promise<void>
}

/**
 * The command. Failures: `briefing-not-in-bin`, `record-missing`, `record-damaged` (its older copy may be wrong about where it is), or the
 * disk's. Interrupted, it leaves the briefing in the bin or gone.
 */
export function deleteForGood(options: DeleteOptions): (id: string) => Promise<Result<{ readonly id: string }>> {
  const { files, shelf, session, saveList } = options
  return async (id) => {
    const devices = await files.findDevices()
    if (!devices.ok) return devices
    const removed = await shelf.write(id, () => removeFromBin(options, id))
    if (!removed.ok) return removed
    const forgotten = withoutBriefing(session.get(), id)
    if (forgotten !== session.get()) {
      // Twice, since one earlier copy of the session is kept.
      for (let time = 0; time < 2; time += 1) {
        session.save(forgotten)
        await session.flush()
      }
    }
    await saveList()
    return success({ id })
  }
}

async function removeFromBin({ disk, folder, files, shelf }: DeleteOptions, id: string): Promise<Result<null>> {
  files.forget(id)
  const read = await files.readEntry(id)
  if (!read.ok) return read
  const { record, warning } = read.value
  if (record === null) return failed('record-missing', { id })
  if (warning !== null) return { ok: false, failure: warning }
  if (record.deleted === null) return failed('briefing-not-in-bin')
  return asResult(async () => {
    try {
      await removeForGood(disk, folder, id, files.devices())
    } catch (error) {
      throw storageError(error, `${id}.json`)
    }
    files.forget(id)
    shelf.drop(id)
    return null
  })
}

/** The session without its place in this briefing and without words typed for it; the same one when it has neither. */
function withoutBriefing(session: Session, id: string): Session {
  const { place, draft } = session
  const isOf = draft !== null && (draft.kind === 'briefing' ? draft.revises === id : draft.briefingId === id)
  if (place.briefingId !== id && !isOf) return session
  return {
    place: place.briefingId === id ? { ...startOfSession.place, view: place.view } : place,
    draft: isOf ? null : draft,
  }
}
