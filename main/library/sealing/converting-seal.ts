// The seal of a library that may be half converted: reads what was already converted and what was not, writes the new form only.
import { failed, type Result, success } from '../../../domain/result.ts'
import type { Disk } from '../disk.ts'
import type { Header } from '../header.ts'
import { type IsListed, readList } from './conversion-list.ts'
import { type Form, formerKeys } from './converting.ts'
import type { DataKey } from './data-key.ts'
import { isSealed, recordSeal } from './record-seal.ts'
import { plainSeal, type Seal } from './seal.ts'

export type OpenSeal = {
  readonly seal: Seal
  /** The keys it has beside the library's own. */
  readonly former: readonly DataKey[]
}

type ConvertingParts = {
  readonly to: Form
  readonly dataKey: DataKey
  readonly former: readonly DataKey[]
  readonly isListed: IsListed
}

/** Reads a record as what it is, if it may be that: sealed under the library's key, or as it was before. */
export function convertingSeal({ to, dataKey, former, isListed }: ConvertingParts): Seal {
  const own = recordSeal(dataKey)
  const earlier = former.map(recordSeal)
  const target = to === 'sealed' ? own : plainSeal
  return {
    seal: target.seal,
    open: (bytes, place) => {
      const opened = own.open(bytes, place)
      if (opened.ok || (to === 'sealed' && !isListed(bytes, place))) return opened
      for (const seal of earlier) {
        const before = seal.open(bytes, place)
        if (before.ok) return before
      }
      // What only looks sealed was never so where there was no key.
      const mayBeClear = !isSealed(bytes) || (to === 'sealed' && earlier.length === 0)
      return mayBeClear ? success(bytes) : failed('record-damaged')
    },
  }
}

/** The seal for a library as its header says. Failures: `library-damaged`; rejects with the system's error. */
export async function sealOf(
  disk: Disk,
  folder: string,
  header: Header,
  dataKey: DataKey | null,
): Promise<Result<OpenSeal>> {
  if (dataKey === null) return success({ seal: plainSeal, former: [] })
  if (header.converting === undefined) return success({ seal: recordSeal(dataKey), former: [] })
  const former = formerKeys(header.converting, header, dataKey)
  if (!former.ok) return former
  const isListed = await readList({ disk, folder, library: header.id, dataKey })
  const { to } = header.converting
  return success({ seal: convertingSeal({ to, dataKey, former: former.value, isListed }), former: former.value })
}
