// The notes beside the text, in the real window: what was promised and tags by keyboard alone, Markdown that stays words, the filter,
// and cards that stand apart and follow the text.
import { expect, it } from 'vitest'
import type { RunningApp } from './spectron.ts'
import { dragOver, expectSound, fixtureText, gone, ownFolder, press, readIn, shown, start, textsOf } from './support.ts'

type Box = { readonly top: number; readonly bottom: number }

/** Notes on words of the open text, added as the window adds them; resolves when the count says so. */
async function addNotes(
  app: RunningApp,
  notes: readonly { readonly start: number; readonly end: number; readonly kind: string; readonly text: string }[],
): Promise<void> {
  const failure = await app.client.executeAsync(
    (all: readonly { start: number; end: number; kind: string; text: string }[], done: (problem: string) => void) => {
      const add = async () => {
        const rows = await window.aideMemoire.call('library.rows', {})
        const briefingId = rows.ok ? (rows.value.rows[0]?.id ?? '') : ''
        for (const { start, end, kind, text } of all) {
          const note = { version: 1, scope: 'words', span: { start, end }, kind, text } as never
          const added = await window.aideMemoire.call('note.add', { ...(note as object), briefingId } as never)
          if (!added.ok) return added.failure.code
        }
        return ''
      }
      void add().then(done, (error: unknown) => done(String(error)))
    },
    notes,
  )
  expect(failure).toBe('')
}

const boxesOfCards = (app: RunningApp) =>
  app.client.execute(() =>
    [...document.querySelectorAll('[data-testid="note-column"] [data-testid="note-card"]')].map((card) => {
      const { top, bottom } = card.getBoundingClientRect()
      return { top, bottom }
    }),
  ) as Promise<readonly Box[]>

const focused = (app: RunningApp) =>
  app.client.execute(() => (document.activeElement as HTMLElement | null)?.dataset.testid ?? '')

async function tabTo(app: RunningApp, testId: string): Promise<void> {
  for (let step = 0; step < 8 && (await focused(app)) !== testId; step += 1) await press(app, 'Tab')
  expect(await focused(app)).toBe(testId)
}

/** Resolves when no card has moved from one look to the next. */
async function cardsStill(app: RunningApp): Promise<void> {
  let before = ''
  await app.client.waitUntil(async () => {
    const now = JSON.stringify(await boxesOfCards(app))
    const still = now === before && now !== '[]'
    before = now
    return still
  })
}

it('what was promised is filled in by keyboard alone and is there after a restart', async () => {
  const folder = await ownFolder()
  const app = await start(folder)
  await readIn(app, fixtureText())
  const paragraph = (await textsOf(app, 'paragraph'))[1] ?? ''
  await dragOver(app, paragraph.split(' ').slice(2, 5).join(' '))
  await shown(app, 'selection-bar')
  await press(app, '3')
  await shown(app, 'note-text')
  await app.client.keys('Ask Legal.')
  await tabTo(app, 'commitment-owner')
  await app.client.keys('Legal Dept')
  await tabTo(app, 'commitment-counterpart')
  await app.client.keys('Secretariat')
  await tabTo(app, 'commitment-due')
  await app.client.keys('30 May')
  await press(app, 'Control', 'Enter')
  await gone(app, 'note-text')
  await press(app, 'Control', 'e')
  await shown(app, 'note-text')
  await tabTo(app, 'commitment-due')
  await press(app, 'Control', 'a')
  await app.client.keys('half a day')
  await press(app, 'Control', 'Enter')
  expect(await focused(app)).toBe('commitment-due')
  await expectSound(app)
  await app.screenshot('commitment-half-a-day')
  await press(app, 'Control', 'a')
  await app.client.keys('30.5.2031')
  await tabTo(app, 'commitment-status')
  await app.client.keys('U')
  await press(app, 'Control', 'Shift', 't')
  await app.client.keys('energy')
  await press(app, 'Enter')
  await app.client.keys('slip')
  await press(app, 'Enter')
  await press(app, 'Backspace')
  await app.screenshot('commitment-editing')
  await press(app, 'Control', 'Enter')
  await gone(app, 'note-text')
  const line = await (await shown(app, 'commitment-line')).getText()
  for (const words of ['due 30 May 2031', 'Under way', 'Legal Dept', 'Secretariat']) expect(line).toContain(words)
  await app.stop()

  const again = await start(folder)
  await shown(again, 'reader-text')
  expect(await (await shown(again, 'commitment-line')).getText()).toBe(line)
  expect(await (await shown(again, 'note-tags')).getText()).toBe('energy')
  await expectSound(again)
  await again.screenshot('commitment-after-restart')
})

it('HTML, scripts, pictures and links in a note’s text are words: nothing runs, loads or opens', async () => {
  const app = await start(await ownFolder())
  await readIn(app, fixtureText())
  const text = [
    '**strong** <script>window.ran = 1</script> <img src="https://example.org/a.png" onerror="window.ran = 1">',
    '![map](https://example.org/map.png) [minutes](https://example.org/minutes)',
  ].join('\n\n')
  await addNotes(app, [{ start: 0, end: 8, kind: 'line', text }])
  const written = await shown(app, 'note-written')
  const words = await written.getText()
  for (const part of [
    '<script>window.ran = 1</script>',
    '<img src=',
    'map',
    'minutes',
    '(https://example.org/minutes)',
  ]) {
    expect(words).toContain(part)
  }
  const found = await app.client.execute(() => {
    const root = document.querySelector('[data-testid="note-written"]')
    return {
      strong: root?.querySelector('strong')?.textContent,
      foreign: root?.querySelectorAll('script, img, a, iframe, b').length,
      ran: 'ran' in window,
      fetched: performance.getEntriesByType('resource').filter(({ name }) => name.includes('example.org')).length,
    }
  })
  expect(found).toEqual({ strong: 'strong', foreign: 0, ran: false, fetched: 0 })
  await expectSound(app)
  await app.screenshot('note-markdown')
})

it('notes are filtered by key; the others are neither listed nor painted nor stepped to, and one key shows all again', async () => {
  const app = await start(await ownFolder())
  await readIn(app, fixtureText())
  const kinds = ['position', 'line', 'position', 'question']
  await addNotes(
    app,
    kinds.map((kind, at) => ({ start: at * 12, end: at * 12 + 6, kind, text: `Remark ${at}` })),
  )
  const painted = () =>
    app.client.execute(() =>
      ['position', 'line', 'question'].map((kind) => CSS.highlights.get(`note-${kind}`)?.size ?? 0),
    )
  const count = async () => (await shown(app, 'notes-count')).getText()
  await app.client.waitUntil(async () => (await count()) === '4 notes')
  await press(app, 'Control', 'Shift', 'f')
  await shown(app, 'notes-filter-menu')
  await press(app, 'Enter')
  await app.client.waitUntil(async () => (await count()) === '2 of 4 notes')
  await expectSound(app)
  await app.screenshot('notes-filter')
  await press(app, 'Escape')
  await gone(app, 'notes-filter-menu')
  expect(await textsOf(app, 'note-card')).toHaveLength(2)
  expect(await painted()).toEqual([2, 0, 0])
  for (let step = 0; step < 4; step += 1) await press(app, 'Alt', 'ArrowDown')
  await app.client.waitUntil(async () => (await focused(app)) === 'note-card')
  expect(await app.client.execute(() => document.activeElement?.textContent)).toContain('Remark 2')
  await press(app, 'Control', 'Shift', 'a')
  await app.client.waitUntil(async () => (await count()) === '4 notes')
  expect(await painted()).toEqual([2, 1, 1])
})

it('forty notes in one paragraph stand apart in order; the active one is open, and keys reach those that are not drawn', async () => {
  const app = await start(await ownFolder())
  const sentence = 'The two sides discussed the ferry line and agreed to publish a timetable before the end of May. '
  await readIn(
    app,
    ['OSLO, 3 May 2024 — A meeting.', sentence.repeat(6).trim(), sentence.repeat(30).trim()].join('\n\n'),
  )
  await addNotes(
    app,
    Array.from({ length: 40 }, (_, at) => ({
      start: 40 + at * 9,
      end: 45 + at * 9,
      kind: 'line',
      text: `Remark ${at}`,
    })),
  )
  await app.client.waitUntil(async () => (await (await shown(app, 'notes-count')).getText()) === '40 notes')
  const expectApart = async () => {
    await cardsStill(app)
    const boxes = await boxesOfCards(app)
    expect(boxes.length).toBeGreaterThan(3)
    for (let at = 1; at < boxes.length; at += 1) {
      expect(boxes[at]?.top ?? 0).toBeGreaterThanOrEqual((boxes[at - 1]?.bottom ?? 0) - 0.5)
    }
  }
  await expectApart()
  await app.screenshot('cards-crowded')
  for (let step = 0; step < 40; step += 1) await press(app, 'Alt', 'ArrowDown')
  await app.client.waitUntil(() =>
    app.client.execute(() => document.activeElement?.textContent?.includes('Remark 39') === true),
  )
  await expectApart()
  await expectSound(app)
  await app.screenshot('cards-crowded-last')
  for (let step = 0; step < 20; step += 1) await press(app, 'Alt', 'ArrowUp')
  await app.client.waitUntil(() =>
    app.client.execute(() => document.activeElement?.textContent?.includes('Remark 19') === true),
  )
  await expectApart()
  const apart = await app.client.execute(() => {
    const frame = document.querySelector('.active-frame')?.getBoundingClientRect().top ?? 0
    const card =
      document.querySelector('[data-testid="note-card"][data-active="true"]')?.getBoundingClientRect().top ?? 0
    return Math.abs(frame - card)
  })
  expect(apart).toBeLessThan(12)
  await app.screenshot('cards-crowded-active')
})

it('once all cards of two hundred notes are drawn, reading the text from end to end changes no element of the page', async () => {
  const app = await start(await ownFolder())
  const sentence = 'The two sides discussed the ferry line and agreed to publish a timetable before the end of May. '
  const paragraphs = Array.from({ length: 40 }, () => sentence.repeat(4).trim())
  await readIn(app, ['OSLO, 3 May 2024 — A meeting.', ...paragraphs].join('\n\n'))
  await addNotes(
    app,
    Array.from({ length: 200 }, (_, at) => ({
      start: 40 + at * 70,
      end: 60 + at * 70,
      kind: 'line',
      text: `Remark ${at}`,
    })),
  )
  await app.client.waitUntil(async () => (await boxesOfCards(app)).length === 200)
  await cardsStill(app)
  const changes = await app.client.executeAsync((done: (count: number) => void) => {
    const scroller = document.querySelector<HTMLElement>('.page-scroller')
    if (scroller === null) throw new Error('no text is open')
    const observer = new MutationObserver(() => {})
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true })
    let frames = 0
    const look = () => {
      frames += 1
      scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * frames) / 60
      if (frames < 70) requestAnimationFrame(look)
      else done(observer.takeRecords().length + (scroller.scrollTop > 0 ? 0 : 1000))
    }
    look()
  })
  expect(changes).toBe(0)
})
