// The meeting summary in the running app: what it shows, that every line opens its words, and that words show their lines.
import { expect, it } from 'vitest'
import type { RunningApp } from './spectron.ts'
import { expectSound, ownFolder, press, readIn, seedText, shown, start, textsOf } from './support.ts'

/** The words lit in the text just now, piece by piece. */
function litWords(app: RunningApp): Promise<readonly string[]> {
  return app.client.execute(() =>
    [...(CSS.highlights.get('summary-words') ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange()
      range.setStart(startContainer, startOffset)
      range.setEnd(endContainer, endOffset)
      return range.toString()
    }),
  )
}

/** The keys of lines whose words in the text are pointed at. */
function litLines(app: RunningApp): Promise<readonly string[]> {
  return app.client.execute(() =>
    [...document.querySelectorAll<HTMLElement>('[data-line][data-lit="true"]')].map(
      ({ dataset }) => dataset.line ?? '',
    ),
  )
}

function focusedLine(app: RunningApp): Promise<string | null> {
  return app.client.execute(() => (document.activeElement as HTMLElement | null)?.dataset.line ?? null)
}

/** The words of a line as the summary shows them. */
function wordsOf(app: RunningApp, selector: string): Promise<string> {
  return app.client.execute(
    (found: string) => document.querySelector(`${found} .line-words`)?.textContent ?? '',
    selector,
  )
}

it('a text that reports events has them as a summary, and the list says how many', async () => {
  const app = await start(await ownFolder())
  await readIn(app, seedText())
  await shown(app, 'summary')
  await shown(app, 'summary-event')
  const events = await textsOf(app, 'summary-event')
  expect(events.length).toBeGreaterThan(1)
  const [row = ''] = await textsOf(app, 'list-row')
  expect(row).toContain(`${events.length} events`)
  await expectSound(app)
  await app.screenshot('summary')
})

it('each line lights and opens words of the text, and an outcome is those words', async () => {
  const app = await start(await ownFolder())
  await readIn(app, seedText())
  await shown(app, 'summary')
  const keys = await app.client.execute(() =>
    [...document.querySelectorAll<HTMLElement>('[data-line]')].map(({ dataset }) => dataset.line ?? ''),
  )
  expect(keys.length).toBeGreaterThan(5)
  for (const key of keys) {
    await app.client.execute(
      (line: string) => document.querySelector<HTMLElement>(`[data-line="${CSS.escape(line)}"]`)?.focus(),
      key,
    )
    const lit = await litWords(app)
    expect(lit.length, key).toBeGreaterThan(0)
    for (const words of lit) expect(seedText(), key).toContain(words)
  }
  const outcome = await app.client.$('.line-outcome')
  const words = await wordsOf(app, '.line-outcome')
  await outcome.click()
  expect((await litWords(app)).join(' ')).toContain(words)
  expect(await app.client.execute(() => document.activeElement?.className)).toBe('text')
})

it('by keyboard: into the summary, along its lines, to the words and back', async () => {
  const app = await start(await ownFolder())
  await readIn(app, seedText())
  await (await shown(app, 'reader-text')).click()
  await press(app, 'Shift', 'Tab')
  expect(await focusedLine(app)).not.toBeNull()
  const first = await focusedLine(app)
  await press(app, 'ArrowDown')
  const second = await focusedLine(app)
  expect(second).not.toBe(first)
  await press(app, 'Enter')
  expect(await focusedLine(app)).toBeNull()
  expect((await litWords(app)).length).toBeGreaterThan(0)
  await app.screenshot('summary-words')
  await press(app, 'Escape')
  expect(await focusedLine(app)).toBe(second)
  await press(app, 'Tab')
  expect(await app.client.execute(() => document.activeElement?.className)).toBe('text')
})

it('words in the text that are pointed at light the lines they support', async () => {
  const app = await start(await ownFolder())
  await readIn(app, seedText())
  const label = await wordsOf(app, '.line-label')
  const place = await app.client.execute((words: string) => {
    for (const paragraph of document.querySelectorAll('[data-testid="paragraph"]')) {
      const node = paragraph.firstChild
      const at = node?.textContent?.indexOf(words) ?? -1
      if (node == null || at < 0) continue
      paragraph.scrollIntoView({ block: 'center' })
      const range = document.createRange()
      range.setStart(node, at + 1)
      range.setEnd(node, at + 2)
      const box = range.getBoundingClientRect()
      return { x: Math.round(box.left + box.width / 2), y: Math.round(box.top + box.height / 2) }
    }
    return null
  }, label.split(' ').slice(0, 3).join(' '))
  if (place === null) throw new Error(`the text does not hold the label’s words: ${label}`)
  const move = [{ type: 'pointerMove', duration: 0, ...place }]
  await app.client.performActions([
    { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: move },
  ])
  await app.client.waitUntil(async () => (await litLines(app)).length > 0)
  const line = await (await app.client.$('.line-label')).getAttribute('data-line')
  expect(await litLines(app)).toContain(line)
})

it('a text without events says so in one line', async () => {
  const app = await start(await ownFolder())
  await readIn(app, 'The library will be closed next week while its shelves are painted.')
  expect(await (await shown(app, 'summary')).getText()).toBe('No event was read in this text.')
  await expectSound(app)
  await app.screenshot('summary-none')
})

it('is sound in the dark and from right to left', async () => {
  const app = await start(await ownFolder())
  await readIn(app, seedText())
  await app.client.execute(() => window.aideMemoire.call('settings.set', { theme: 'dark', locale: 'en-XA' }))
  await app.client.waitUntil(() => app.client.execute(() => document.documentElement.dir === 'rtl'))
  await shown(app, 'summary')
  await expectSound(app)
  await app.screenshot('summary-dark-mirrored')
})
