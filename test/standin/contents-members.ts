// Members of webContents: each asks Chromium or answers from what is known of the page.
import type { PageState } from './contents-state.ts'
import type { Fields } from './devtools-connection.ts'
import { inBackground } from './host.ts'
import { imageOf } from './native-image.ts'
import type { Navigation } from './navigation.ts'
import type { Upward } from './page-world.ts'
import { pdfParameters } from './pdf.ts'
import { provided } from './provided.ts'
import type { SessionEntry } from './session.ts'

/** Sends a command to the page once it is open. */
export type Command = (method: string, params?: Fields) => Promise<Fields>

const evaluate = async (command: Command, expression: string, userGesture: boolean): Promise<unknown> => {
  const answer = await command('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture })
  if (answer.exceptionDetails === undefined) return answer.result.value
  throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text)
}
const bytesOf = async (answer: Promise<Fields>): Promise<Buffer> => Buffer.from((await answer).data, 'base64')

/**
 * Makes the zoom members; `apply` sets the zoom of a new document. Electron's zoom is the browser's; the page's own is the
 * nearest thing that the protocol reaches.
 */
export const createZoom = (state: PageState, command: Command) => {
  const apply = (): void => {
    const value = state.zoom === 1 ? '' : String(state.zoom)
    inBackground(command('Runtime.evaluate', { expression: `document.documentElement.style.zoom = '${value}'` }))
  }
  const setZoomFactor = (factor: number): void => {
    state.zoom = factor
    apply()
  }
  return {
    apply,
    members: {
      setZoomFactor,
      getZoomFactor: () => state.zoom,
      setZoomLevel: (level: number) => setZoomFactor(1.2 ** level),
      getZoomLevel: () => Math.log(state.zoom) / Math.log(1.2),
      setVisualZoomLevelLimits: async () => undefined,
    },
  }
}

/** Makes the members that need only the page's state and commands. */
export const createMembers = (
  id: number,
  session: SessionEntry,
  state: PageState,
  navigation: Navigation,
  command: Command,
) => ({
  id,
  session: session.session,
  hostWebContents: null as unknown as Electron.WebContents,
  getType: () => 'window' as const,
  getURL: () => state.url,
  getTitle: () => state.title,
  isDestroyed: () => state.gone,
  isCrashed: () => state.crashed,
  isLoading: () => state.loading,
  isLoadingMainFrame: () => state.loading,
  isFocused: () => !state.gone,
  isDevToolsOpened: () => false,
  loadURL: navigation.loadURL,
  setWindowOpenHandler: navigation.setWindowOpenHandler,
  executeJavaScript: (code: string, userGesture = false) => evaluate(command, code, userGesture),
  insertText: async (text: string) => void (await command('Input.insertText', { text })),
  capturePage: async () => imageOf(await bytesOf(command('Page.captureScreenshot', { format: 'png' }))),
  printToPDF: (options: Electron.PrintToPDFOptions) => bytesOf(command('Page.printToPDF', pdfParameters(options))),
  forcefullyCrashRenderer: () => inBackground(command('Page.crash')),
  focus: () => inBackground(command('Page.bringToFront')),
  openDevTools: () => undefined,
  closeDevTools: () => undefined,
  setIgnoreMenuShortcuts: () => undefined,
  setBackgroundThrottling: () => undefined,
  // A switch of the app's, which is passed on, sets the same for all pages; the protocol has nothing for one.
  setWebRTCIPHandlingPolicy: () => undefined,
})

/** What the app is told of a right click; it throws on what Electron would tell beyond that. */
export const contextParameters = ({ x, y, selectionText, isEditable }: Extract<Upward, { kind: 'context-menu' }>) => {
  const canCopy = selectionText !== ''
  const editFlags = { canCut: isEditable && canCopy, canCopy, canPaste: isEditable, canSelectAll: true }
  return provided('context-menu parameters', { x, y, selectionText, isEditable, editFlags })
}
