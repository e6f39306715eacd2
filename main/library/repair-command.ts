// `repair` of an open library: every step in its record's turn and under the lock, and what is in memory follows the files.
import type { BriefingFiles } from './briefing-files.ts'
import type { Catalogue } from './catalogue.ts'
import type { Checking } from './checking.ts'
import type { RepairReport } from './library.ts'
import { mendHeader } from './mend-header.ts'
import { type RepairOptions, repairLibrary } from './repair.ts'
import type { SessionKeeper } from './session-keeper.ts'
import type { Shelf } from './shelf.ts'
import type { WriteGuard } from './write-guard.ts'

export type RepairParts = Pick<RepairOptions, 'disk' | 'folder' | 'library' | 'seal' | 'message' | 'now' | 'begin'> & {
  readonly guard: WriteGuard
  readonly shelf: Shelf
  readonly session: SessionKeeper
  readonly files: BriefingFiles
  readonly catalogue: Catalogue
  readonly checking: Checking
}

/** The command. It waits for the check that runs since the opening, so that both do not tidy up at the same time. */
export function repairCommand(parts: RepairParts): () => Promise<RepairReport> {
  const { disk, folder, now, guard, shelf, session, files, catalogue, checking } = parts
  const whenAllowed: RepairOptions['whenAllowed'] = async (work) => {
    const refusal = await guard.check()
    return refusal === null ? work() : { ok: false, failure: refusal }
  }
  return async () => {
    await checking.settled()
    const { report, mended } = await repairLibrary({
      ...parts,
      whenAllowed,
      inTurn: (role, work) =>
        role.role === 'session' ? session.whileIdle(() => whenAllowed(work)) : shelf.write(role.id, work),
      mendHeader: () => mendHeader(disk, folder, now),
      tidied: checking.tidied,
    })
    const ids = [...new Set(mended.flatMap((role) => (role.role === 'session' ? [] : [role.id])))]
    for (const id of ids) {
      files.forget(id)
      catalogue.forgetDamaged(id)
    }
    await shelf.refresh(ids)
    if (mended.length > 0) await checking.again()
    return report
  }
}
