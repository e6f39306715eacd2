// A start builds again when anything below the sources is newer than the build.
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { newestChange } from '../../scripts/freshness.ts'

it('finds the newest file or folder at any depth and passes over what is not there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aide-fresh-'))
  const inner = join(folder, 'a', 'b')
  await mkdir(inner, { recursive: true })
  await writeFile(join(inner, 'old.ts'), '')
  await writeFile(join(inner, 'new.ts'), '')
  await utimes(join(inner, 'old.ts'), 1000, 1000)
  await utimes(join(inner, 'new.ts'), 3000, 3000)
  for (const path of [inner, join(folder, 'a'), folder]) await utimes(path, 2000, 2000)
  expect(newestChange([folder, join(folder, 'absent')])).toBe(3_000_000)
  await rm(join(inner, 'new.ts'))
  await utimes(inner, 4000, 4000)
  expect(newestChange([folder])).toBe(4_000_000)
  expect(newestChange([join(folder, 'absent')])).toBe(0)
  await rm(folder, { recursive: true })
})
