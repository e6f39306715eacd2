// What goes wrong in a day: a bad file, a second start, a page that is killed, a library somebody else holds or that broke.
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { runApp } from './spectron.ts'
import {
  dragOver,
  expectSound,
  gone,
  makePlainLibrary,
  ownFolder,
  press,
  readIn,
  seedText,
  shown,
  start,
  textsOf,
  watchPolicy,
} from './support.ts'

it('a file that is no text is refused in one sentence, and nothing stored is touched', async () => {
  const folder = await ownFolder()
  const file = join(folder, 'picture.txt')
  await writeFile(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))
  const app = await start(folder)
  await readIn(app, seedText())
  app.answerDialogs([{ open: [file] }])
  await press(app, 'Control', 'o')
  expect(await (await shown(app, 'error')).getText()).toContain('This is an image. Save its text as')
  await expectSound(app)
  await app.screenshot('bad-file')
  await press(app, 'Escape')
  expect(await textsOf(app, 'list-row')).toHaveLength(1)
})

it('a chosen text file goes to review', async () => {
  const folder = await ownFolder()
  const file = join(folder, 'readout.txt')
  await writeFile(file, seedText())
  const app = await start(folder)
  app.answerDialogs([{ open: [file] }])
  await press(app, 'Control', 'o')
  await shown(app, 'review-save')
  expect(await (await shown(app, 'review')).getText()).toContain('readout.txt')
})

it('a second start ends by itself and leaves the first window as it is', async () => {
  const folder = await ownFolder()
  const app = await start(folder)
  const second = await runApp({ folder })
  expect(second.exitCode).toBe(0)
  await shown(app, 'empty-library')
  expect(await app.client.getWindowHandles()).toHaveLength(1)
})

it('a killed page comes back at the same place with its draft', async () => {
  const app = await start(await ownFolder())
  await readIn(app, seedText())
  const words = ((await textsOf(app, 'paragraph'))[2] ?? '').split(' ').slice(0, 4).join(' ')
  await dragOver(app, words)
  await press(app, '4')
  await (await shown(app, 'note-text')).addValue('half a thou')
  await app.crashPage()
  await watchPolicy(app)
  await shown(app, 'reader-text')
  expect(await (await shown(app, 'note-text')).getValue()).toBe('half a thou')
  await expectSound(app)
  await app.screenshot('after-crash')
})

it('a page killed while a field of a stored reading is typed in comes back in that field with its words', async () => {
  const app = await start(await ownFolder())
  await readIn(app, seedText())
  await press(app, 'Control', 'Shift', 'e')
  await shown(app, 'event-date')
  await app.client.execute(() => document.querySelector<HTMLElement>('[data-testid="event-date"]')?.focus())
  await press(app, 'Enter')
  await shown(app, 'field-input')
  await press(app, 'Control', 'a')
  await app.client.keys('2024-0')
  await app.crashPage()
  await watchPolicy(app)
  const input = await shown(app, 'field-input')
  expect(await input.getValue()).toBe('2024-0')
  expect(await app.client.execute(() => document.activeElement?.tagName)).toBe('INPUT')
  await expectSound(app)
  await press(app, 'Escape')
  await gone(app, 'field-input')
  await app.crashPage()
  await watchPolicy(app)
  await shown(app, 'reader-text')
  expect(await textsOf(app, 'field-input')).toEqual([])
})

it('a library that another process holds can be read, and says who holds it', async () => {
  const folder = await ownFolder()
  const first = await start(folder)
  await readIn(first, seedText())
  await first.stop()
  const now = new Date().toISOString()
  const lock = { token: 'a'.repeat(32), host: 'another-host', pid: 1, process: null, started: now, heartbeat: now }
  await writeFile(join(first.userData, 'library', 'lock.json'), JSON.stringify(lock))
  const app = await start(folder)
  expect(await (await shown(app, 'banner-read-only')).getText()).toContain('another-host')
  await (await shown(app, 'list-row')).click()
  await shown(app, 'reader-text')
  await expectSound(app)
  await app.screenshot('read-only')
})

it('a library that cannot be read says so, is left as it is, and opens when it was mended', async () => {
  const folder = await ownFolder()
  const library = join(folder, 'profile', 'library')
  const header = join(library, 'library.json')
  await mkdir(library, { recursive: true })
  await writeFile(header, 'null')
  const app = await start(folder, { firstShown: 'error' })
  expect(await (await shown(app, 'error')).getText()).toContain('library.json')
  await expectSound(app)
  await app.screenshot('library-damaged')
  const tryAgain = await app.client.$('[data-testid="error"] button')
  await tryAgain.click()
  await shown(app, 'error')
  expect(await readFile(header, 'utf8')).toBe('null')
  const whole = await ownFolder()
  await makePlainLibrary(whole)
  await copyFile(join(whole, 'profile', 'library', 'library.json'), header)
  await (await app.client.$('[data-testid="error"] button')).click()
  await shown(app, 'empty-library')
})

it('every control and heading is in the catalogue: the pseudo-locale changes them all, and mirrors the window', async () => {
  const app = await start(await ownFolder())
  await readIn(app, seedText())
  await app.client.execute(() => window.aideMemoire.call('settings.set', { locale: 'en-XA' }))
  await app.client.waitUntil(() => app.client.execute(() => document.documentElement.dir === 'rtl'))
  const plain = await app.client.execute(() =>
    [...document.querySelectorAll('button, label, h2')]
      .filter((element) => element.closest('[data-testid="reader-text"], [data-testid="list-row"]') === null)
      .map((element) => element.textContent.trim())
      .filter((text) => /[A-Za-z]{3}/u.test(text) && !/[[⟦]/u.test(text)),
  )
  expect(plain).toEqual([])
  await expectSound(app)
  await app.screenshot('pseudo-locale')
})

it('a damaged record of notes is shown from its last good copy, says so, and is left for repair', async () => {
  const folder = await ownFolder()
  const first = await start(folder)
  await readIn(first, seedText())
  await dragOver(first, ((await textsOf(first, 'paragraph'))[1] ?? '').split(' ').slice(0, 3).join(' '))
  await press(first, '2')
  await (await shown(first, 'note-text')).addValue('Kept')
  await press(first, 'Control', 'Enter')
  await gone(first, 'note-text')
  await first.stop()
  const record = await recordIn(join(first.userData, 'library', 'notes'))
  await writeFile(record, 'null')

  const app = await start(folder)
  await shown(app, 'reader-text')
  await shown(app, 'banner-damaged')
  await shown(app, 'note-card')
  await expectSound(app)
  await app.screenshot('damaged-record')
  expect(await readFile(record, 'utf8')).toBe('null')

  await press(app, 'Control', 'Shift', 'd')
  await shown(app, 'banner-repaired')
  await gone(app, 'banner-damaged')
  await expectSound(app)
  await app.screenshot('repaired-record')
  expect(await readFile(record, 'utf8')).toContain('"notes"')
  const beside = await readdir(dirname(record))
  expect(beside.filter((name) => name.includes('.repaired-'))).toHaveLength(1)
})

it('a library that a silent computer left locked is taken over only by choice', async () => {
  const folder = await ownFolder()
  const first = await start(folder)
  await readIn(first, seedText())
  await first.stop()
  const past = new Date(Date.now() - 11 * 60_000).toISOString()
  const lock = { token: 'b'.repeat(32), host: 'old-laptop', pid: 1, process: null, started: past, heartbeat: past }
  await writeFile(join(first.userData, 'library', 'lock.json'), JSON.stringify(lock))
  const app = await start(folder)
  const banner = await shown(app, 'banner-read-only')
  expect(await banner.getText()).toContain('old-laptop')
  await expectSound(app)
  await app.screenshot('take-over')
  await (await banner.$('button')).click()
  await gone(app, 'banner-read-only')
  await (await shown(app, 'list-row')).click()
  await dragOver(app, ((await textsOf(app, 'paragraph'))[1] ?? '').split(' ').slice(0, 3).join(' '))
  await press(app, '8')
  await shown(app, 'note-card')
})

/** The one record below a folder of the library. */
async function recordIn(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true })
  const name = names.find((candidate) => candidate.endsWith('.json'))
  if (name === undefined) throw new Error(`no record in ${folder}`)
  return join(folder, name)
}
