// Electron's checklist and the threat model name tests as proof: each named must be there, with its title, or the page says more than is so.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..', '..')
const read = (path: string) => readFileSync(join(folder, path), 'utf8')

/** The cells of every row of the tables under a heading, down to the next heading of the same rank. */
function rowsUnder(page: string, heading: string): readonly (readonly string[])[] {
  const [, after = ''] = page.split(`${heading}\n`)
  const [part = ''] = after.split(/^##+ /mu)
  const lines = part.split('\n').filter((line) => line.startsWith('|'))
  const rows = lines
    .filter((line) => !/^\| *-/u.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  return rows.slice(1)
}

describe('Electron’s checklist in docs/security.md', () => {
  const rows = rowsUnder(read('docs/security.md'), "### Electron's checklist")

  it('has all twenty points', () => {
    expect(rows.map(([number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  it.each(rows)('%s. %s: its probe is there, or the reason why none applies', (_number, _what, probe = '') => {
    const [, file, title] = /^`([^`]+)`: “([^“”]+)”/u.exec(probe) ?? []
    if (file === undefined || title === undefined) return expect(probe).toMatch(/^does not apply: .{10,}/u)
    expect(existsSync(join(folder, file)), file).toBe(true)
    expect(read(file)).toContain(title)
  })
})

/** Named already, while what they test is being built elsewhere: skipped in sight until they are there. */
const awaited = ['test/e2e/lock.e2e.ts'].filter((file) => !existsSync(join(folder, file)))

describe('the promises in docs/threat-model.md', () => {
  const rows = rowsUnder(read('docs/threat-model.md'), '## What each promise rests on')
  const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts

  it('are there', () => {
    expect(rows.length).toBeGreaterThan(7)
  })

  const isAwaited = ([, , command = '']: readonly string[]) => awaited.some((file) => command.includes(file))
  it.skip.each(rows.filter(isAwaited))('%s: its tests are still to come', () => undefined)
  it.each(rows.filter((row) => !isAwaited(row)))(
    '%s: its one command runs tests that are there',
    (_promise, _rests, command = '') => {
      const [, line = ''] = /^`([^`]+)`$/u.exec(command) ?? []
      const [, script] = /^npm run ([\w:]+)$/u.exec(line) ?? []
      if (script !== undefined) return expect(Object.keys(scripts)).toContain(script)
      const [, files] = /^npx vitest run (?:--config vitest\.e2e\.config\.ts )?(.+)$/u.exec(line) ?? []
      expect(files, line).toBeDefined()
      for (const file of (files ?? '').split(' '))
        expect(globSync(`${file.replace(/\/$/u, '')}*`, { cwd: folder }), file).not.toEqual([])
    },
  )
})
