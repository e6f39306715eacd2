// The whole way of a sealed library: made at the first start, locked with words half typed, opened again at the same place, and opened
// with its recovery key when the passphrase is forgotten.
import { expect, it } from 'vitest'
import { pageProcess } from '../bench/process-memory.ts'
import { isRunning, until } from './processes.ts'
import { click, keep, keysTake, passphrase, protect, type } from './protecting.ts'
import type { RunningApp } from './spectron.ts'
import {
  dragOver,
  expectSound,
  gone,
  ownFolder,
  press,
  readIn,
  seedText,
  shown,
  start,
  textsOf,
  watchPolicy,
} from './support.ts'

const another = 'lantern gravel otter quartz pillow'

const wordsOfPage = (app: RunningApp) => app.client.execute(() => document.documentElement.outerHTML)

async function unlock(app: RunningApp, secret: string): Promise<void> {
  await type(app, 'unlock-secret', secret)
  const button = await shown(app, 'unlock')
  await app.client.waitUntil(async () => (await button.getAttribute('data-pending')) === null)
  await button.click()
}

it('a sealed library is made, locked with a note half typed, and opened again at the same place with its draft', async () => {
  const folder = await ownFolder()
  const app = await start(folder, { withLibrary: false, firstShown: 'new-passphrase' })
  await expectSound(app)
  await app.screenshot('protect')
  await type(app, 'new-passphrase', 'ministry2024')
  await type(app, 'passphrase-again', 'ministry2024')
  await click(app, 'passphrase-chosen')
  expect(await (await shown(app, 'gate-problem')).getText()).toContain('too easy to guess')
  await app.screenshot('protect-weak')
  const recoveryKey = await protect(app)
  await shown(app, 'empty-library')

  await readIn(app, seedText())
  const words = ((await textsOf(app, 'paragraph'))[2] ?? '').split(' ').slice(0, 4).join(' ')
  const title = (await textsOf(app, 'list-row'))[0] ?? ''
  await dragOver(app, words)
  await press(app, '4')
  await (await shown(app, 'note-text')).addValue('half a thou')
  const former = pageProcess(app.pid)
  await app.followWindow(() => press(app, 'Control', 'l'))
  await watchPolicy(app)
  // Where there is no /proc, nobody can tell.
  expect(former === null || (await until(() => !isRunning(former), 10_000))).toBe(true)
  await shown(app, 'unlock-secret')
  const page = await wordsOfPage(app)
  for (const word of [words, 'half a thou', ...title.split('\n')]) expect(page).not.toContain(word)
  expect(await app.client.getWindowHandles()).toHaveLength(1)
  const refused = await app.client.execute(() => window.aideMemoire.call('library.rows', {}))
  expect(refused).toMatchObject({ ok: false, failure: { code: 'library-sealed' } })
  await app.screenshot('locked')

  await unlock(app, 'not the passphrase')
  expect(await (await shown(app, 'gate-problem', keysTake)).getText()).toContain('not the passphrase of this library')
  await unlock(app, 'nor this')
  // Looked for often: it stands there for a second only.
  const waits = () => app.client.execute(() => document.querySelector('[data-testid="gate-wait"]') !== null)
  await app.client.waitUntil(waits, { timeout: keysTake, interval: 50 })
  await expectSound(app)
  await app.screenshot('locked-waiting')
  await app.client.refresh()
  await watchPolicy(app)
  await unlock(app, passphrase)
  await shown(app, 'reader-text', keysTake)
  expect(await (await shown(app, 'note-text')).getValue()).toBe('half a thou')
  await press(app, 'Control', 'Enter')
  await gone(app, 'note-text')
  await app.stop()

  const again = await start(folder, { firstShown: 'unlock-secret' })
  expect(await wordsOfPage(again)).not.toContain(words)
  await click(again, 'unlock-other')
  await unlock(again, recoveryKey.toLowerCase())
  await shown(again, 'new-passphrase', keysTake)
  await type(again, 'new-passphrase', another)
  await type(again, 'passphrase-again', another)
  await again.screenshot('renew')
  await click(again, 'passphrase-chosen')
  expect(await (await shown(again, 'note-card', keysTake)).getText()).toContain('half a thou')

  await press(again, 'Control', 'Shift', 'k')
  await shown(again, 'protection')
  await expectSound(again)
  await again.screenshot('protection')
  await click(again, 'change-passphrase')
  await type(again, 'current-passphrase', passphrase)
  await type(again, 'new-passphrase', passphrase)
  await type(again, 'passphrase-again', passphrase)
  await click(again, 'passphrase-chosen')
  expect(await (await shown(again, 'gate-problem', keysTake)).getText()).toContain('not the passphrase of this library')
  await again.screenshot('protection-wrong')
  await press(again, 'Escape')
  await gone(again, 'protection')
  await again.followWindow(() => again.power('suspend'))
  await watchPolicy(again)
  await unlock(again, another)
  await shown(again, 'reader-text', keysTake)
})

it('a library without protection is a second choice, opens without being asked for anything, and is not locked', async () => {
  const folder = await ownFolder()
  const app = await start(folder, { withLibrary: false, firstShown: 'new-passphrase' })
  await click(app, 'without-protection')
  await shown(app, 'empty-library')
  await press(app, 'Control', 'l')
  await app.client.waitUntil(async () => (await wordsOfPage(app)).includes('has no passphrase, so it can’t be locked'))
  await shown(app, 'empty-library')
  await app.stop()
  await start(folder)
})

it('a plain library is sealed from the window and opens with its passphrase; the protection comes off again', async () => {
  const folder = await ownFolder()
  const app = await start(folder)
  await readIn(app, seedText())
  const title = (await textsOf(app, 'list-row'))[0] ?? ''
  await press(app, 'Control', 'Shift', 'k')
  await type(app, 'new-passphrase', passphrase)
  await type(app, 'passphrase-again', passphrase)
  await (await app.client.$('[data-testid="strength"][data-score="4"]')).waitForExist({ timeout: 10_000 })
  await expectSound(app)
  await app.screenshot('protection-plain')
  await app.followWindow(() => click(app, 'passphrase-chosen'))
  await watchPolicy(app)
  await shown(app, 'converted', keysTake)
  await expectSound(app)
  await app.screenshot('converted-sealed')
  await click(app, 'converted-go-on')
  await keep(app, (await (await shown(app, 'recovery-key')).getText()).split(/\s+/).join('-'))
  await shown(app, 'list-row')
  expect(await textsOf(app, 'list-row')).toEqual([title])

  await press(app, 'Control', 'Shift', 'k')
  await click(app, 'unseal')
  await app.screenshot('protection-unseal')
  await type(app, 'current-passphrase', passphrase)
  await app.followWindow(() => click(app, 'unseal-do'))
  await watchPolicy(app)
  await shown(app, 'converted', keysTake)
  await app.screenshot('converted-plain')
  await click(app, 'converted-go-on')
  await shown(app, 'list-row')
  await app.stop()
  const again = await start(folder)
  expect(await textsOf(again, 'list-row')).toEqual([title])
})
