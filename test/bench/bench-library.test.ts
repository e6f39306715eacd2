// What is measured must be a real library: the made-up records open, hold what they say, and pass the library's own check.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { benchNote, makeBenchLibrary, openBenchLibrary } from './bench-library.ts'
import { syntheticBriefing } from './synthetic-briefings.ts'

it('a made-up library opens with every briefing, takes notes and has no problem', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aide-bench-library-'))
  const [first] = await makeBenchLibrary(folder, 25, 1)
  if (first === undefined) throw new Error('No briefing was kept.')
  const library = await openBenchLibrary(folder)
  await library.settled()
  expect(library.rows()).toHaveLength(25)
  expect(await library.addNote(first.id, benchNote(first, 1))).toMatchObject({ ok: true })
  expect(await library.verify()).toMatchObject({ ok: true, problems: [] })
  await library.close()
  await rm(folder, { recursive: true })
})

it('made-up briefings are the same each time, differ from each other, and are as long as a readout', () => {
  expect(syntheticBriefing(7)).toEqual(syntheticBriefing(7))
  expect(new Set(Array.from({ length: 500 }, (_, index) => syntheticBriefing(index).id)).size).toBe(500)
  const words = syntheticBriefing(3).versions[0].text.split(/\s+/).length
  expect(words).toBeGreaterThan(300)
  expect(words).toBeLessThan(500)
})
