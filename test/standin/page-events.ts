// Turns the protocol's events of one page into the events of webContents.
import { isBlank, toElectron } from './addresses.ts'
import type { Fields } from './devtools-connection.ts'
import type { Frames } from './frames.ts'
import { appEvent, type KnownEvents } from './provided.ts'
import type { PageState } from './web-contents.ts'

const levels: { readonly [type: string]: 'info' | 'warning' | 'error' | 'debug' } = {
  error: 'error',
  assert: 'error',
  warning: 'warning',
  debug: 'debug',
  verbose: 'debug',
}

const textOf = (argument: Fields): string => String(argument.value ?? argument.unserializableValue ?? argument.description ?? argument.type)

/** Returns the listener for a page's events; `atDocument` is called whenever a new document stands. */
export const createPageEvents = (contents: KnownEvents, state: PageState, frames: Frames, atDocument: () => void) => {
  let blank = true

  const consoleMessage = (level: string, message: string, sourceId: string, lineNumber: number): void => {
    const details = { message, level: levels[level] ?? 'info', lineNumber, sourceId: toElectron(sourceId), frame: frames.top() }
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

  return (method: string, params: Fields): void => {
    switch (method) {
      case 'Page.frameNavigated':
        return navigated(params.frame)
      case 'Page.navigatedWithinDocument':
        return withinDocument(params)
      case 'Page.frameStartedLoading':
        return params.frameId === frames.mainId ? loading(true) : undefined
      case 'Page.frameStoppedLoading':
        return params.frameId === frames.mainId ? loading(false) : undefined
      case 'Page.domContentEventFired':
        return blank ? undefined : void contents.emit('dom-ready', appEvent({}))
      case 'Page.loadEventFired':
        return blank ? undefined : void contents.emit('did-finish-load')
      case 'Inspector.targetCrashed':
        return gone()
      case 'Runtime.consoleAPICalled': {
        const place = params.stackTrace?.callFrames[0]
        return consoleMessage(params.type, params.args.map(textOf).join(' '), place?.url ?? '', (place?.lineNumber ?? -1) + 1)
      }
      case 'Runtime.exceptionThrown': {
        const { exception, text, url, lineNumber } = params.exceptionDetails
        return consoleMessage('error', `${text} ${exception?.description ?? ''}`.trim(), url ?? '', lineNumber + 1)
      }
      case 'Log.entryAdded':
        return consoleMessage(params.entry.level, params.entry.text, params.entry.url ?? '', params.entry.lineNumber ?? 0)
    }
  }
}
