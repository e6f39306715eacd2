// A desk officer's surroundings: files dropped in, scripts of all kinds, notes and words that point at each other, panes and
// window as they were left, a dark room.
import { expect, it } from 'vitest'
import type { RunningApp } from './spectron.ts'
import {
  clickOn,
  dragOver,
  expectSound,
  fixtureText,
  gone,
  ownFolder,
  paste,
  press,
  readIn,
  seedText,
  shown,
  start,
  textsOf,
} from './support.ts'

async function drop(app: RunningApp, name: string, bytes: readonly number[]): Promise<void> {
  await app.client.execute(
    (fileName: string, content: readonly number[]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([new Uint8Array(content)], fileName))
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      }
    },
    name,
    bytes,
  )
}

it('a dropped text file goes to review under its name', async () => {
  const app = await start(await ownFolder())
  await drop(app, 'readout.txt', [...Buffer.from(seedText())])
  await shown(app, 'review-save')
  expect(await (await shown(app, 'review')).getText()).toContain('readout.txt')
})

it('a dropped file in an older encoding is never guessed: it asks, and reads with the answer', async () => {
  const app = await start(await ownFolder())
  // "МОСКВА, 5 июня. Встреча." in windows-1251.
  const bytes = [
    204, 206, 209, 202, 194, 192, 44, 32, 53, 32, 232, 254, 237, 255, 46, 32, 194, 241, 242, 240, 229, 247, 224, 46,
  ]
  await drop(app, 'старый.txt', bytes)
  await shown(app, 'error')
  await expectSound(app)
  await app.screenshot('encoding')
  await (await app.client.$('select')).selectByAttribute('value', 'windows-1251')
  await (await app.client.$('[data-testid="error"] .primary, [data-testid="error"] button:last-of-type')).click()
  await shown(app, 'review-save')
  expect(await (await shown(app, 'review')).getText()).toContain('Встреча')
})

it('notes land on exactly the words chosen, whatever the script', async () => {
  const app = await start(await ownFolder())
  const lines = [
    'اجتمع الوزيران في عمّان يوم الإثنين.',
    'Emoji 👩🏽‍⚖️ and e\u0301tat stay whole.',
    '外长会见在北京举行。',
    'Nhà nước Việt Nam.',
  ]
  await readIn(app, lines.join('\n\n'))
  const chosen = ['الوزيران في عمّان', '👩🏽‍⚖️ and état', '北京', 'Việt Nam']
  for (const [index, words] of chosen.entries()) {
    await dragOver(app, words)
    await shown(app, 'selection-bar')
    await press(app, String(index + 1))
    await shown(app, 'note-text')
    await press(app, 'Escape')
    await gone(app, 'note-text')
  }
  const quotes = await app.client.execute(async () => {
    const { value } = (await window.aideMemoire.call('library.rows', {})) as never as {
      value: { rows: { id: string }[] }
    }
    const opened = (await window.aideMemoire.call('briefing.open', { id: value.rows[0]?.id ?? '' })) as never as {
      value: { notes: { quote: string }[] }
    }
    return opened.value.notes.map((note) => note.quote)
  })
  expect(quotes).toEqual(chosen)
  await expectSound(app)
  await app.screenshot('scripts')
})

it('words and their note point at each other, by click and by key', async () => {
  const app = await start(await ownFolder())
  await readIn(app, seedText())
  const paragraphs = await textsOf(app, 'paragraph')
  const places = [paragraphs[1], paragraphs[2]].map((paragraph) => (paragraph ?? '').split(' ').slice(1, 4).join(' '))
  for (const words of places) {
    await dragOver(app, words)
    await press(app, '1')
    await shown(app, 'note-text')
    await press(app, 'Escape')
    await gone(app, 'note-text')
  }
  const active = () =>
    app.client.execute(
      () =>
        document.querySelector(
          '[data-testid="note-card"][aria-current="true"], [data-testid="note-card"][data-active="true"]',
        )?.textContent ?? '',
    )
  await clickOn(app, places[0] ?? '')
  await app.client.waitUntil(async () => (await active()).includes(places[0] ?? '?'))
  await press(app, 'Alt', 'ArrowDown')
  await app.client.waitUntil(async () => (await active()).includes(places[1] ?? '?'))
  await press(app, 'Alt', 'ArrowUp')
  await app.client.waitUntil(async () => (await active()).includes(places[0] ?? '?'))
})

it('panes and theme are as they were left, and the dark reader with notes is sound', async () => {
  const folder = await ownFolder()
  const app = await start(folder)
  await readIn(app, seedText())
  await dragOver(app, ((await textsOf(app, 'paragraph'))[1] ?? '').split(' ').slice(0, 6).join(' '))
  await press(app, '5')
  await (await shown(app, 'note-text')).addValue('Not acceptable as it stands.')
  await press(app, 'Control', 'Enter')
  await app.client.execute(() => window.aideMemoire.call('settings.set', { theme: 'dark' }))
  await app.client.waitUntil(() => app.client.execute(() => document.documentElement.dataset.theme === 'dark'))
  const width = () =>
    app.client.execute(() => document.querySelector('[data-testid="list"]')?.getBoundingClientRect().width ?? 0)
  const before = await width()
  await app.client.execute(() => document.querySelector<HTMLElement>('[role="separator"]')?.focus())
  for (let step = 0; step < 3; step += 1) await press(app, 'ArrowRight')
  await app.client.waitUntil(async () => (await width()) > before)
  const left = await width()
  await expectSound(app)
  await app.screenshot('reader-dark')
  await app.stop()

  const again = await start(folder)
  await shown(again, 'note-card')
  expect(await again.client.execute(() => document.documentElement.dataset.theme)).toBe('dark')
  expect(
    await again.client.execute(() => document.querySelector('[data-testid="list"]')?.getBoundingClientRect().width),
  ).toBe(left)
})

it('the window opens as large as it was left', async () => {
  const folder = await ownFolder()
  const app = await start(folder)
  const size = (running: RunningApp) => running.client.execute(() => [window.outerWidth, window.outerHeight])
  await app.client.setWindowSize(1100, 700)
  await app.client.waitUntil(async () => (await size(app))[0] === 1100)
  const left = await size(app)
  await app.stop()
  const again = await start(folder)
  await again.client.waitUntil(async () => JSON.stringify(await size(again)) === JSON.stringify(left))
  expect(await size(again)).toEqual(left)
})

it('a text with notes of several kinds, as officers see it', async () => {
  const app = await start(await ownFolder())
  await paste(app, fixtureText())
  const save = await shown(app, 'review-save')
  await app.screenshot('review-fixture')
  await save.click()
  await shown(app, 'reader-text')
  const notes = [
    [
      'took note of the commission’s report with appreciation',
      '4',
      'Only “took note” in 2023: is the stronger verb agreed language?',
    ],
    [
      'enters into force when the third instrument of ratification is deposited',
      '3',
      'Ask Legal for our ratification timetable.',
    ],
    ['will not accept its reopening', '5', 'First time in public.'],
    ['promised a date for the joint inspection by 30 April', '3', ''],
  ] as const
  for (const [words, key, text] of notes) {
    await dragOver(app, words)
    await shown(app, 'selection-bar')
    await press(app, key)
    const field = await shown(app, 'note-text')
    if (text !== '') await app.client.execute((typed: string) => document.execCommand('insertText', false, typed), text)
    expect(await field.getValue()).toBe(text)
    await press(app, 'Control', 'Enter')
    await gone(app, 'note-text')
  }
  expect(await textsOf(app, 'note-card')).toHaveLength(notes.length)
  await expectSound(app)
  await app.screenshot('reader-notes')
})
