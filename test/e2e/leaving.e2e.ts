// Tidy leaving: one briefing for good, and the whole library.
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { expectSound, fixtureText, gone, ownFolder, press, readIn, seedText, shown, start } from './support.ts'

it('a briefing is deleted for good, then the library is wiped, and nothing comes by itself', async () => {
  const app = await start(await ownFolder())
  const library = join(app.userData, 'library')
  await readIn(app, fixtureText())
  await readIn(app, seedText())
  await press(app, 'Control', 'Delete')
  await press(app, 'Control', '2')
  await (await shown(app, 'list-row')).click()
  await (await shown(app, 'reader-delete-for-good')).click()
  await shown(app, 'leaving')
  await expectSound(app)
  await app.screenshot('delete-for-good')
  await (await shown(app, 'leaving-confirm')).click()
  await gone(app, 'leaving')
  await gone(app, 'list-row')
  const records = async () =>
    (await readdir(join(library, 'entries'), { recursive: true })).filter((name) => name.endsWith('.json'))
  expect(await records()).toHaveLength(1)

  await press(app, 'Control', '1')
  await press(app, 'Control', 'Alt', 'Shift', 'Delete')
  const word = await shown(app, 'wipe-word')
  await expectSound(app)
  await app.screenshot('wipe')
  expect(await (await shown(app, 'leaving-confirm')).isEnabled()).toBe(false)
  await word.addValue('wipe')
  await press(app, 'Enter')
  await gone(app, 'leaving')
  await app.client.waitUntil(async () => (await readdir(library)).length === 0, {
    timeoutMsg: 'the library is not empty',
  })
  await expectSound(app)
  await app.screenshot('wiped')
  await app.client.execute(() => window.aideMemoire.call('library.state', {}))
  expect(await readdir(library)).toEqual([])

  await (await (await shown(app, 'reader')).$('button')).click()
  await (await shown(app, 'without-protection')).click()
  await shown(app, 'empty-library')
  expect(existsSync(join(library, 'library.json'))).toBe(true)
  expect(await readFile(join(library, 'library.json'), 'utf8')).toContain('aide-memoire-library')
})
