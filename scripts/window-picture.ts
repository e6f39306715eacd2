// A picture of the app's window where nobody can see it. Taken over the DevTools protocol, which Electron and its stand-in both
// speak, so that no further program is needed.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { WebSocket } from 'ws'

const pollEvery = 200
const standInHost = /^https:\/\/[^/]*\.app\.standin\.localhost\//

type Page = { readonly type: string; readonly url: string; readonly webSocketDebuggerUrl: string }
type Send = (method: string, parameters: object) => Promise<Record<string, unknown>>

/** The file in which Chromium names the DevTools port it chose. */
const portFile = 'DevToolsActivePort'

/** The switches with which an app must be started to have its picture taken; its data then lies in `userData`. */
export async function pictureSwitches(userData: string): Promise<readonly string[]> {
  // What an earlier run left would lead to somebody else's port.
  await rm(join(userData, portFile), { force: true })
  return ['--remote-debugging-port=0', `--user-data-dir=${userData}`]
}

/**
 * Waits until the app that was started with `pictureSwitches(userData)` shows its window, and writes a PNG of it to `path`.
 * False when the window is not drawn within `timeout` milliseconds or `stopped` says that the app is gone.
 */
export async function takePicture(
  userData: string,
  path: string,
  timeout: number,
  stopped: () => boolean,
): Promise<boolean> {
  const end = Date.now() + timeout
  while (Date.now() < end && !stopped()) {
    const page = await appPage(userData)
    const picture = page === null ? null : await capture(page).catch(() => null)
    if (picture !== null) {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, picture)
      return true
    }
    await delay(pollEvery)
  }
  return false
}

async function appPage(userData: string): Promise<Page | null> {
  try {
    const [port] = (await readFile(join(userData, portFile), 'utf8')).split('\n')
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
    const pages = (await answer.json()) as readonly Page[]
    return pages.find(({ type, url }) => type === 'page' && (url.startsWith('app://') || standInHost.test(url))) ?? null
  } catch {
    return null
  }
}

// Drawn: loaded, with words in it, nothing marked as busy, the fonts there, and two frames later.
const drawn = `(async () => {
  if (document.readyState !== 'complete' || document.body.innerText.trim() === '') return false
  if (document.querySelector('[aria-busy="true"]') !== null) return false
  await document.fonts.ready
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  return true
})()`

/** A PNG of the page, or null while it is not drawn. Rejects when the connection breaks. */
async function capture(page: Page): Promise<Buffer | null> {
  const { send, close } = await connect(page.webSocketDebuggerUrl)
  try {
    const state = await send('Runtime.evaluate', { expression: drawn, awaitPromise: true, returnByValue: true })
    if ((state.result as { value?: unknown }).value !== true) return null
    const { data } = await send('Page.captureScreenshot', { format: 'png' })
    return Buffer.from(String(data), 'base64')
  } finally {
    close()
  }
}

async function connect(address: string): Promise<{ readonly send: Send; readonly close: () => void }> {
  const socket = new WebSocket(address)
  const waiting = new Map<number, (answer: { result?: Record<string, unknown>; error?: { message: string } }) => void>()
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  socket.on('message', (text) => {
    const answer = JSON.parse(String(text))
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  const breakOff = () => {
    for (const finish of waiting.values()) finish({ error: { message: 'The connection to the window broke.' } })
    waiting.clear()
  }
  socket.once('close', breakOff)
  socket.on('error', breakOff)
  let last = 0
  const send: Send = (method, parameters) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, ({ result, error }) =>
        result === undefined ? reject(new Error(error?.message)) : resolve(result),
      )
      socket.send(JSON.stringify({ id: last, method, params: parameters }))
    })
  return { send, close: () => socket.close() }
}
