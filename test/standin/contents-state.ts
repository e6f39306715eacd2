// What is known of a page without asking Chromium, and the names of webContents' events.

/** Kept from the page's events, so that the app's questions are answered at once. */
export type PageState = {
  url: string
  title: string
  loading: boolean
  crashed: boolean
  gone: boolean
  /** Zoom factor; 1 is the natural size. */
  zoom: number
  /** Chromium address that the app itself asked for, until its request is seen. */
  expected: string | null
  /** Chromium address of the window that the page asked for last. */
  lastOpened: string
  /** The protocol's id of the page and its main frame, empty before it is open. */
  targetId: string
}

/** The state of a page that is not open yet. */
export const newPageState = (): PageState => ({
  url: '',
  title: '',
  loading: false,
  crashed: false,
  gone: false,
  zoom: 1,
  expected: null,
  lastOpened: '',
  targetId: '',
})

/** Events of webContents that an app may listen to here. */
export const contentsEvents = [
  'before-input-event',
  'blur',
  'certificate-error',
  'console-message',
  'context-menu',
  'destroyed',
  'did-attach-webview',
  'did-create-window',
  'did-fail-load',
  'did-finish-load',
  'did-navigate',
  'did-navigate-in-page',
  'did-start-loading',
  'did-start-navigation',
  'did-stop-loading',
  'dom-ready',
  'focus',
  'login',
  'page-title-updated',
  'preload-error',
  'render-process-gone',
  'responsive',
  'select-bluetooth-device',
  'unresponsive',
  'will-attach-webview',
  'will-frame-navigate',
  'will-navigate',
  'will-prevent-unload',
  'will-redirect',
]
