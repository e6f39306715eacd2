// How many briefings older rules have read: what the window offers to read again.
import { expect, it } from 'vitest'
import { openLibrary } from '../../../main/library/open-library.ts'
import { readText } from '../../engine.ts'
import { addBriefing, expectSuccess, openFor, optionsFor, temporaryFolder } from './support.ts'

it('briefings that older rules have read are counted, until they are read again', async () => {
  const folder = await temporaryFolder()
  const before = await openFor(folder)
  const ids = [await addBriefing(before, 'Some words.'), await addBriefing(before, 'Other words.')]
  expect(before.state().older).toBe(0)
  await before.close()

  const engine = readText('').engine + 1
  const again = { engine, read: async (text: string) => ({ ...readText(text), engine }) }
  const library = expectSuccess(await openLibrary(optionsFor(folder, again)))
  await library.settled()
  expect(library.state().older).toBe(2)
  const told: number[] = []
  const done = new Promise<void>((resolve) => {
    library.onChange((change) => {
      if (change.kind === 'state') told.push(change.state.older)
      if (change.kind === 'reading' && !change.progress.running) resolve()
    })
  })
  expectSuccess(await library.readAgain())
  await done
  expect(library.state().older).toBe(0)
  expect(told.at(-1)).toBe(0)
  expectSuccess(await library.remove(ids[0] ?? ''))
  expect(library.state().older).toBe(0)
  await library.close()
})
