// The bar of kinds beside a selection: never on the selected words, never outside the window, whatever is selected and however small the
// window is.
import { expect, it } from 'vitest'
import type { RunningApp } from './spectron.ts'
import { expectSound, ownFolder, press, readIn, shown, start } from './support.ts'

const sentence = 'The two sides discussed the ferry line and agreed to publish a timetable before the end of May.'
const arabic = 'ناقش الجانبان خط العبّارات واتفقا على نشر الجدول قبل نهاية الشهر المقبل في أوسلو.'
const text = Array.from({ length: 24 }, (_, at) =>
  (at % 3 === 2 ? arabic : sentence).concat(' ').repeat(3).trim(),
).join('\n\n')

type Seen = { readonly covers: readonly string[]; readonly outside: boolean; readonly docked: boolean }

/** In the page: what the bar covers of the selected words that are in view, and whether all of it is in the window. */
function seen(): Seen | null {
  const bar = document.querySelector('[data-testid="selection-bar"]')?.getBoundingClientRect()
  const view = document.querySelector('.page-scroller')?.getBoundingClientRect()
  const selection = document.getSelection()
  if (bar === undefined || view === undefined || selection === null || selection.rangeCount === 0) return null
  // Boxes of words, as a range over several paragraphs has those of whole elements too.
  const range = selection.getRangeAt(0)
  const boxes = [...document.querySelectorAll('[data-start]')].flatMap((element) => {
    const node = element.firstChild
    if (node === null || !range.intersectsNode(node)) return []
    const words = document.createRange()
    words.selectNodeContents(node)
    if (node === range.startContainer) words.setStart(node, range.startOffset)
    if (node === range.endContainer) words.setEnd(node, range.endOffset)
    return [...words.getClientRects()]
  })
  const isIn = (box: DOMRect) => box.width > 0 && box.bottom > view.top && box.top < view.bottom
  const covers = boxes.filter((box) => {
    const [top, bottom] = [Math.max(box.top, view.top), Math.min(box.bottom, view.bottom)]
    return isIn(box) && top < bar.bottom && bottom > bar.top && box.left < bar.right && box.right > bar.left
  })
  const round = (box: DOMRect) =>
    `${Math.round(box.left)},${Math.round(box.top)} ${Math.round(box.width)}×${Math.round(box.height)}`
  const { innerWidth, innerHeight } = window
  return {
    covers: covers.map((box) => `${round(box)} under ${round(bar)}`),
    outside: bar.left < 0 || bar.top < 0 || bar.right > innerWidth || bar.bottom > innerHeight,
    docked: document.querySelector('[data-docked="true"]') !== null,
  }
}

/** Selects from one paragraph's offset to another's and scrolls so that the beginning is so far (0 to 1) down the view. */
function choose(from: number, fromOffset: number, to: number, toOffset: number, down: number): void {
  const paragraphs = [...document.querySelectorAll('[data-testid="paragraph"]')]
  const [first, last] = [paragraphs[from]?.firstChild, paragraphs[to]?.firstChild]
  const scroller = document.querySelector('.page-scroller')
  if (!first || !last || scroller === null) throw new Error('no such paragraph')
  document.querySelector<HTMLElement>('[data-testid="reader-text"]')?.focus({ preventScroll: true })
  document.getSelection()?.setBaseAndExtent(first, fromOffset, last, toOffset)
  const range = document.createRange()
  range.setStart(first, fromOffset)
  const view = scroller.getBoundingClientRect()
  scroller.scrollTop += range.getBoundingClientRect().top - view.top - down * view.height
}

const selections: readonly (readonly [
  name: string,
  from: number,
  at: number,
  to: number,
  end: number,
  down: number,
])[] = [
  ['first words of the text', 0, 0, 0, 9, 0],
  ['words at the top of the view', 6, 4, 6, 20, 0.01],
  ['words in the middle', 6, 100, 6, 130, 0.5],
  ['words at the foot of the view', 6, 4, 6, 20, 0.96],
  ['last words of the text', 22, 200, 23, 60, 0.9],
  ['right-to-left words', 2, 0, 2, 20, 0.4],
  ['right-to-left words at the top', 5, 30, 5, 60, 0.01],
  ['two paragraphs', 3, 40, 4, 80, 0.3],
  ['from left-to-right into right-to-left', 4, 40, 5, 30, 0.2],
  ['paragraphs that fill the view', 2, 10, 22, 40, 0.05],
  ['more than the view, its end in sight', 0, 0, 12, 90, -2],
  ['words scrolled away above', 2, 0, 2, 20, -1.5],
  ['words scrolled away below', 20, 0, 20, 20, 2],
  ['all of it', 0, 0, 23, 200, 0.2],
]

async function settled(app: RunningApp): Promise<Seen | null> {
  await app.client.executeAsync((done: (nothing: null) => void) => {
    let frames = 6
    const wait = () => (frames-- > 0 ? requestAnimationFrame(wait) : done(null))
    wait()
  })
  return app.client.execute(seen)
}

it.each([
  [1600, 1000],
  [1000, 700],
  [820, 560],
])('at %i by %i the bar covers no selected word and stays in the window', async (width, height) => {
  const app = await start(await ownFolder())
  await readIn(app, text)
  await app.client.setWindowSize(width, height)
  const bad: unknown[] = []
  const docked = new Set<boolean>()
  for (const [name, ...ends] of selections) {
    await app.client.execute(choose, ...ends)
    await shown(app, 'selection-bar')
    const now = await settled(app)
    if (now === null || now.outside || now.covers.length > 0) bad.push([name, now])
    else docked.add(now.docked)
    if (name === 'paragraphs that fill the view' || name === 'right-to-left words') {
      await app.screenshot(`selection-${width}-${name.split(' ')[0]}`)
    }
  }
  expect(bad).toEqual([])
  expect(docked).toEqual(new Set([true, false]))
  await app.client.execute(choose, 6, 4, 6, 20, 0.5)
  await expectSound(app)
})

it('the strip under the text goes when the selection does, and the text is as high as before', async () => {
  const app = await start(await ownFolder())
  await readIn(app, text)
  const height = () => app.client.execute(() => document.querySelector('.page-scroller')?.clientHeight ?? 0)
  const before = await height()
  await app.client.execute(choose, 2, 10, 22, 40, -0.3)
  await shown(app, 'selection-bar')
  await app.client.waitUntil(async () => (await height()) < before)
  await press(app, 'Escape')
  await app.client.waitUntil(async () => (await height()) === before)
  expect(await app.client.execute(() => document.querySelector('[data-testid="selection-bar"]'))).toBeNull()
})
