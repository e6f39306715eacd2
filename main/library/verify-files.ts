// Which files a library's folder holds and what each is, by its name alone.
import { join } from 'node:path'
import { compare } from '../../domain/compare.ts'
import { type Disk, listFolder } from './disk.ts'
import {
  catalogueName,
  conversionName,
  headerPart,
  isClaim,
  isManifestFile,
  isOfNoAccount,
  isUuid,
  lockName,
  type RecordPart,
  recordName,
  shardOf,
  temporaryToken,
} from './file-names.ts'
import { systemCode } from './storage-error.ts'

type InRecord = { readonly id: string; readonly part: RecordPart; readonly inPlace: boolean }
export type RecordRole =
  | (InRecord & { readonly role: 'entry' })
  | (InRecord & { readonly role: 'session' })
  | (InRecord & { readonly role: 'notes'; readonly device: string })
export type HeaderRole = { readonly role: 'header'; readonly part: RecordPart }
export type FileRole =
  | RecordRole
  | HeaderRole
  | { readonly role: 'manifest' }
  | { readonly role: 'catalogue' }
  | { readonly role: 'lock' }
  | { readonly role: 'conversion' }
  | { readonly role: 'temporary' | 'conflict' | 'unknown' }

/** What sync engines call the copies they make when two sides changed a file, and editors their backups. */
const conflictMarks: readonly RegExp[] = [
  /\(conflicted copy\b/i,
  /\bconflicted copy\b/i,
  /\.sync-conflict-\d{8}-\d{6}/,
  /\(case conflict\b/i,
  /[-_ ]conflict[-_ ]?\d*/i,
  / \(\d+\)\.json$/,
  /~$/,
]

/** `unreadable` are folders that could not be listed, with the system's code. All paths relative to the library, with `/`. */
export type Listing = {
  readonly files: readonly string[]
  readonly unreadable: readonly { readonly file: string; readonly code: string }[]
}

/** All files under `folder`, in order of name. */
export async function listLibrary(disk: Disk, folder: string, under = ''): Promise<Listing> {
  const files: string[] = []
  const unreadable: { readonly file: string; readonly code: string }[] = []
  try {
    const entries = await listFolder(disk.fileSystem, join(folder, under))
    for (const { name, kind } of entries.toSorted((a, b) => compare(a.name, b.name))) {
      if (isOfNoAccount(name)) continue
      const relative = under === '' ? name : `${under}/${name}`
      const below =
        kind === 'folder' ? await listLibrary(disk, folder, relative) : { files: [relative], unreadable: [] }
      files.push(...below.files)
      unreadable.push(...below.unreadable)
    }
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    unreadable.push({ file: under === '' ? '.' : under, code })
  }
  return { files, unreadable }
}

/** What a file is. In: its path relative to the library, with `/`. */
export function roleOf(relative: string): FileRole {
  const parts = relative.split('/')
  const name = parts.at(-1) ?? ''
  if (temporaryToken(name) !== null) return { role: 'temporary' }
  const header = headerPart(relative)
  if (header !== null) return { role: 'header', part: header }
  if (isManifestFile(relative)) return { role: 'manifest' }
  if (relative === lockName || isClaim(relative)) return { role: 'lock' }
  if (relative === conversionName) return { role: 'conversion' }
  if (relative === catalogueName) return { role: 'catalogue' }
  return recordRole(parts) ?? { role: conflictMarks.some((mark) => mark.test(name)) ? 'conflict' : 'unknown' }
}

function recordRole(parts: readonly string[]): RecordRole | null {
  const record = recordName(parts.at(-1) ?? '')
  if (record === null) return null
  const [kind, second, third] = parts
  const shard = shardOf(record.id)
  if (kind === 'entries' && parts.length === 3) return { role: 'entry', ...record, inPlace: second === shard }
  if (kind === 'sessions' && parts.length === 2) return { role: 'session', ...record, inPlace: true }
  if (kind !== 'notes' || parts.length !== 4 || second === undefined || !isUuid(second)) return null
  return { role: 'notes', ...record, inPlace: third === shard, device: second }
}
