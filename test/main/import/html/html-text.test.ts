import { describe, expect, it } from 'vitest'
import { textOfPage, textOfPiece } from '../../../../main/import/html/html-text.ts'
import { TooDeep } from '../../../../main/import/html/tree.ts'

describe('a piece of HTML', () => {
  it.each([
    ['paragraphs have a blank line between them', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['lines have none', '<div>One</div><div>Two<br>Three</div>', 'One\nTwo\nThree'],
    ['an empty line is a blank line', '<div>One</div><div><br></div><div>Two</div>', 'One\n\nTwo'],
    ['two breaks are a blank line', 'One<br>\n<br>Two', 'One\n\nTwo'],
    ['headings stand alone', 'Before<h2>Outcomes</h2>After', 'Before\n\nOutcomes\n\nAfter'],
    ['items have a mark each', '<ul><li>One<li>Two</ul>', '• One\n• Two'],
    ['items with paragraphs do so as well', '<ul><li><p>One</p></li><li><p>Two</p></li></ul>', '• One\n• Two'],
    ['items within items stand further in', '<ul><li>One<ul><li>Two</ul></ul>', '• One\n  • Two'],
    ['numbers are counted', '<ol start=3><li>C<li value=7>G<li>H</ol>', '3. C\n7. G\n8. H'],
    ['letters are counted', '<ol type="a"><li>One<li>Two</ol>', 'a. One\nb. Two'],
    [
      'rows of a table are lines',
      '<table><tr><th>State<th>Seat<tr><td>Ormen<td><p>Vellin</p></table>',
      'State | Seat\nOrmen | Vellin',
    ],
    ['empty rows go', '<table><tr><td>A<td>B<tr><td><td>&nbsp;</table>', 'A | B'],
    ['a table that lays out is no table', '<table><tr><td><h1>Talks</h1><p>Words</table>', 'Talks\n\nWords'],
    ['stress and links are words', 'A <b>firm</b> <a href="javascript:alert(1)">answer</a>', 'A firm answer'],
    ['white space is one space', 'One\n\t  two&nbsp;&nbsp;\n three', 'One two three'],
    ['a no-break space stays', '5&nbsp;June', '5\u00A0June'],
    ['preformatted lines stay', '<pre>One\n  Two</pre>', 'One\n  Two'],
    ['quotations have their marks', 'She said <q>yes</q>', 'She said “yes”'],
    ['deleted words go', '<del>One</del><ins>Two</ins>', 'Two'],
    ['signs are signs', '&lt;b&gt; &amp; &#x2014;', '<b> & —'],
    ['nothing gives nothing', '', ''],
  ])('%s', (_, html, text) => expect(textOfPiece(html)).toBe(text))

  it.each([
    ['script', '<script>leak</script>'],
    ['script that ends in a string', '<script>"</scr" + "ipt> leak"</script>'],
    ['style', '<style>leak{}</style>'],
    ['template', '<template><p>leak</p></template>'],
    ['noscript', '<noscript><p>leak</p></noscript>'],
    ['svg', '<svg><title>leak</title><text>leak</text></svg>'],
    ['a frame', '<iframe srcdoc="leak">leak</iframe>'],
    ['controls', '<button>leak</button><select><option>leak</select><textarea>leak</textarea><input value=leak>'],
    ['comments', '<!-- leak --><!--[if mso]><p>leak</p><![endif]-->'],
    ['attributes', '<img alt="leak" src="leak"><a title="leak">'],
    ['what is hidden', '<p hidden>leak</p><p style="display: none">leak</p><p aria-hidden="true">leak</p>'],
    ['the head', '<html><head><title>leak</title><meta name="description" content="leak"></head>'],
  ])('nothing of %s comes along', (_, html) => expect(textOfPiece(`<p>One</p>${html}<p>Two</p>`)).toBe('One\n\nTwo'))

  it('nested without end is refused at once', () => {
    const began = performance.now()
    expect(() => textOfPiece('<div>'.repeat(100_000))).toThrow(TooDeep)
    expect(() => textOfPiece('<b><div>'.repeat(100_000))).toThrow(TooDeep)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})

const paragraph = 'The ministers of the lake states met on Monday, and they went through the treaty line by line.'
const article = `<p>${paragraph}</p><p>They agreed to meet again, and named Vellin as the place of that meeting.</p>`
const told = `${paragraph}\n\nThey agreed to meet again, and named Vellin as the place of that meeting.`

describe('a saved page', () => {
  const page = (body: string, head = '') =>
    textOfPage(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`)

  it.each([
    ['a menu', '<nav><a href="/">Home</a> leak</nav>'],
    ['a site’s header', '<header><a href="/"><h1><a href="/">The leak</a></h1></a><p>leak</p></header>'],
    ['a footer', '<footer>© leak</footer>'],
    [
      'what stands beside',
      '<aside><h3>leak</h3><p>Some leak about other things, at length, and then more.</p></aside>',
    ],
    ['a notice about cookies', `<div id="cookie-notice"><p>${'We leak, and more so, every day. '.repeat(9)}</p></div>`],
    ['a dialog by its role', '<div role="dialog"><p>Subscribe to the leak</p></div>'],
    ['a share bar', '<div class="post-shareBar"><a>leak</a> <span>leak</span></div>'],
    ['crumbs', '<div class="breadcrumbs"><a>leak</a> / <a>leak</a></div>'],
    ['a way past the menu', '<a class="skip-link" href="#main">leak</a>'],
    ['links to other pages', '<div><h3>leak</h3><ul><li><a>leak one</a><li><a>leak two</a></ul></div>'],
    ['links under a label', '<p>See leak:</p><p><a>leak one</a></p>'],
    ['related stories', `<div class="related-stories"><p>leak ${paragraph}</p></div>`],
  ])('comes in without %s', (_, furniture) => {
    expect(page(`${furniture}<div class="wrap"><div class="text"><h1>Ministers meet</h1>${article}</div></div>`)).toBe(
      `Ministers meet\n\n${told}`,
    )
    expect(page(`<h1>Ministers meet</h1><main>${article}</main>${furniture}`)).toBe(`Ministers meet\n\n${told}`)
    expect(page(`<article><h1>Ministers meet</h1>${article}${furniture}</article>`)).toBe(`Ministers meet\n\n${told}`)
  })

  it('keeps the headline and the date that stand above the text', () => {
    const head = '<div><h1>Ministers meet</h1><div class="meta"><time>12 April 2024</time> | Press service</div></div>'
    expect(page(`${head}<div class="body">${article}</div>`)).toBe(
      `Ministers meet\n\n12 April 2024\nPress service\n\n${told}`,
    )
    expect(page(`<p>12 April 2024</p><h1>Ministers meet</h1><div>${article}</div>`)).toBe(
      `12 April 2024\n\nMinisters meet\n\n${told}`,
    )
  })

  it('keeps headings, lists and tables of the text, and links within sentences', () => {
    const body = `${article}<h2>Outcomes</h2><ul><li>A protocol was <a>signed</a></li></ul><table><tr><td>Ormen<td>Vellin</table>`
    expect(page(`<nav>leak</nav><h1>Ministers meet</h1><div>${body}</div>`)).toBe(
      `Ministers meet\n\n${told}\n\nOutcomes\n\n• A protocol was signed\n\nOrmen | Vellin`,
    )
  })

  it('keeps a list of links that a sentence leads up to', () => {
    const list = '<p>The following states took part in the meeting:</p><ul><li><a>Ormen</a><li><a>Vellin</a></ul>'
    expect(page(`<h1>Ministers meet</h1><div>${article}${list}</div>`)).toMatch(
      /part in the meeting:\n\n• Ormen\n• Vellin$/,
    )
  })

  it('keeps all parts of a text that is divided into sections', () => {
    const sections = `<section><h2>One</h2>${article}</section><section><h2>Two</h2>${article}</section>`
    expect(page(`<nav>leak</nav><div class="page"><h1>Ministers meet</h1>${sections}</div>`)).toBe(
      `Ministers meet\n\nOne\n\n${told}\n\nTwo\n\n${told}`,
    )
  })

  it('reads a text that is set in lines', () => {
    const lines = article.replaceAll('<p>', '').replaceAll('</p>', '<br><br>')
    expect(page(`<nav>leak</nav><h1>Ministers meet</h1><div id="text">${lines}</div>`)).toBe(
      `Ministers meet\n\n${told}`,
    )
  })

  it('is kept whole when a site gives it a name of its furniture', () => {
    expect(page(`<div class="page with-sidebar cookie-accepted"><h1>Ministers meet</h1>${article}</div>`)).toBe(
      `Ministers meet\n\n${told}`,
    )
    expect(page(`<form class="search-page"><div>${article}</div></form>`)).toBe(told)
  })

  it('without a headline is headed by the title it gives itself, not by the site’s name', () => {
    expect(page(article, '<title>Ministers meet in Vellin | Ministry of Lakes</title>')).toBe(
      `Ministers meet in Vellin\n\n${told}`,
    )
    expect(page(article, '<title>x</title><meta property="og:title" content="Ministers meet">')).toBe(
      `Ministers meet\n\n${told}`,
    )
  })

  it('that is one short line is that line', () => expect(page('<p>Talks were held.</p>')).toBe('Talks were held.'))

  it('of one line of five megabytes is read in a few seconds', () => {
    const began = performance.now()
    expect(page(`<p>${'The ministers met in Vellin. '.repeat(172_000)}`).length).toBe(172_000 * 29 - 1)
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
