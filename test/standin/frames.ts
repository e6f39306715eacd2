// The frames of a page, as the app sees them in `senderFrame` and in navigation events.
import { originOf, toElectron } from './addresses.ts'
import type { Fields } from './devtools-connection.ts'
import { provided } from './provided.ts'

type Entry = { readonly number: number; readonly parent: string | null; url: string; name: string; detached: boolean }

/** What the stand-in knows of Electron's WebFrameMain. */
export type Frame = Pick<
  Electron.WebFrameMain,
  | 'url'
  | 'origin'
  | 'name'
  | 'parent'
  | 'top'
  | 'routingId'
  | 'processId'
  | 'frameTreeNodeId'
  | 'detached'
  | 'isDestroyed'
>
export type Frames = {
  /** The protocol's id of the main frame. */
  readonly mainId: string
  /** Takes notice of a frame event of the protocol; other events are ignored. */
  readonly note: (method: string, params: Fields) => void
  /** The frame with the protocol's id, or null when there is none (any more). */
  readonly get: (id: string) => Electron.WebFrameMain | null
  readonly top: () => Electron.WebFrameMain
}

/** Keeps the frames below the main frame, whose id is given. */
export const createFrames = (mainFrameId: string, processId: number): Frames => {
  const entries = new Map<string, Entry>([
    [mainFrameId, { number: 1, parent: null, url: '', name: '', detached: false }],
  ])
  const views = new WeakMap<Entry, Electron.WebFrameMain>()
  let last = 1

  const viewOf = (entry: Entry): Electron.WebFrameMain => {
    const known = views.get(entry)
    if (known !== undefined) return known
    const members = {
      get url() {
        return entry.url
      },
      get origin() {
        return originOf(entry.url)
      },
      get name() {
        return entry.name
      },
      get parent() {
        return entry.parent === null ? null : get(entry.parent)
      },
      get top() {
        return get(mainFrameId)
      },
      get detached() {
        return entry.detached
      },
      routingId: entry.number,
      processId,
      frameTreeNodeId: entry.number,
      isDestroyed: () => entry.detached,
    } satisfies Frame
    const view = provided('WebFrameMain', members) as unknown as Electron.WebFrameMain
    views.set(entry, view)
    return view
  }
  const get = (id: string): Electron.WebFrameMain | null => {
    const entry = entries.get(id)
    return entry === undefined ? null : viewOf(entry)
  }
  const add = (id: string, parent: string | null): Entry => {
    last += 1
    const entry: Entry = { number: last, parent, url: 'about:blank', name: '', detached: false }
    entries.set(id, entry)
    return entry
  }

  return {
    mainId: mainFrameId,
    note: (method, params) => {
      if (method === 'Page.frameAttached' && !entries.has(params.frameId)) add(params.frameId, params.parentFrameId)
      if (method === 'Page.frameNavigated') {
        const entry = entries.get(params.frame.id) ?? add(params.frame.id, params.frame.parentId ?? null)
        entry.url = toElectron(params.frame.url + (params.frame.urlFragment ?? ''))
        entry.name = params.frame.name ?? ''
      }
      if (method === 'Page.navigatedWithinDocument') {
        const entry = entries.get(params.frameId)
        if (entry !== undefined) entry.url = toElectron(params.url)
      }
      if (method === 'Page.frameDetached' && params.reason !== 'swap') {
        const entry = entries.get(params.frameId)
        if (entry !== undefined) entry.detached = true
        entries.delete(params.frameId)
      }
    },
    get,
    top: () => get(mainFrameId) as Electron.WebFrameMain,
  }
}
