// Where each record lies in the library's folder and what the files beside it are called (DESIGN.md, On disk).

export const headerName = 'library.json'
export const lockName = 'lock.json'
/** What stood in the library when its sealing began; there only while it is being sealed. */
export const conversionName = 'conversion.json'
export const manifestName = 'manifest.json'
export const catalogueName = 'cache/catalogue.json'

/** How many earlier generations are kept of what keeps its last copy only: library.json, sessions, settings. */
export const generationsKept = 1

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const older = /^(\d{1,12})\.(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.prev$/
const temporary = /^\..+\.([0-9a-f]{8})[0-9a-f]{16}\.tmp$/

/** True for a UUID in small letters, as ids and devices are named. */
export function isUuid(text: string): boolean {
  return uuid.test(text)
}

/** The folder of a record: the last two hex digits of its id, since a UUIDv7 begins with the time. */
export function shardOf(id: string): string {
  return id.slice(-2)
}

/** All folders there can be: 00 to ff. */
export const shards: readonly string[] = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, '0'))

/** True for library.json, its earlier generations and damaged ones put aside. In: a path relative to the library. */
export function isHeaderFile(name: string): boolean {
  return headerPart(name) !== null
}

/** True for the list of records of a sealed library and its earlier copies. In: a path relative to the library. */
export function isManifestFile(name: string): boolean {
  return name === manifestName || /^manifest\.[0-9a-z-]+\.prev$/.test(name)
}

const ofNoAccount = /^(\.DS_Store|\.localized|desktop\.ini|Thumbs\.db|\.directory|\.st(folder|ignore|versions))$/

/** True for what systems and sync engines put into every folder: it says nothing about the library. In: a bare name. */
export function isOfNoAccount(name: string): boolean {
  return ofNoAccount.test(name)
}

/** The file of a briefing's entry. This and the next two are relative to the library, with `/`. */
export function entryFile(id: string): string {
  return `entries/${shardOf(id)}/${id}.json`
}
/** The file of one device's notes on a briefing. */
export function notesFile(device: string, id: string): string {
  return `notes/${device}/${shardOf(id)}/${id}.json`
}
/** The file of a device's place and draft. */
export function sessionFile(device: string): string {
  return `sessions/${device}.json`
}

/** The path of generation `number` (1 is the newest) of the record at `path`. */
export function generationOf(path: string, number: number): string {
  return `${path.replace(/\.json$/, '')}.${number}.prev`
}

/**
 * The path of a generation older than the newest. `sequence` (2 and up) grows with every one made, so the order never hangs on a
 * clock; `written`, in milliseconds since 1970, says when its bytes were the record's, and a copied library keeps it.
 */
export function olderGenerationOf(path: string, sequence: number, written: number): string {
  return `${path.replace(/\.json$/, '')}.${sequence}.${new Date(written).toISOString().replace(/[-:.]/g, '')}.prev`
}

/** What a generation's bare name says: `sequence` null for the newest. Null for other names and for other records' generations. */
export function generationIn(
  name: string,
  record: string,
): { readonly sequence: number | null; readonly written: number | null } | null {
  const base = `${record.replace(/\.json$/, '')}.`
  if (!name.startsWith(base)) return null
  const rest = name.slice(base.length)
  if (rest === '1.prev') return { sequence: null, written: null }
  const parts = older.exec(rest)
  if (parts === null) return null
  const [, sequence, year, month, day, hour, minute, second, fraction] = parts
  const written = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}Z`)
  return Number.isNaN(written) ? null : { sequence: Number(sequence), written }
}

/** The path under which damaged bytes of the record at `path` are set aside. `time` is an ISO instant. */
export function damagedName(path: string, time: string): string {
  return `${path.replace(/\.json$/, '')}.damaged-${time.replace(/[-:.]/g, '')}`
}

/** The path of those bytes once a repair has dealt with them: kept for whoever wants to look, and no longer a problem. */
export function repairedName(path: string, time: string): string {
  return damagedName(path, time).replace(/\.damaged-(?=[^.]*$)/, '.repaired-')
}

/** A temporary file's name: hidden, after the file it will become; `token` and `random` are 8 and 16 hex digits. */
export function temporaryName(name: string, token: string, random: string): string {
  return `.${name}.${token}${random}.tmp`
}

/** The token in a temporary file's name, or null for every other name. */
export function temporaryToken(name: string): string | null {
  return temporary.exec(name)?.[1] ?? null
}

/** What a file is to its record: `damaged` bytes were set aside by a write, `repaired` ones by a repair or looked after by one. */
export type RecordPart = 'current' | 'generation' | 'damaged' | 'repaired'

/**
 * Parts of a record file's name: `<id>.json`, `<id>.1.prev`, `<id>.<sequence>.<time>.prev`, `<id>.damaged-<time>` or
 * `<id>.repaired-<time>`; null for other names.
 */
export function recordName(name: string): { readonly id: string; readonly part: RecordPart } | null {
  const id = name.slice(0, 36)
  const part = isUuid(id) ? partNamed(name.slice(36)) : null
  return part === null ? null : { id, part }
}

/** The part of library.json that a file is, or null. In: a path relative to the library. */
export function headerPart(name: string): RecordPart | null {
  return name.startsWith('library.') ? partNamed(name.slice('library'.length)) : null
}

function partNamed(rest: string): RecordPart | null {
  if (rest === '.json') return 'current'
  if (/^\.\d+(\.\d{8}T\d{9}Z)?\.prev$/.test(rest)) return 'generation'
  if (/^\.damaged-[0-9TZ]+$/.test(rest)) return 'damaged'
  return /^\.repaired-[0-9TZ]+$/.test(rest) ? 'repaired' : null
}

/** The file by which one starter claims a dead lock, named after that lock's token. */
export function claimNameOf(token: string): string {
  return `lock-${token}.json`
}
/** True for the name of such a claim. */
export function isClaim(name: string): boolean {
  return /^lock-[0-9a-f]+\.json$/.test(name)
}
