// `repair` of an open library: every step in its record's turn and under the lock, and what is in memory follows the files.
import { type Result, success } from '../../domain/result.ts'
import type { BriefingFiles } from './briefing-files.ts'
import type { Catalogue } from './catalogue.ts'
import type { Checking } from './checking.ts'
import type { RepairReport } from './library.ts'
import type { ManifestKeeper } from './manifest-keeper.ts'
import { mendHeader } from './mend-header.ts'
import { type RepairOptions, repairLibrary } from './repair.ts'
import type { SessionKeeper } from './session-keeper.ts'
import type { Shelf } from './shelf.ts'
import { asResult } from './storage-error.ts'
import type { RecordRole } from './verify-files.ts'
import { currentOf } from './verify-record.ts'
import type { WriteGuard } from './write-guard.ts'

export type RepairParts = Pick<
  RepairOptions,
  'disk' | 'folder' | 'library' | 'seal' | 'message' | 'standing' | 'now' | 'begin'
> & {
  readonly guard: WriteGuard
  readonly shelf: Shelf
  readonly session: SessionKeeper
  readonly files: BriefingFiles
  readonly catalogue: Catalogue
  readonly checking: Checking
  /** The list of records of a sealed library. */
  readonly manifest: ManifestKeeper | null
}

/** The command. It waits for the check that runs since the opening, so that both do not tidy up at the same time. */
export function repairCommand(parts: RepairParts): () => Promise<RepairReport> {
  const { disk, folder, now, guard, shelf, session, checking } = parts
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
      relist: (records, anew) => relist(parts, records, anew),
      tidied: checking.tidied,
    })
    if (mended.length > 0) await checking.again()
    return report
  }
}

/** What is in memory follows the files first: the list of records is made of it. */
async function relist(
  { files, catalogue, shelf, manifest }: RepairParts,
  mended: readonly RecordRole[],
  anew: boolean,
): Promise<Result<null>> {
  const ids = [...new Set(mended.flatMap((role) => (role.role === 'session' ? [] : [role.id])))]
  for (const id of ids) {
    files.forget(id)
    catalogue.forgetDamaged(id)
  }
  await shelf.refresh(ids)
  if (manifest === null || (ids.length === 0 && !anew)) return success(null)
  return asResult(async () => {
    await manifest.brought(mended.map(currentOf))
    return null
  })
}
