// A library that older rules have read: the strip that offers to read it again, and what is left of it afterwards.
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { expectSound, gone, ownFolder, shown, start, textsOf } from './support.ts'

const fixture = join(import.meta.dirname, '../fixtures/library-1')

it('briefings of older rules are offered to be read again, and the strip goes when they have been', async () => {
  const folder = await ownFolder()
  const library = join(folder, 'profile', 'library')
  await cp(fixture, library, { recursive: true })
  // The place and the half-written draft of the fixture are another test's.
  await rm(join(library, 'sessions'), { recursive: true })
  const app = await start(folder)
  expect(await (await shown(app, 'banner-older')).getText()).toContain('1 briefing was read by older rules')
  await expectSound(app)
  await app.screenshot('older-readings')
  await (await shown(app, 'read-again')).click()
  await gone(app, 'banner-older')
  expect(await (await shown(app, 'toast')).getText()).toContain('1 briefing was read again')
  expect(await textsOf(app, 'list-row')).toHaveLength(1)
  await app.stop()

  const again = await start(folder)
  await shown(again, 'list-row')
  await gone(again, 'banner-older')
})
