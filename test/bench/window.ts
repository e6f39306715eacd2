// The window on a large library: how soon the list is drawn, and what memory the page takes when nothing happens.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startApp } from '../e2e/spectron.ts'
import { pageProcess, privateBytes } from './process-memory.ts'

export type WindowMeasurement = {
  /** Milliseconds from the page's first moment until a row was seen; the driver looks only now and then, so it may have been earlier. */
  readonly listDrawn: number
  /** Memory that only the page's process holds, and JavaScript's part of it; bytes. The first is NaN where /proc can't tell. */
  readonly pageBytes: number
  readonly heapBytes: number
}

const idleFor = 5_000
const startTimeout = 60_000

/** Opens the app on a copy of the library in `folder` and measures its page. */
export async function measureWindow(library: string): Promise<WindowMeasurement> {
  const folder = await mkdtemp(join(tmpdir(), 'aide-bench-'))
  await mkdir(join(folder, 'profile'), { recursive: true })
  await cp(library, join(folder, 'profile', 'library'), { recursive: true })
  const app = await startApp({ folder })
  try {
    const row = await app.client.$('[data-testid="list-row"]')
    await row.waitForExist({ timeout: startTimeout })
    const listDrawn = await app.client.execute(() => performance.now())
    await delay(idleFor)
    const heapBytes = await app.client.execute(heapOfPage)
    const page = pageProcess(app.pid)
    return { listDrawn, heapBytes, pageBytes: page === null ? Number.NaN : privateBytes(page) }
  } finally {
    await app.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** In the page. `performance.memory` is Chromium's own and not in the types of the DOM. */
function heapOfPage(): number {
  return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize
}
