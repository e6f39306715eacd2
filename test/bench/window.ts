// The window on a large library: how soon the list is drawn, and what memory the page takes when nothing happens.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startApp } from '../e2e/spectron.ts'
import type { Frames } from './frames.ts'
import { pageProcess, privateBytes } from './process-memory.ts'

export type WindowMeasurement = {
  /** Milliseconds from the moment a page is asked for until its list has a row on the screen, with the library open. */
  readonly listDrawn: number
  /** Memory that only the page's process holds, and JavaScript's part of it; bytes. The first is NaN where /proc can't tell. */
  readonly pageBytes: number
  readonly heapBytes: number
  /** The page's frames while nothing happens, and while all briefings are read again: both in turn, several times. */
  readonly still: readonly Frames[]
  readonly readingAgain: readonly Frames[]
}

const idleFor = 5_000
const watchFor = 10_000
const watches = 5
const startTimeout = 60_000

/** Opens the app on a copy of the library in `folder` and measures its page. */
export async function measureWindow(library: string): Promise<WindowMeasurement> {
  const folder = await mkdtemp(join(tmpdir(), 'aide-bench-'))
  await mkdir(join(folder, 'profile'), { recursive: true })
  await cp(library, join(folder, 'profile', 'library'), { recursive: true, preserveTimestamps: true })
  const app = await startApp({ folder })
  try {
    const row = await app.client.$('[data-testid="list-row"]')
    await row.waitForExist({ timeout: startTimeout })
    await delay(idleFor)
    const heapBytes = await app.client.execute(heapOfPage)
    const page = pageProcess(app.pid)
    const pageBytes = page === null ? Number.NaN : privateBytes(page)
    await app.client.refresh()
    const listDrawn = await app.client.executeAsync<number>(whenRowsAreDrawn)
    await delay(idleFor)
    const still: Frames[] = []
    const readingAgain: Frames[] = []
    for (let watch = 0; watch < watches; watch += 1) {
      still.push(await app.client.executeAsync<Frames>(framesOf, watchFor, false))
      readingAgain.push(await app.client.executeAsync<Frames>(framesOf, watchFor, true))
    }
    return { listDrawn, heapBytes, pageBytes, still, readingAgain }
  } finally {
    await app.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** In the page: waits for a row and the frame that shows it, and gives the time since the page was asked for. */
function whenRowsAreDrawn(done: (milliseconds: number) => void): void {
  const look = () => {
    if (document.querySelector('[data-testid="list-row"]') === null) requestAnimationFrame(look)
    else requestAnimationFrame(() => done(performance.now()))
  }
  look()
}

/** In the page. `performance.memory` is Chromium's own and not in the types of the DOM. */
function heapOfPage(): number {
  return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize
}

/**
 * In the page: watches its frames for so many milliseconds. `again`: main is told to read everything again before, which goes on
 * where the last watch stopped it.
 */
function framesOf(milliseconds: number, again: boolean, done: (frames: Frames) => void): void {
  const times: number[] = []
  const began = performance.now()
  let last = began
  if (again) void window.aideMemoire.call('library.read-again', {})
  const look = () => {
    const now = performance.now()
    times.push(now - last)
    last = now
    if (now - began < milliseconds) requestAnimationFrame(look)
    else {
      times.sort((a, b) => a - b)
      const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? Number.NaN
      const late = times.filter((time) => time > at(0.5) * 1.5).length
      const frames = { p50: at(0.5), p99: at(0.99), longest: at(1), late, all: times.length }
      if (again) void window.aideMemoire.call('library.stop-reading', {}).then(() => done(frames))
      else done(frames)
    }
  }
  requestAnimationFrame(look)
}
