// What was read is put right: in the review before anything is stored, and in a stored briefing afterwards, by key and by mouse.
import { expect, it } from 'vitest'
import type { RunningApp } from './spectron.ts'
import { dragOver, expectSound, gone, ownFolder, paste, press, seedText, shown, start, textsOf } from './support.ts'

function focusedField(app: RunningApp): Promise<string | null> {
  return app.client.execute(() => (document.activeElement as HTMLElement | null)?.dataset.field ?? null)
}

/** Puts the focus on the nth field with this test id. */
async function focusOn(app: RunningApp, testId: string, at = 0): Promise<void> {
  await shown(app, testId)
  await app.client.execute(
    (id: string, index: number) => document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)[index]?.focus(),
    testId,
    at,
  )
}

/** Replaces the focused field's value by typing. */
async function type(app: RunningApp, value: string): Promise<void> {
  await press(app, 'Enter')
  await shown(app, 'field-input')
  await press(app, 'Control', 'a')
  await app.client.keys(value)
  await press(app, 'Enter')
  await gone(app, 'field-input')
}

async function reviewed(app: RunningApp, text = seedText()): Promise<void> {
  await paste(app, text)
  await shown(app, 'review-save')
}

it('a title, a day and a format put right by keyboard are stored and are there after a restart', async () => {
  const folder = await ownFolder()
  const app = await start(folder)
  await reviewed(app)
  await expectSound(app)
  await app.screenshot('review-events')
  await focusOn(app, 'review-title')
  await type(app, 'Ministers in session')
  expect(await focusedField(app)).toBe('head title')
  await focusOn(app, 'event-date')
  await type(app, '9 May 2024')
  await focusOn(app, 'event-format')
  await press(app, 'Enter')
  await shown(app, 'field-choices')
  await expectSound(app)
  await press(app, 'End')
  await press(app, 'Enter')
  await gone(app, 'field-choices')
  expect(await (await shown(app, 'event-format')).getText()).toBe('other')
  await press(app, 'Control', 'Enter')
  await gone(app, 'review')
  await app.stop()

  const again = await start(folder)
  expect(await (await shown(again, 'reader-title')).getText()).toBe('Ministers in session')
  await shown(again, 'summary-event')
  const [event = ''] = await textsOf(again, 'summary-event')
  expect(event).toContain('9 May')
  expect(event).toContain('other')
})

it('half a date is no date: the field says so, and nothing is saved before it is one', async () => {
  const app = await start(await ownFolder())
  await reviewed(app)
  await focusOn(app, 'review-date')
  await press(app, 'Enter')
  await press(app, 'Control', 'a')
  await app.client.keys('2024-0')
  await press(app, 'Control', 'Enter')
  await (await app.client.$('.field-problem')).waitForDisplayed()
  await expectSound(app)
  expect(await (await shown(app, 'field-input')).getAttribute('aria-invalid')).toBe('true')
  await press(app, 'Escape')
  await gone(app, 'field-input')
  expect(await focusedField(app)).toBe('head date')
  await press(app, 'Control', 'Enter')
  await gone(app, 'review')
})

it('an event taken away is gone from the summary, and undo brings it back before saving', async () => {
  const app = await start(await ownFolder())
  await reviewed(app)
  const labels = await textsOf(app, 'event-label')
  await focusOn(app, 'event-label')
  await press(app, 'Delete')
  await app.client.waitUntil(async () => (await textsOf(app, 'event-label')).length === labels.length - 1)
  expect(await focusedField(app)).not.toBeNull()
  await shown(app, 'review-removed')
  await press(app, 'Control', 'z')
  await app.client.waitUntil(async () => (await textsOf(app, 'event-label')).length === labels.length)
  await press(app, 'Control', 'Shift', 'z')
  await app.client.waitUntil(async () => (await textsOf(app, 'event-label')).length === labels.length - 1)
  await (await shown(app, 'review-save')).click()
  await gone(app, 'review')
  await shown(app, 'summary-event')
  expect(await textsOf(app, 'summary-event')).toHaveLength(labels.length - 1)
})

it('selected words become a commitment by key and an event by mouse, each with the focus on it', async () => {
  const app = await start(await ownFolder())
  await reviewed(app)
  const paragraphs = await textsOf(app, 'paragraph')
  const words = (paragraphs[1] ?? '').split(' ').slice(0, 3).join(' ')
  await dragOver(app, words)
  await shown(app, 'add-bar')
  await expectSound(app)
  await app.screenshot('review-adding')
  await press(app, 'c')
  await gone(app, 'add-bar')
  await app.client.waitUntil(async () => (await focusedField(app))?.startsWith('outcomes ') === true)
  const before = await textsOf(app, 'event-label')
  const other = (paragraphs[2] ?? '').split(' ').slice(1, 4).join(' ')
  await dragOver(app, other)
  await (await (await shown(app, 'add-bar')).$('[data-addition="event"]')).click()
  await app.client.waitUntil(async () => (await textsOf(app, 'event-label')).length === before.length + 1)
  expect(await textsOf(app, 'event-label')).toContain(other)
  await app.client.waitUntil(async () => (await focusedField(app))?.startsWith('meetings ') === true)
})

it('an outcome is given the words selected in the text, by key and by mouse, and those read again', async () => {
  const app = await start(await ownFolder())
  await reviewed(app)
  const [read = ''] = await textsOf(app, 'outcome-words')
  const isNow = (words: string) =>
    app.client.waitUntil(async () => (await textsOf(app, 'outcome-words'))[0] === words && words !== '')
  const words = read.split(' ').slice(0, 4).join(' ')
  await focusOn(app, 'outcome-kind')
  const field = await focusedField(app)
  await dragOver(app, words)
  await shown(app, 'give-words')
  await expectSound(app)
  await press(app, 'w')
  await isNow(words)
  await gone(app, 'add-bar')
  await app.client.waitUntil(async () => (await focusedField(app)) === field)
  await press(app, 'w')
  await isNow(read)
  await dragOver(app, words)
  await (await shown(app, 'give-words')).click()
  await isNow(words)
})

it('selected words become a topic by key, which is renamed, taken away and brought back', async () => {
  const app = await start(await ownFolder())
  await reviewed(app)
  const [, paragraph = ''] = await textsOf(app, 'paragraph')
  const words = paragraph.split(' ').slice(0, 3).join(' ')
  await dragOver(app, words)
  await press(app, 't')
  await app.client.waitUntil(async () => (await focusedField(app))?.startsWith('topics ') === true)
  await expectSound(app)
  const topics = (await textsOf(app, 'topic-text')).length
  await type(app, 'Ferries')
  expect(await textsOf(app, 'topic-text')).toContain('Ferries')
  await press(app, 'Delete')
  await app.client.waitUntil(async () => (await textsOf(app, 'topic-text')).length === topics - 1)
  await press(app, 'Control', 'z')
  await app.client.waitUntil(async () => (await textsOf(app, 'topic-text')).includes('Ferries'))
})

it('what is certain is confirmed at once, what is likely only by itself', async () => {
  const app = await start(await ownFolder())
  await reviewed(app)
  const states = () =>
    app.client.execute(() =>
      [...document.querySelectorAll<HTMLElement>('[data-field]')].map(({ dataset }) => dataset.state ?? ''),
    )
  expect(await states()).toContain('certain')
  await press(app, 'Shift', 'Enter')
  await app.client.waitUntil(async () => !(await states()).includes('certain'))
  expect(await states()).toContain('confirmed')
  await focusOn(app, 'review-title')
  await app.screenshot('review-confirmed')
})

it('two names are one person by key, and two again', async () => {
  const app = await start(await ownFolder())
  await reviewed(app)
  const names = await textsOf(app, 'person-name')
  expect(names.length).toBeGreaterThan(1)
  await focusOn(app, 'person-name', 1)
  await press(app, 'm')
  await shown(app, 'field-choices')
  await press(app, 'Enter')
  await app.client.waitUntil(async () => (await textsOf(app, 'person-name')).length === names.length - 1)
  await app.client.waitUntil(async () => (await focusedField(app)) !== null)
  await focusOn(app, 'person-name')
  await press(app, 's')
  await shown(app, 'split-dialog')
  await expectSound(app)
  await app.screenshot('split')
  await press(app, 'Space')
  await (await shown(app, 'split-do')).click()
  await app.client.waitUntil(async () => (await textsOf(app, 'person-name')).length === names.length)
})

it('a stored reading is corrected from the reader, each edit stored at once, and undone from there', async () => {
  const folder = await ownFolder()
  const app = await start(folder)
  await reviewed(app)
  await (await shown(app, 'review-save')).click()
  await gone(app, 'review')
  await press(app, 'Control', 'Shift', 'e')
  await shown(app, 'review')
  await focusOn(app, 'event-place')
  const before = await (await shown(app, 'event-place')).getText()
  await type(app, 'Port Vell')
  await app.client.waitUntil(async () => (await (await shown(app, 'event-place')).getText()) === 'Port Vell')
  await expectSound(app)
  await app.screenshot('correcting')
  await press(app, 'Escape')
  await gone(app, 'review')
  await shown(app, 'summary-event')
  expect((await textsOf(app, 'summary-event'))[0]).toContain('Port Vell')
  await app.stop()

  const again = await start(folder)
  await shown(again, 'summary-event')
  expect((await textsOf(again, 'summary-event'))[0]).toContain('Port Vell')
  await press(again, 'Control', 'Shift', 'e')
  await focusOn(again, 'event-place')
  await press(again, 'Backspace')
  await again.client.waitUntil(async () => (await (await shown(again, 'event-place')).getText()) === before)
  await press(again, 'Control', 'z')
  await again.client.waitUntil(async () => (await (await shown(again, 'event-place')).getText()) === 'Port Vell')
})

it('a briefing in the bin shows what was read and lets nothing be changed', async () => {
  const app = await start(await ownFolder())
  await reviewed(app)
  await (await shown(app, 'review-save')).click()
  await gone(app, 'review')
  await press(app, 'Control', 'Delete')
  await shown(app, 'empty-library')
  await press(app, 'Control', '2')
  await (await shown(app, 'list-row')).click()
  await (await shown(app, 'reader-correct')).click()
  await shown(app, 'review')
  const events = (await textsOf(app, 'event-label')).length
  await focusOn(app, 'event-label')
  await press(app, 'Delete')
  await press(app, 'Enter')
  expect(await textsOf(app, 'event-label')).toHaveLength(events)
  expect(await textsOf(app, 'field-input')).toEqual([])
  await expectSound(app)
  await app.screenshot('review-only')
})

it('is sound in the dark and from right to left', async () => {
  const app = await start(await ownFolder())
  await app.client.execute(() => window.aideMemoire.call('settings.set', { theme: 'dark', locale: 'en-XA' }))
  await app.client.waitUntil(() => app.client.execute(() => document.documentElement.dir === 'rtl'))
  await reviewed(app)
  await expectSound(app)
  await app.screenshot('review-dark-mirrored')
})

it('words and fields lead to each other by keyboard', async () => {
  const app = await start(await ownFolder())
  await reviewed(app)
  const text = await shown(app, 'reader-text')
  await text.click()
  await press(app, 'Control', 'Home')
  const paragraphs = await textsOf(app, 'paragraph')
  const label = (await textsOf(app, 'event-label')).at(-1) ?? ''
  expect(paragraphs.join('\n')).toContain(label)
  await focusOn(app, 'event-label', (await textsOf(app, 'event-label')).length - 1)
  const lit = await app.client.execute(() => {
    const [range] = [...(CSS.highlights.get('summary-words') ?? [])]
    const live = document.createRange()
    if (range !== undefined) {
      live.setStart(range.startContainer, range.startOffset)
      live.setEnd(range.endContainer, range.endOffset)
    }
    const box = live.getBoundingClientRect()
    const view = document.querySelector('.review-text')?.getBoundingClientRect()
    return box !== undefined && view !== undefined && box.top >= view.top && box.bottom <= view.bottom
  })
  expect(lit).toBe(true)
  const words = label.split(' ').slice(0, 3).join(' ')
  await dragOver(app, words)
  await press(app, 'ArrowLeft')
  await app.client.waitUntil(() =>
    app.client.execute(() => document.querySelector('[data-field][data-lit="true"]') !== null),
  )
  await press(app, 'Enter')
  await app.client.waitUntil(async () => (await focusedField(app)) !== null)
  expect(await textsOf(app, 'field-input')).toEqual([])
})
