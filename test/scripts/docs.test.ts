// Pages that name files must name files that are there: a renamed file would otherwise leave newcomers lost.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..', '..')
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: folder })]
const ours = /^(domain|main|renderer|test|scripts|assets|docs)\/[\w./*-]+$/

/** Paths in code spans; a bare file name after a path in the same table cell or sentence is left to the reader. */
function namedPaths(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '').filter((span) => ours.test(span))
}

/** Targets of links inside the repository. */
function linkedPaths(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map((match) => match[1] ?? '')
    .filter((link) => !/^\w+:/.test(link))
}

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(folder, page), 'utf8')

  it('names only files that are there', () => {
    const missing = namedPaths(text).filter((path) => globSync(path, { cwd: folder }).length === 0)
    expect(missing).toEqual([])
  })

  it('links only to what is there', () => {
    const missing = linkedPaths(text).filter((link) => !existsSync(join(folder, dirname(page), link)))
    expect(missing).toEqual([])
  })
})
