// A disk as data: files and folders by number, and the steps that change them. A folder gives names to numbers, as on any Unix disk, so
// that a file written but not yet named, or named but not yet written, can be told apart after a crash.

/** `inode` null: the name is gone. */
export type NameChange = { readonly folder: number; readonly name: string; readonly inode: number | null }
export type Step =
  /** All of them or none: a rename is two changes. */
  | { readonly kind: 'names'; readonly changes: readonly NameChange[] }
  | { readonly kind: 'write'; readonly inode: number; readonly offset: number; readonly bytes: Uint8Array }
  /** What was done so far to this file or folder is on the disk. */
  | { readonly kind: 'sync'; readonly inode: number }
  /** A number is given out; on a real disk nothing is written by that. */
  | { readonly kind: 'new'; readonly inode: number; readonly what: 'file' | 'folder' }

export type DiskState = {
  readonly folders: ReadonlyMap<number, ReadonlyMap<string, number>>
  readonly files: ReadonlyMap<number, Uint8Array>
}

export const root = 1
export const emptyDisk: DiskState = { folders: new Map([[root, new Map()]]), files: new Map() }

/** A copy that can be changed step by step; the bytes of files are shared, since steps replace them. */
export function changeable(state: DiskState): { readonly state: DiskState; readonly apply: (step: Step) => void } {
  const folders = new Map([...state.folders].map(([inode, names]) => [inode, new Map(names)]))
  const files = new Map(state.files)
  const rename = ({ folder, name, inode }: NameChange): void => {
    if (inode === null) folders.get(folder)?.delete(name)
    else folders.get(folder)?.set(name, inode)
  }
  const apply = (step: Step): void => {
    if (step.kind === 'names') step.changes.forEach(rename)
    else if (step.kind === 'write') files.set(step.inode, written(files.get(step.inode), step.offset, step.bytes))
    else if (step.kind === 'new' && step.what === 'file') files.set(step.inode, new Uint8Array(0))
    else if (step.kind === 'new') folders.set(step.inode, new Map())
  }
  return { state: { folders, files }, apply }
}

function written(before: Uint8Array = new Uint8Array(0), offset: number, bytes: Uint8Array): Uint8Array {
  const after = new Uint8Array(Math.max(before.length, offset + bytes.length))
  after.set(before)
  after.set(bytes, offset)
  return after
}

/** The number behind an absolute path, or null. */
export function lookUp(state: DiskState, path: string): number | null {
  let inode: number | null = root
  for (const name of path.split('/').filter((part) => part !== '')) {
    const names: ReadonlyMap<string, number> | undefined = inode === null ? undefined : state.folders.get(inode)
    inode = names?.get(name) ?? null
  }
  return inode
}

/** The bytes of every file that has a name, by path. */
export function filesOf(state: DiskState, folder: number = root, path = ''): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>()
  for (const [name, inode] of state.folders.get(folder) ?? []) {
    const below = `${path}/${name}`
    const bytes = state.files.get(inode)
    if (bytes !== undefined) found.set(below, bytes)
    else for (const [file, content] of filesOf(state, inode, below)) found.set(file, content)
  }
  return found
}

/** The state with other bytes under a path whose folder is there. */
export function withFile(state: DiskState, path: string, bytes: Uint8Array): DiskState {
  const cut = path.lastIndexOf('/')
  const folder = lookUp(state, path.slice(0, cut))
  if (folder === null) throw new Error(`no folder for ${path}`)
  const changed = changeable(state)
  const inode = 1 + Math.max(root, ...state.folders.keys(), ...state.files.keys())
  changed.apply({ kind: 'new', inode, what: 'file' })
  changed.apply({ kind: 'write', inode, offset: 0, bytes })
  changed.apply({ kind: 'names', changes: [{ folder, name: path.slice(cut + 1), inode }] })
  return changed.state
}

/** The state without the name at a path. */
export function withoutFile(state: DiskState, path: string): DiskState {
  const cut = path.lastIndexOf('/')
  const folder = lookUp(state, path.slice(0, cut))
  const changed = changeable(state)
  if (folder !== null) changed.apply({ kind: 'names', changes: [{ folder, name: path.slice(cut + 1), inode: null }] })
  return changed.state
}
