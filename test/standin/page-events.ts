// Turns the protocol's events of one page into the events of webContents.
import { isBlank, toElectron } from './addresses.ts'
import type { PageState } from './contents-state.ts'
import type { Fields } from './devtools-connection.ts'
import type { Frames } from './frames.ts'
import { appEvent, type KnownEvents } from './provided.ts'

const levels: { readonly [type: string]: 'info' | 'warning' | 'error' | 'debug' } = {
  error: 'error',
  assert: 'error',
  warning: 'warning',
  debug: 'debug',
  verbose: 'debug',
}

const textOf = (argument: Fields): string =>
  String(argument.value ?? argument.unserializableValue ?? argument.description ?? argument.type)

/** Returns the listener for a page's events; `atDocument` is called whenever a new document stands. */
export const createPageEvents = (contents: KnownEvents, state: PageState, frames: Frames, atDocument: () => void) => {
  let blank = true

  const consoleMessage = (level: string, message: string, sourceId: string, lineNumber: number): void => {
    const details = {
      message,
      level: levels[level] ?? 'info',
      lineNumber,
      sourceId: toElectron(sourceId),
      frame: frames.top(),
    }
    contents.emit('console-message', appEvent(details))
  }
  const gone = (): void => {
    if (state.crashed || state.gone) return
    state.crashed = true
    state.loading = false
    contents.emit('render-process-gone', appEvent({}), { reason: 'crashed', exitCode: 5 })
  }
  const navigated = (frame: Fields): void => {
    if (frame.parentId !== undefined) return
    blank = isBlank(frame.url)
    state.url = frame.unreachableUrl === undefined ? toElectron(frame.url + (frame.urlFragment ?? '')) : state.url
    state.crashed = false
    if (blank || frame.unreachableUrl !== undefined) return
    atDocument()
    contents.emit('did-navigate', appEvent({}), state.url, 200, '')
  }
  const loading = (now: boolean): void => {
    if (state.loading === now) return
    state.loading = now
    if (!blank) contents.emit(now ? 'did-start-loading' : 'did-stop-loading')
  }
  const withinDocument = (params: Fields): void => {
    if (params.frameId !== frames.mainId) return
    state.url = toElectron(params.url)
    contents.emit('did-navigate-in-page', appEvent({}), state.url, true, 1, 1)
  }

  const ofMainFrame = (params: Fields): boolean => params.frameId === frames.mainId
  const listeners: { readonly [method: string]: (params: Fields) => void } = {
    'Page.frameNavigated': (params) => navigated(params.frame),
    'Page.navigatedWithinDocument': withinDocument,
    'Page.frameStartedLoading': (params) => ofMainFrame(params) && loading(true),
    'Page.frameStoppedLoading': (params) => ofMainFrame(params) && loading(false),
    'Page.windowOpen': (params) => {
      state.lastOpened = params.url
    },
    'Page.domContentEventFired': () => !blank && contents.emit('dom-ready', appEvent({})),
    'Page.loadEventFired': () => !blank && contents.emit('did-finish-load'),
    'Inspector.targetCrashed': gone,
    'Runtime.consoleAPICalled': ({ type, args, stackTrace }) => {
      const place = stackTrace?.callFrames[0]
      consoleMessage(type, args.map(textOf).join(' '), place?.url ?? '', (place?.lineNumber ?? -1) + 1)
    },
    'Runtime.exceptionThrown': ({ exceptionDetails }) => {
      const { exception, text, url, lineNumber } = exceptionDetails
      consoleMessage('error', `${text} ${exception?.description ?? ''}`.trim(), url ?? '', lineNumber + 1)
    },
    'Log.entryAdded': ({ entry }) => consoleMessage(entry.level, entry.text, entry.url ?? '', entry.lineNumber ?? 0),
  }
  return (method: string, params: Fields): void => listeners[method]?.(params)
}
