// The words of a body that is HTML, found without a DOM by going over the string once. What comes out is words: nothing of it is ever
// run or rendered as HTML, so it needs to be readable, not exact.

/** Elements whose content is no words of the author. */
const wordless = new Set(['script', 'style', 'template', 'iframe', 'object', 'noscript', 'svg', 'math', 'head'])
const lineEnding = new Set(['br', 'hr', 'li', 'tr', 'dt', 'dd'])
const paragraphEnding = new Set(
  'p div ul ol dl table blockquote pre section article header footer h1 h2 h3 h4 h5 h6'.split(' '),
)
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['shy', '\u00AD'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['laquo', '«'],
  ['raquo', '»'],
])
const knownTag =
  /<\/?(?:p|br|div|span|a|b|i|em|strong|u|s|ul|ol|li|h[1-6]|blockquote|pre|img|script|style|iframe|object|svg|table|tr|td|th|font|html|body|head)(?:[\s/][^<>]*)?>/iu

/** True when some words hold a tag of HTML, and not only signs that mean something else (`a < b`, `<https://…>`). */
export function looksLikeHtml(words: string): boolean {
  return knownTag.test(words)
}

/**
 * The words in some HTML, tags, comments, scripts and styles gone, entities resolved. `lines`: whether line ends in it are the
 * author's (Markdown with some HTML in it) or only white space (HTML).
 */
export function wordsOfHtml(html: string, lines: 'kept' | 'folded'): string {
  const parts: string[] = []
  let at = 0
  const addText = (end: number) => parts.push(textOf(html.slice(at, end), lines))
  for (let tag = nextTag(html, 0); tag !== null; tag = nextTag(html, at)) {
    addText(tag.start)
    parts.push(breakAt(tag.name))
    at = tag.end
  }
  addText(html.length)
  return tidied(parts.join(''))
}

type Tag = { readonly name: string; readonly start: number; readonly end: number }

/** The next tag, comment or wordless element from an offset on; null when there is none. `end` is where words go on. */
function nextTag(html: string, from: number): Tag | null {
  for (let start = html.indexOf('<', from); start !== -1; start = html.indexOf('<', start + 1)) {
    const opening = /^<(?:!--|[!?]|\/?([a-z][a-z\d]*))/iu.exec(html.slice(start, start + 32))
    if (opening === null) continue
    const name = (opening[1] ?? '').toLowerCase()
    const end = after(html, opening[0] === '<!--' ? '-->' : '>', start)
    // Nothing closes any more: no tag can follow.
    if (end === null) return opening[0] === '<!--' || wordless.has(name) ? { name, start, end: html.length } : null
    const isWordless = wordless.has(name) && !html.startsWith('</', start)
    return { name, start, end: isWordless ? endOfElement(html, name, end) : end }
  }
  return null
}

function after(html: string, sign: string, from: number): number | null {
  const found = html.indexOf(sign, from)
  return found === -1 ? null : found + sign.length
}

function endOfElement(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'giu')
  closing.lastIndex = from
  const found = closing.exec(html)
  return found === null ? html.length : (after(html, '>', found.index) ?? html.length)
}

function breakAt(name: string): string {
  return paragraphEnding.has(name) ? '\n\n' : lineEnding.has(name) ? '\n' : ''
}

function textOf(piece: string, lines: 'kept' | 'folded'): string {
  const folded = lines === 'folded' ? piece.replace(/\s+/gu, ' ') : piece
  return folded.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu, (entity, decimal, hex, name) => {
    if (name !== undefined) return named.get(String(name).toLowerCase()) ?? entity
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '\uFFFD'
  })
}

function tidied(words: string): string {
  const lines = words.split('\n').map((line) => line.trimEnd())
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}
