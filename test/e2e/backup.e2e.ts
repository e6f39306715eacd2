// A backup in the running app: made, and brought back beside the library.
import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { expectSound, gone, ownFolder, press, readIn, seedText, shown, start } from './support.ts'

const passphrase = 'five words without any sense'

it('a backup is made into the folder chosen and comes back beside the library', async () => {
  const folder = await ownFolder()
  const target = join(folder, 'backups')
  await mkdir(target)
  const app = await start(folder)
  await readIn(app, seedText())
  await press(app, 'Control', 'Shift', 'y')
  await shown(app, 'backups')
  app.answerDialogs([{ open: [target] }])
  await (await shown(app, 'backup-folder')).click()
  await app.client.waitUntil(async () => (await (await shown(app, 'backups')).getText()).includes(target))
  for (const id of ['backup-passphrase', 'backup-passphrase-again']) await (await shown(app, id)).setValue(passphrase)
  await expectSound(app)
  await (await shown(app, 'backup-now')).click()
  const said = async () => (await shown(app, 'backup-outcome')).getText()
  await app.client.waitUntil(async () => (await said()).includes('checked'), { timeout: 30_000 })
  const [file = ''] = await readdir(target)
  expect(await said()).toContain(file)
  await app.screenshot('backup-made')
  await (await shown(app, 'backup-close')).click()
  await gone(app, 'backups')

  app.answerDialogs([{ open: [join(target, file)] }])
  await press(app, 'Control', 'Shift', 'o')
  await shown(app, 'restore')
  await (await shown(app, 'restore-secret')).setValue('wrong')
  await press(app, 'Enter')
  await app.client.waitUntil(async () =>
    (await (await shown(app, 'restore-outcome')).getText()).includes('not the passphrase'),
  )
  await (await shown(app, 'restore-secret')).setValue(passphrase)
  await press(app, 'Enter')
  const restored = await (await shown(app, 'restored-folder', 30_000)).getText()
  expect(restored).toMatch(/library-restored-\d{4}-\d\d-\d\d$/)
  expect(existsSync(join(restored, 'library.json'))).toBe(true)
  expect((await readdir(dirname(restored))).filter((name) => name.endsWith('.tmp'))).toEqual([])
  await expectSound(app)
  await app.screenshot('backup-restored')
})
