import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { longestMarkdown, NoteMarkdown, plainWords } from '../../../renderer/views/note-markdown.tsx'
import { createWords, WordsProvider } from '../../../renderer/words/intl.tsx'

const drawn = (text: string) =>
  renderToStaticMarkup(
    <WordsProvider words={createWords('en')}>
      <NoteMarkdown text={text} />
    </WordsProvider>,
  )
const escaped = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

describe('a note’s text', () => {
  it.each([
    ['**strong** and *soft*', '<p><strong>strong</strong> and <em>soft</em></p>'],
    ['one\ntwo', '<p>one<br/>two</p>'],
    ['# Head', '<p class="md-heading">Head</p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['3. c', '<ol start="3"><li>c</li></ol>'],
    ['- [x] done', '<ul><li>☑ done</li></ul>'],
    ['> said', '<blockquote class="md-quote"><p>said</p></blockquote>'],
    ['`code <b>`', '<p><code>code &lt;b&gt;</code></p>'],
    ['|a|\n|-|\n|b|', '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>'],
    ['[a]: b', '<p class="as-typed">[a]: b</p>'],
    ['5 < 6 & "7"', '<p>5 &lt; 6 &amp; &quot;7&quot;</p>'],
  ])('%j is formatted', (text, expected) => {
    expect(drawn(text)).toBe(expected)
  })

  it.each([
    '<script>alert(1)</script>',
    'before <img src=x onerror=alert(1)> after',
    '<iframe src="https://example.org"></iframe>',
    '<style>* { display: none }</style>',
    '<a href="javascript:alert(1)">click</a>',
    '<!-- hidden -->',
  ])('%j is words', (text) => {
    expect(drawn(text)).toContain(escaped(text))
    expect(drawn(text)).not.toMatch(/<(?:script|img|iframe|style|a)\b/)
  })

  it.each([
    ['[minutes](https://example.org/a)', ['minutes', '(https://example.org/a)']],
    ['[x](javascript:alert(1))', ['x', '(javascript:alert(1))']],
    ['https://example.org', ['https://example.org']],
    ['![a map](https://example.org/map.png)', ['a map']],
  ])('%j shows what it says and opens and loads nothing', (text, words) => {
    for (const part of words) expect(drawn(text)).toContain(part)
    expect(drawn(text)).not.toMatch(/href=|src=|<img|<a\b/)
  })
})

it.each([
  ['**Compare** with\n\n- “welcomes”\n- [now](https://example.org)', 'Compare with “welcomes” now'],
  ['# Head\nand *soft*', 'Head and soft'],
  ['<b>x</b>', '<b>x</b>'],
  ['', ''],
])('%j in one line is %j', (text, expected) => {
  expect(plainWords(text)).toBe(expected)
})

describe('hostile Markdown', () => {
  const full = (piece: string) => piece.repeat(longestMarkdown).slice(0, longestMarkdown)
  it.each(['> ', '>', '- ', '*a ', '[', '![', '[a](', 'a_', ' ', '`a`` ', '<a ', '|a', 'a@', '\n', '~~a'])(
    'of %j over and over is drawn within two seconds, with nothing lost',
    (piece) => {
      const text = `${full(piece).slice(3)}\n\nb`
      const began = performance.now()
      expect(drawn(text)).toContain('b')
      expect(performance.now() - began).toBeLessThan(2_000)
    },
  )

  it('that is longer than is formatted is shown as it was typed', () => {
    expect(drawn(`**${'a'.repeat(longestMarkdown)}**`)).toContain('<p class="as-typed">**aaa')
  })

  it('nested deeper than is formatted is shown as it was typed from there on', () => {
    const html = drawn(`${'> '.repeat(40)}deep`)
    expect(html).toContain('deep')
    expect(html.match(/<blockquote/g)?.length).toBeLessThan(20)
  })
})
