import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gazetteerFiles } from '../../../scripts/gazetteer/files.ts'
import { readTable } from '../../../scripts/gazetteer/tables.ts'
import { inProject } from '../../../scripts/project.ts'

describe('the files of the gazetteer', () => {
  const files = gazetteerFiles()

  it.each(files)('$name is what the tables and packages give', ({ name, text }) => {
    expect(readFileSync(inProject('assets', 'gazetteer', name), 'utf8') === text).toBe(true)
  })

  it('are small enough to be shipped and parsed at each start', () => {
    expect(files.reduce((bytes, { text }) => bytes + Buffer.byteLength(text), 0)).toBeLessThan(700_000)
  })
})

describe('readTable', () => {
  it('says which line has too few columns', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'table-')), 'table.txt')
    writeFileSync(path, '# remark\nKZ | Kazakhstan; Kazakstan\nKG\n')
    expect(() => readTable(path, 2)).toThrow(`${path}:3: 1 columns, expected 2`)
  })

  it('leaves out remarks and empty words', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'table-')), 'table.txt')
    writeFileSync(path, '# remark\n\nKZ | Kazakhstan; Kazakstan; | \n')
    expect(readTable(path, 3)).toEqual([[['KZ'], ['Kazakhstan', 'Kazakstan'], []]])
  })
})
