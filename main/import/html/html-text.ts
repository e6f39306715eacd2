// HTML in, plain text out: the article of a saved page, or all of a piece that a person or a program already cut out.

import { articleOf } from './article.ts'
import { type Block, blocksOf } from './blocks.ts'
import { plainText } from './plain.ts'
import { parsePage } from './tree.ts'

/** The text of a saved page's article, without the site around it. Empty when the page holds no words. Throws `TooDeep`. */
export function textOfPage(html: string): string {
  return plainText(articleOf(parsePage(html)))
}

/** All words of a piece of HTML (pasted words, a mail, a converted document). Empty when it holds none. Throws `TooDeep`. */
export function textOfPiece(html: string): string {
  return plainText(blocksOfPiece(html))
}

function blocksOfPiece(html: string): readonly Block[] {
  return blocksOf(parsePage(html), { isLeftOut: () => false, inside: null })
}
