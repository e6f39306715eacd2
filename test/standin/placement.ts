// Where a window stands and how large it is. Without a window manager Chromium cannot maximise, so the states are made
// of sizes. Sizes are those of the page: Chromium's own frame around it is added and left out again.
import { type Host, inBackground } from './host.ts'
import { notProvided } from './provided.ts'
import type { Page } from './targets.ts'

type State = 'normal' | 'maximized' | 'minimized' | 'fullscreen'
type Frame = { readonly width: number; readonly height: number }

const inside = (value: number, smallest = 0, largest = Number.POSITIVE_INFINITY): number =>
  Math.min(largest, Math.max(smallest, value))

const firstBounds = (options: Electron.BrowserWindowConstructorOptions, screen: Electron.Size): Electron.Rectangle => {
  const width = inside(options.width ?? 800, options.minWidth)
  const height = inside(options.height ?? 600, options.minHeight)
  const x = options.x ?? Math.max(0, Math.round((screen.width - width) / 2))
  const y = options.y ?? Math.max(0, Math.round((screen.height - height) / 2))
  return { x, y, width, height }
}

/** A window's bounds and states; `emit` sends the window's events. */
export const createPlacement = (
  options: Electron.BrowserWindowConstructorOptions,
  screen: () => Electron.Size,
  page: Promise<Page>,
  host: Host,
  emit: (event: string) => void,
) => {
  let normal = firstBounds(options, screen())
  let state: State = options.fullscreen ? 'fullscreen' : 'normal'
  let minimum = { width: options.minWidth ?? 0, height: options.minHeight ?? 0 }
  let frame: Frame = { width: 0, height: 0 }
  let windowId = 0
  let work: Promise<unknown> = page.then(measure)

  const current = (): Electron.Rectangle =>
    state === 'maximized' || state === 'fullscreen' ? { x: 0, y: 0, ...screen() } : normal
  async function browser(method: string, params: object) {
    const { devtools } = await host.chromium()
    return devtools.send(method, params)
  }
  async function apply(): Promise<void> {
    const { x, y, width, height } = current()
    const bounds = { left: x, top: y, width: width + frame.width, height: height + frame.height }
    await browser('Browser.setWindowBounds', { windowId, bounds })
  }
  // Chromium draws its own title bar; what it takes is added, so that the page has the size that was asked for.
  async function measure(): Promise<void> {
    const opened = await page
    const found = await browser('Browser.getWindowForTarget', { targetId: opened.targetId })
    windowId = found.windowId
    await apply()
    const { bounds } = await browser('Browser.getWindowBounds', { windowId })
    const { cssLayoutViewport } = await opened.send('Page.getLayoutMetrics')
    frame = {
      width: bounds.width - cssLayoutViewport.clientWidth,
      height: bounds.height - cssLayoutViewport.clientHeight,
    }
    await apply()
  }
  const later = (): void => {
    work = work.then(apply)
    inBackground(work)
  }
  const setState = (next: State, event: string): void => {
    if (state === next) return
    state = next
    later()
    emit(event)
    emit('resize')
  }
  const setBounds = (bounds: Partial<Electron.Rectangle>): void => {
    const old = normal
    const wanted = { ...normal, ...bounds }
    normal = { ...wanted, width: inside(wanted.width, minimum.width), height: inside(wanted.height, minimum.height) }
    state = 'normal'
    later()
    if (old.x !== normal.x || old.y !== normal.y) for (const name of ['move', 'moved']) emit(name)
    if (old.width !== normal.width || old.height !== normal.height) for (const name of ['resize', 'resized']) emit(name)
  }
  // The page was resized from outside: by the user, or by ChromeDriver.
  const lookAgain = (): void => {
    work = work.then(async () => {
      const { bounds } = await browser('Browser.getWindowBounds', { windowId })
      const seen = {
        x: bounds.left,
        y: bounds.top,
        width: bounds.width - frame.width,
        height: bounds.height - frame.height,
      }
      const known = current()
      if (seen.width === known.width && seen.height === known.height && seen.x === known.x && seen.y === known.y) return
      state = 'normal'
      normal = seen
      for (const name of ['resize', 'resized', 'move', 'moved']) emit(name)
    })
    inBackground(work)
  }
  inBackground(work)

  const members = {
    getBounds: current,
    getNormalBounds: () => normal,
    getContentBounds: current,
    setBounds,
    setContentBounds: setBounds,
    getSize: () => [current().width, current().height],
    getContentSize: () => [current().width, current().height],
    setSize: (width: number, height: number) => setBounds({ width, height }),
    setContentSize: (width: number, height: number) => setBounds({ width, height }),
    getPosition: () => [current().x, current().y],
    setPosition: (x: number, y: number) => setBounds({ x, y }),
    setMinimumSize: (width: number, height: number) => {
      minimum = { width, height }
    },
    getMinimumSize: () => [minimum.width, minimum.height],
    center: () => setBounds(firstBounds({ width: normal.width, height: normal.height }, screen())),
    isMinimized: () => state === 'minimized',
    isMaximized: () => state === 'maximized',
    isFullScreen: () => state === 'fullscreen',
    isNormal: () => state === 'normal',
    minimize: () => setState('minimized', 'minimize'),
    maximize: () => setState('maximized', 'maximize'),
    unmaximize: () => state === 'maximized' && setState('normal', 'unmaximize'),
    restore: () => setState('normal', 'restore'),
    setFullScreen: (full: boolean) =>
      setState(full ? 'fullscreen' : 'normal', full ? 'enter-full-screen' : 'leave-full-screen'),
    setAspectRatio: () => {
      throw notProvided('BrowserWindow.setAspectRatio')
    },
  }
  return { members, lookAgain }
}
