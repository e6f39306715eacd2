// Many notes painted on one text: the script's time, how long the page takes to show them, and what they cost while it is scrolled
// from end to end, beside the same text without notes.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '../e2e/spectron.ts'
import { makeAnnotatedLibrary, titles } from './annotated-library.ts'
import type { Frames } from './frames.ts'

export type Painting = {
  readonly notes: number
  /** UTF-16 units. */
  readonly textLength: number
  /** Milliseconds of script in which all notes are painted on the text when it is opened, each time it was. */
  readonly script: readonly number[]
  /** Milliseconds that the frame took in which the page showed all paint after a frame without any: the page's own work. */
  readonly shown: readonly number[]
  /** Frames while the text is scrolled, with and without notes in turn. */
  readonly annotated: readonly Frames[]
  readonly bare: readonly Frames[]
}

const noteCount = 2_000
const rounds = 5
const scrolledFrames = 400

/** Opens the app on a library of its own and measures its page. */
export async function measurePainting(): Promise<Painting> {
  const folder = await mkdtemp(join(tmpdir(), 'aide-bench-'))
  const textLength = await makeAnnotatedLibrary(join(folder, 'profile', 'library'), noteCount)
  const app = await startApp({ folder })
  try {
    const row = await app.client.$('[data-testid="list-row"]')
    await row.waitForExist({ timeout: 30_000 })
    const measured = { script: [] as number[], shown: [] as number[], annotated: [] as Frames[], bare: [] as Frames[] }
    for (let round = 0; round < rounds; round += 1) {
      await app.client.executeAsync(openBriefing, titles.bare)
      measured.bare.push(await app.client.executeAsync<Frames>(framesWhileScrolling, scrolledFrames))
      measured.script.push(await app.client.executeAsync<number>(openBriefing, titles.annotated))
      measured.shown.push(await app.client.executeAsync<number>(frameThatShowsPaint))
      measured.annotated.push(await app.client.executeAsync<Frames>(framesWhileScrolling, scrolledFrames))
    }
    return { notes: noteCount, textLength, ...measured }
  } finally {
    await app.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** In the page: opens the briefing with this title, waits until no more cards come, and gives the time of painting it. */
function openBriefing(title: string, done: (milliseconds: number) => void): void {
  const row = [...document.querySelectorAll<HTMLElement>('[data-testid="list-row"]')].find((candidate) =>
    candidate.textContent?.includes(title),
  )
  row?.click()
  let still = 0
  let cards = -1
  const look = () => {
    const before = cards
    cards = document.querySelectorAll('[data-testid="note-card"]').length
    const there = document.querySelector('[data-testid="reader-title"]')?.textContent === title
    still = there && cards === before ? still + 1 : 0
    if (still < 60) requestAnimationFrame(look)
    else done(performance.getEntriesByName('paint-notes').at(-1)?.duration ?? Number.NaN)
  }
  look()
}

/** In the page: takes all paint away, lets that be seen, and gives back all of it; the time of the frame in which it is. */
function frameThatShowsPaint(done: (milliseconds: number) => void): void {
  const kept = [...CSS.highlights].filter(([name]) => name.startsWith('note-'))
  for (const [name] of kept) CSS.highlights.delete(name)
  const frames = (count: number, then: () => void): void => {
    requestAnimationFrame(() => (count === 1 ? then() : frames(count - 1, then)))
  }
  frames(20, () => {
    const start = performance.now()
    for (const [name, highlight] of kept) CSS.highlights.set(name, highlight)
    // Behind the frame's own work: a message is handled after style, layout and paint.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => done(performance.now() - start)
    port2.postMessage(null)
  })
}

/** In the page: scrolls the text from its beginning to its end in so many frames. */
function framesWhileScrolling(count: number, done: (frames: Frames) => void): void {
  const scroller = document.querySelector<HTMLElement>('.page-scroller')
  if (scroller === null) throw new Error('no text is open')
  const times: number[] = []
  let last = performance.now()
  const look = () => {
    const now = performance.now()
    times.push(now - last)
    last = now
    scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * times.length) / count
    if (times.length < count) requestAnimationFrame(look)
    else {
      times.sort((a, b) => a - b)
      const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? Number.NaN
      scroller.scrollTop = 0
      const late = times.filter((time) => time > 25).length
      done({ p50: at(0.5), p99: at(0.99), longest: at(1), late, all: times.length })
    }
  }
  requestAnimationFrame(look)
}
