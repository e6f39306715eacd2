// A note's text as Markdown, made into elements: no HTML of the text's own, nothing fetched, nothing to open. Marked, which the import
// of documents uses too, finds the structure; what stands for each piece is decided here.
import { Lexer, type Token, type Tokens } from 'marked'
import { Fragment, memo, type ReactNode } from 'react'
import { useWords } from '../words/intl.tsx'

/** The longest text that is formatted, in UTF-16 units: hostile Markdown of this length takes Marked a tenth of a second at worst. */
export const longestMarkdown = 8_000
/** How much of a text is looked at for its first words, in UTF-16 units. */
const longestLine = 160
/** What is nested deeper (quotes in quotes) is shown as it was typed. */
const deepest = 12

/** A note's words, formatted; those too long to be are shown as they were typed. */
export const NoteMarkdown = memo(({ text }: { readonly text: string }) => {
  const tokens = tokensOf(text)
  if (tokens === null) return <p className="as-typed">{text}</p>
  return <Pieces tokens={tokens} depth={0} />
})

/** The pieces of a text; null when it is too long or too deep to be taken apart. */
function tokensOf(text: string): readonly Token[] | null {
  if (text.length > longestMarkdown) return null
  try {
    return new Lexer({ gfm: true, breaks: true }).lex(text)
  } catch (error) {
    // Thousands of nested quotes are more than the stack holds.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The first words of a text without the signs of its Markdown, for a line of its own. */
export function plainWords(text: string): string {
  const start = text.slice(0, longestLine)
  return (tokensOf(start) ?? []).map(wordsOf).join(' ').replace(/\s+/g, ' ').trim() || start
}

function wordsOf(token: Token): string {
  const { type, raw, text, tokens, items } = token as Tokens.Generic
  if (type === 'space') return ''
  const inner: readonly Token[] = tokens ?? items ?? []
  if (inner.length > 0) return inner.map(wordsOf).join(type === 'list' ? ' ' : '')
  return type === 'html' ? raw.trim() : String(text ?? raw)
}

type PiecesProps = { readonly tokens: readonly Token[]; readonly depth: number }

function Pieces({ tokens, depth }: PiecesProps): ReactNode {
  return tokens.map((token, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
    <Piece key={at} token={token as Tokens.Generic} depth={depth} />
  ))
}

function Piece({ token, depth }: { readonly token: Tokens.Generic; readonly depth: number }): ReactNode {
  if (depth > deepest) return token.raw
  return blockOf(token, depth) ?? <Inline token={token} depth={depth} />
}

/** What stands for a block; null for what stands within a line. */
function blockOf(token: Tokens.Generic, depth: number): ReactNode | null {
  const inner = <Pieces tokens={token.tokens ?? []} depth={depth + 1} />
  switch (token.type) {
    case 'paragraph':
      return <p>{inner}</p>
    // Headings of a note are none of the window's: they would mislead whoever goes by headings.
    case 'heading':
      return <p className="md-heading">{inner}</p>
    case 'blockquote':
      return <blockquote className="md-quote">{inner}</blockquote>
    case 'code':
      return <pre>{String(token.text)}</pre>
    case 'hr':
      return <hr />
    case 'list':
      return <List list={token as Tokens.List} depth={depth} />
    case 'table':
      return <Table table={token as Tokens.Table} depth={depth} />
    case 'html':
      return token.block === true ? <p className="as-typed">{token.raw.trim()}</p> : null
    case 'def':
      return <p className="as-typed">{token.raw.trim()}</p>
    case 'space':
      return <Fragment />
    default:
      return null
  }
}

function Inline({ token, depth }: { readonly token: Tokens.Generic; readonly depth: number }): ReactNode {
  const inner = token.tokens === undefined ? null : <Pieces tokens={token.tokens} depth={depth + 1} />
  switch (token.type) {
    case 'strong':
      return <strong>{inner}</strong>
    case 'em':
      return <em>{inner}</em>
    case 'del':
      return <del>{inner}</del>
    case 'codespan':
      return <code>{String(token.text)}</code>
    case 'br':
      return <br />
    case 'link':
      return <Address text={inner} plain={String(token.text)} href={String(token.href)} />
    case 'image':
      return <Picture words={String(token.text)} />
    case 'text':
    case 'escape':
      return inner ?? String(token.text)
    // What Marked took for HTML, and whatever else there may be, is words.
    default:
      return token.raw
  }
}

/** A link's words and where it leads, to be read only: the window opens nothing. */
function Address({ text, plain, href }: { readonly text: ReactNode; readonly plain: string; readonly href: string }) {
  const isAddress = href === plain || href === `mailto:${plain}` || href === `http://${plain}`
  return (
    <>
      <span className="md-link">{text}</span>
      {!isAddress && <span className="md-address"> ({href})</span>}
    </>
  )
}

function Picture({ words: alternative }: { readonly words: string }) {
  const words = useWords()
  return <span className="md-picture">{words('window.note.picture', { alternative })}</span>
}

function List({ list: { ordered, start, items }, depth }: { readonly list: Tokens.List; readonly depth: number }) {
  const entries = items.map(({ task, checked, tokens }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place
    <li key={at}>
      {task && (checked === true ? '☑ ' : '☐ ')}
      <Pieces tokens={tokens.filter(({ type }) => type !== 'checkbox')} depth={depth + 1} />
    </li>
  ))
  return ordered ? <ol start={Number(start) || 1}>{entries}</ol> : <ul>{entries}</ul>
}

function Table({ table: { header, rows }, depth }: { readonly table: Tokens.Table; readonly depth: number }) {
  const cells = (row: readonly Tokens.TableCell[], Cell: 'th' | 'td') =>
    row.map(({ tokens }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
      <Cell key={at}>
        <Pieces tokens={tokens} depth={depth + 1} />
      </Cell>
    ))
  return (
    <table>
      <thead>
        <tr>{cells(header, 'th')}</tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <tr key={at}>{cells(row, 'td')}</tr>
        ))}
      </tbody>
    </table>
  )
}
