import { describe, expect, it } from 'vitest'
import { readAnnotations } from '../../../domain/exchange/read-annotations.ts'
import { longestNoteText, longestTag, mostTags } from '../../../domain/notes/note.ts'
import { read, readOne } from './exchanged.ts'

const quote = { type: 'TextQuoteSelector', exact: 'agreed', prefix: 'ministers ', suffix: ' to meet' }
const w3c = (changes: object = {}) => ({
  id: 'urn:uuid:0b7f9a1e-0000-4000-8000-000000000001',
  type: 'Annotation',
  target: { source: 'https://example.org/text', selector: [quote] },
  body: { type: 'TextualBody', value: 'Ask when.' },
  ...changes,
})
const hypothesis = (changes: object = {}) => ({
  id: 'vE9-x_1',
  created: '2024-12-09T07:17:52.123456+00:00',
  updated: '2024-12-10T08:00:00.000000+00:00',
  user: 'acct:a.reader@hypothes.is',
  uri: 'https://example.org/text',
  text: 'Ask **when**.',
  tags: ['follow up', 'Question'],
  group: '__world__',
  target: [
    {
      source: 'https://example.org/text',
      selector: [
        { type: 'RangeSelector', startContainer: '/p[1]', startOffset: 1, endContainer: '/p[1]', endOffset: 7 },
        { type: 'TextPositionSelector', start: 10, end: 16 },
        quote,
      ],
    },
  ],
  ...changes,
})
const readium = (changes: object = {}) => ({
  id: 'urn:uuid:0b7f9a1e-0000-4000-8000-000000000002',
  type: 'Annotation',
  created: '2023-10-14T15:13:28Z',
  creator: { id: 'urn:uuid:0b7f9a1e-0000-4000-8000-0000000000aa', type: 'Person', name: 'A. Reader' },
  target: {
    source: 'OEBPS/text/chapter1.html',
    meta: { headings: [{ level: 1, txt: 'One' }], page: 'XI' },
    selector: [
      { type: 'CssSelector', value: '#p', refinedBy: { type: 'TextPositionSelector', start: 4, end: 10 } },
      { type: 'ProgressionSelector', value: 0.3 },
      quote,
    ],
  },
  body: { type: 'TextualBody', value: 'Why?', color: 'blue', highlight: 'underline', keyword: 'teacher', tag: 'later' },
  ...changes,
})

describe('readAnnotations', () => {
  it.each<[string, unknown]>([
    ['a collection with an embedded page', { type: 'AnnotationCollection', total: 1, first: { items: [w3c()] } }],
    ['a page', { type: 'AnnotationPage', items: [w3c()] }],
    ['pages that follow each other', { first: { items: [], next: { items: [w3c()] } } }],
    ['a single annotation', w3c()],
    ['a bare array', [w3c()]],
    ['a graph', { '@graph': [w3c()] }],
  ])('recognises W3C annotations in %s', (_, json) => {
    expect(readOne(json)).toMatchObject({
      index: 0,
      origin: w3c().id,
      kind: null,
      text: 'Ask when.',
      scope: 'words',
      quote: { exact: 'agreed', prefix: 'ministers ', suffix: ' to meet' },
    })
  })

  it.each<[string, unknown]>([
    [
      'JSON export',
      { export_date: '2024-12-10', export_userid: 'acct:a@b', client_version: '1', annotations: [hypothesis()] },
    ],
    ['search result', { total: 1, rows: [hypothesis()] }],
  ])('recognises Hypothesis’ %s', (_, json) => {
    expect(readOne(json)).toEqual({
      index: 0,
      origin: 'https://hypothes.is/a/vE9-x_1',
      kind: 'question',
      text: 'Ask **when**.',
      tags: ['follow up', 'Question'],
      commitment: null,
      creator: 'a.reader',
      created: '2024-12-09T07:17:52.123Z',
      modified: '2024-12-10T08:00:00.000Z',
      scope: 'words',
      quote: { exact: 'agreed', prefix: 'ministers ', suffix: ' to meet' },
      position: { start: 10, end: 16 },
      paragraph: null,
    })
  })

  it('recognises Readium’s annotation sets; a position within an element is none in the text', () => {
    expect(readOne({ type: 'AnnotationSet', about: {}, items: [readium()] })).toMatchObject({
      text: 'Why?',
      tags: ['later', 'teacher'],
      creator: 'A. Reader',
      created: '2023-10-14T15:13:28.000Z',
      modified: null,
      quote: { exact: 'agreed' },
      position: null,
    })
  })

  it.each<[string, unknown]>([
    ['null', null],
    ['a number', 7],
    ['a string', 'annotations'],
    ['an empty object', {}],
    ['a list of words', ['a', 'b']],
    ['another program’s object', { name: 'x', version: 2 }],
    [
      'a collection whose pages are elsewhere',
      { type: 'AnnotationCollection', total: 3, first: 'https://example.org/1' },
    ],
  ])('fails only when nothing can be recognised: %s', (_, json) => {
    expect(readAnnotations(json)).toMatchObject({ ok: false, failure: { code: 'annotations-unrecognised' } })
  })

  it('takes nothing from what an object inherits', () => {
    expect(readAnnotations(Object.create({ target: 'urn:x:1', bodyText: 'x' })).ok).toBe(false)
  })

  it.each<[string, unknown, string]>([
    ['a number', 7, 'not-an-annotation'],
    ['null', null, 'not-an-annotation'],
    ['a list', [w3c()], 'not-an-annotation'],
    ['an object of another kind', { name: 'x' }, 'not-an-annotation'],
    ['one without a target', w3c({ target: undefined }), 'no-target'],
    ['one whose target is a number', w3c({ target: 3 }), 'no-target'],
    [
      'a highlight without words',
      w3c({ body: [], target: { source: 'urn:a:b', selector: { type: 'SvgSelector' } } }),
      'nothing-in-it',
    ],
    ['a text that is too long', w3c({ body: { value: 'x'.repeat(longestNoteText + 1) } }), 'text-too-long'],
    [
      'an answer without what it answers',
      hypothesis({ references: ['other'], target: [{ source: 'x' }] }),
      'reply-alone',
    ],
  ])('skips %s, says why and takes the rest', (_, bad, reason) => {
    const { annotations, skipped } = read([w3c(), bad, w3c({ id: 'urn:uuid:2' })])
    expect(skipped).toEqual([{ index: 1, reason }])
    expect(annotations.map(({ index }) => index)).toEqual([0, 2])
  })

  it.each<[string, object, object]>([
    ['no id', { id: undefined }, { origin: null }],
    ['an id that is only good within its file', { id: '#1' }, { origin: null }],
    [
      'dates that are none',
      { created: 'yesterday', modified: '2024-13-45T00:00:00Z' },
      { created: null, modified: null },
    ],
    ['years that no record takes', { created: '0001-01-01T00:00:00Z', modified: 7 }, { created: null, modified: null }],
    ['a date without a zone', { created: '2024-05-03T10:00:00' }, { created: '2024-05-03T10:00:00.000Z' }],
    ['a date with one', { created: '2024-05-03T10:00:00+0200' }, { created: '2024-05-03T08:00:00.000Z' }],
    ['a creator that is a name', { creator: 'A. Officer' }, { creator: 'A. Officer' }],
    ['creators in a list', { creator: [{ name: ['A', 'B'] }] }, { creator: 'A' }],
    ['a creator that is a number', { creator: 7 }, { creator: '' }],
    ['an unknown motivation', { motivation: ['oa:questioning', 3] }, { kind: 'question' }],
    [
      'a tag that is a kind',
      { body: [{ value: 'redline', purpose: 'tagging' }] },
      { kind: 'redline', tags: ['redline'] },
    ],
    [
      'a class that is no kind',
      { body: [{ value: 'legal', purpose: 'classifying' }] },
      { kind: null, tags: ['legal'] },
    ],
    ['a body that is text', { body: undefined, bodyText: 'so' }, { text: 'so' }],
    ['a body elsewhere', { body: 'https://example.org/b' }, { text: 'https://example.org/b' }],
    ['several comments', { body: [{ value: 'a' }, { value: 'b' }] }, { text: 'a\n\nb' }],
    ['bodies to choose from', { body: { type: 'Choice', items: [{ value: 'a' }, { value: 'b' }] } }, { text: 'a' }],
    ['bodies of the wrong type', { body: [7, null, { value: 3 }, [{ value: 'a' }], { value: [] }] }, { text: 'a' }],
    ['tags of the wrong type', { tags: ['a', 7, null, ' ', 'a', ' a  b '] }, { tags: ['a', 'a b'] }],
    ['a target that is an address', { target: 'https://example.org/' }, { scope: 'briefing', quote: null }],
    [
      'selectors in lists of lists',
      { target: { selector: [[quote]] } },
      { scope: 'words', quote: { exact: 'agreed' } },
    ],
    [
      'unknown selectors',
      { target: { selector: [{ type: 'X' }, 7, null] } },
      { scope: 'words', quote: null, position: null },
    ],
    ['an empty quote', { target: { selector: { ...quote, exact: ' ' } } }, { scope: 'words', quote: null }],
    [
      'a quote without context',
      { target: { selector: { type: quote.type, exact: 'a', prefix: 3 } } },
      { quote: { exact: 'a', prefix: '', suffix: '' } },
    ],
    [
      'a quote that refines',
      { target: { selector: { type: 'FragmentSelector', refinedBy: quote } } },
      { quote: { exact: 'agreed' } },
    ],
    [
      'positions that are none',
      { target: { selector: { type: 'TextPositionSelector', start: -1, end: 1e99 } } },
      { position: null },
    ],
    ['half a character', { body: { value: 'a\uD83D' } }, { text: 'a\uFFFD' }],
    [
      'properties of the prototype',
      JSON.parse('{"__proto__":{"text":"x"},"constructor":{"name":"y"}}'),
      { text: 'Ask when.' },
    ],
  ])('takes one with %s', (_, changes, expected) => {
    expect(readOne([w3c(changes)])).toMatchObject(expected)
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })

  it.each<[string, object, string]>([
    [
      'HTML',
      { value: '<p>Ask <b>when</b> &amp; where.</p><p>Soon &#8212; <i>or</i> later.<br>Yes.</p>', format: 'text/html' },
      'Ask when & where.\n\nSoon — or later.\nYes.',
    ],
    [
      'a script in HTML',
      { value: '<script>steal()</script>a<SCRIPT >x</SCRIPT foo>b<style>p{}</style>c', format: 'text/html' },
      'abc',
    ],
    ['a script that is never closed', { value: 'a<script>steal()', format: 'text/html' }, 'a'],
    ['a script in a text of no stated format', { value: 'Ask.\n<script>steal()</script>\nWhen?' }, 'Ask.\n\nWhen?'],
    ['a handler', { value: 'a<img src=x onerror="steal()">b' }, 'ab'],
    ['a comment', { value: '<p>a<!-- <b>x</b> -->b</p>', format: 'text/html' }, 'ab'],
    [
      'signs that are no tags',
      { value: 'a < b, <https://example.org>, x<y>z & "q"' },
      'a < b, <https://example.org>, x<y>z & "q"',
    ],
    [
      'Markdown that says so',
      { value: 'a `<b>` <script>x</script>', format: 'text/markdown' },
      'a `<b>` <script>x</script>',
    ],
    [
      'entities that are none',
      { value: '<b>&bogus; &#0; &#xFFFFFFF; &#xD800;</b>', format: 'text/html' },
      '&bogus; \uFFFD &#xFFFFFFF; \uFFFD',
    ],
  ])('takes the words of a body that is %s', (_, body, text) => {
    expect(readOne([w3c({ body: { type: 'TextualBody', ...body } })]).text).toBe(text)
  })

  it('makes words of tags that are too long or too many, so that none is lost', () => {
    const tags = [...Array.from({ length: mostTags + 1 }, (_, index) => `t${index}`), 'x'.repeat(longestTag + 1)]
    const one = readOne([w3c({ tags })])
    expect(one.tags).toEqual(tags.slice(0, mostTags))
    expect(one.text).toBe(`Ask when.\n\nt${mostTags}\n\n${'x'.repeat(longestTag + 1)}`)
  })

  it('puts an answer on the words that the answered annotation is on, however far up', () => {
    const reply = hypothesis({ id: 'r1', references: ['vE9-x_1'], target: [{ source: 'x' }], text: 'No.', tags: [] })
    const further = { ...reply, id: 'r2', references: ['vE9-x_1', 'r1'] }
    const w3cReply = { ...w3c({ id: 'urn:uuid:3' }), target: 'https://hypothes.is/a/r2', motivation: 'replying' }
    const { annotations, skipped } = read([further, reply, hypothesis(), w3cReply])
    expect(skipped).toEqual([])
    expect(annotations.map(({ quote: words }) => words?.exact)).toEqual(['agreed', 'agreed', 'agreed', 'agreed'])
  })

  it('ends where answers answer each other', () => {
    const one = { ...w3c({ id: 'urn:x:1' }), target: 'urn:x:2' }
    const two = { ...w3c({ id: 'urn:x:2' }), target: 'urn:x:1' }
    expect(read([one, two]).annotations.map(({ scope }) => scope)).toEqual(['briefing', 'briefing'])
  })

  it('makes one of each target, with ids that are the same every time', () => {
    const target = [w3c().target, { source: 'urn:a:b', selector: { ...quote, exact: 'meet' } }]
    const { annotations } = read([w3c({ target }), w3c()])
    expect(annotations.map(({ origin, quote: words }) => [origin, words?.exact])).toEqual([
      [w3c().id, 'agreed'],
      [`${w3c().id}#target-2`, 'meet'],
      [`${w3c().id}#again-2`, 'agreed'],
    ])
  })

  it('takes no more than twenty targets of one annotation, and says so', () => {
    const { annotations, skipped } = read([w3c({ target: Array.from({ length: 300 }, () => w3c().target) })])
    expect([annotations.length, skipped]).toEqual([20, [{ index: 0, reason: 'too-many-targets' }]])
  })

  it('reads a hundred thousand in linear time, good, bad and answering each other', () => {
    const chain = (index: number) => ({ ...w3c({ id: `urn:x:${index}` }), target: `urn:x:${index + 1}` })
    const items = Array.from({ length: 100_000 }, (_, index) =>
      index % 3 === 0 ? w3c({ id: `urn:y:${index}` }) : index % 3 === 1 ? chain(index) : { target: index },
    )
    const started = performance.now()
    const { annotations, skipped } = read(items)
    expect(annotations.length + skipped.length).toBe(100_000)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it.each([
    ['opening signs', '<'.repeat(90_000)],
    ['opened tags', '<b '.repeat(30_000)],
    ['opened scripts', '<script>'.repeat(11_000)],
    ['opened comments', '<p><!--'.repeat(12_000)],
    ['white space', `<b>${' '.repeat(90_000)}x</b>`],
    ['half entities', `<b>${'&#'.repeat(45_000)}</b>`],
  ])('is quick on %s without end', (_, value) => {
    const started = performance.now()
    read([w3c({ body: { value, format: 'text/html' } }), w3c({ body: { value } })])
    expect(performance.now() - started).toBeLessThan(500)
  })

  it('follows selectors and lists that are nested without end only so far', () => {
    let selector: object = quote
    for (let depth = 0; depth < 5_000; depth++) selector = { type: 'X', refinedBy: selector }
    const nested = JSON.parse(`${'['.repeat(5_000)}1${']'.repeat(5_000)}`)
    expect(readOne([w3c({ target: { selector } })]).quote).toBeNull()
    expect(readOne([w3c({ body: nested, tags: nested, motivation: nested, creator: nested })]).text).toBe('')
  })
})
