// Blocks as plain text: a blank line between paragraphs, a line for each item of a list and row of a table.
import type { Block } from './blocks.ts'

/** The text of blocks, without white space at its ends; empty for none. */
export function plainText(blocks: readonly Pick<Block, 'text' | 'gap'>[]): string {
  return blocks
    .map(({ text, gap }, index) => (index === 0 ? text : `${gap === 'blank' ? '\n\n' : '\n'}${text}`))
    .join('')
    .trim()
}
