// Reads the hand-written tables beside it: one record a line, columns parted by |, words in a column by ;, # begins a remark.
import { readFileSync } from 'node:fs'

/** A row's columns, each a list of words; an empty column is an empty list. */
export type Row = readonly (readonly string[])[]

/** The rows of a table file. In: its path and how many columns a row must have; a row with another number of them throws. */
export function readTable(path: string, columns: number): readonly Row[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return []
    const row = line.split('|').map(words)
    if (row.length !== columns) throw new Error(`${path}:${at + 1}: ${row.length} columns, expected ${columns}`)
    return [row]
  })
}

function words(column: string): readonly string[] {
  return column
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** Names without their marks. In: words of which some end in ? for "means other things too". Out: names, and the doubtful of them. */
export function marked(list: readonly string[]): {
  readonly names: readonly string[]
  readonly doubtful: readonly string[]
} {
  const plain = (word: string) => word.replace(/^=/u, '').replace(/\?$/u, '')
  return { names: list.map(plain), doubtful: list.filter((word) => word.endsWith('?')).map(plain) }
}
