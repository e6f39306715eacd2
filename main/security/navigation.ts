// Keeps the window on our own page: no navigation or redirect elsewhere, no new windows, no embedded web views.
import type { App, WebContents } from 'electron'
import { isOurAddress } from './origin.ts'

/** Guards every page that ever comes into being, before it loads anything. */
export function guardNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (details) => {
    if (!isOurAddress(details.url)) details.preventDefault()
  })
  contents.on('will-frame-navigate', (details) => {
    if (!isOurAddress(details.url)) details.preventDefault()
  })
  contents.on('will-redirect', (details) => {
    if (!isOurAddress(details.url)) details.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
