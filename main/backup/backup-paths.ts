// Which files of a library go into a backup, and which may come out of one: the library's own records under the names the library gives
// them, nothing else. A list of what is allowed, so that no trick with names has to be known here.
import { assertNever } from '../../domain/assert-never.ts'
import { headerName, manifestName, shards } from '../library/file-names.ts'
import { roleOf } from '../library/verify-files.ts'

/** The most signs of a path: the longest the library makes has fewer than half as many. */
export const longestPath = 255
const plainPart = /^[0-9a-z][0-9A-Za-z.-]*$/

/** True for a path (relative to the library, with `/`) that a backup may hold. */
export function goesAlong(path: string): boolean {
  const parts = path.split('/')
  if (path.length > longestPath || !parts.every(isPlainPart)) return false
  const role = roleOf(path)
  switch (role.role) {
    case 'header':
    case 'manifest':
      // Not their earlier copies: a former passphrase might open one.
      return path === headerName || path === manifestName
    // A library that is half converted is backed up as it is, and goes on where it was when it is restored.
    case 'conversion':
      return true
    case 'entry':
    case 'notes':
      // Perhaps not in its own folder, but in one of those that there are: a folder may be called `con` nowhere.
      return shards.includes(parts.at(-2) ?? '')
    case 'session':
      return true
    // Made anew (the catalogue), or of this moment only, or nothing of ours.
    case 'catalogue':
    case 'lock':
    case 'temporary':
    case 'conflict':
    case 'unknown':
      return false
    default:
      return assertNever(role)
  }
}

/** True for what lies in the folder, is no file of the library, and so is left out. */
export function isLeftOut(path: string): boolean {
  const { role } = roleOf(path)
  return role === 'conflict' || role === 'unknown'
}

/** True for the file that a briefing stands or falls with. */
export function isBriefing(path: string): boolean {
  const role = roleOf(path)
  return role.role === 'entry' && role.part === 'current'
}

/** Whose turn a file is read in: its briefing's, or its own. */
export function turnOf(path: string): string {
  const role = roleOf(path)
  return role.role === 'entry' || role.role === 'notes' ? role.id : path
}

function isPlainPart(part: string): boolean {
  return plainPart.test(part) && !part.endsWith('.')
}
