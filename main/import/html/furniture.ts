// What a site puts around an article: menus, banners, notices about cookies, share bars, lists of other articles. Told by the
// element, by its role, and by the names that sites give it; never where that would take the article itself away.

import type { Measures } from './measures.ts'
import { attribute, type Element, findElement } from './tree.ts'

const furnitureTags: ReadonlySet<string> = new Set(['nav', 'aside', 'footer', 'menu', 'label'])
const furnitureRoles: ReadonlySet<string> = new Set(
  'navigation contentinfo complementary search dialog alertdialog menu menubar toolbar tablist banner'.split(' '),
)
/** Names that nothing else bears. */
const certainNames: ReadonlySet<string> = new Set(
  'cookie cookies cookiebar cookiebanner cookieconsent consent gdpr onetrust cookiebot addtoany sharethis'.split(' '),
)
/** Names that articles may bear as well, so that an element with most of the page's words is kept. */
const likelyNames: ReadonlySet<string> = new Set(
  `share shares sharing sharebar sharer social socials related recommend recommended recommendations newsletter subscribe subscription
  breadcrumb breadcrumbs sidebar advert adverts advertisement ads promo promoted sponsor sponsored comments disqus pagination pager popup
  modal skip skiplink navbar nav navigation menu masthead footer popular trending tags tagcloud signup login search toolbar print printer
  translate languages`.split(/\s+/u),
)
const sourceless: ReadonlySet<string> = new Set(['html', 'body', 'main'])

/** Most of a page's words: an element that holds them is no furniture, whatever it is called. */
const most = 0.5
const nearlyAll = 0.8

/**
 * True for an element around the article rather than of it. In: the element, how many letters each element of the page holds, and how
 * many the page holds. Elements inside furniture are not asked about.
 */
export function isFurniture(element: Element, measures: Measures, pageLetters: number): boolean {
  const { tagName } = element
  if (sourceless.has(tagName)) return false
  const share = (measures.get(element)?.letters ?? 0) / Math.max(1, pageLetters)
  const names = namesOf(element)
  if (names.some((name) => certainNames.has(name))) return share < nearlyAll && !holds(element, 'main')
  if (tagName === 'header') return !isHeadOfArticle(element)
  const looksLikeIt =
    furnitureTags.has(tagName) ||
    furnitureRoles.has(attribute(element, 'role') ?? '') ||
    (tagName !== 'article' && tagName !== 'h1' && names.some((name) => likelyNames.has(name)))
  return looksLikeIt && share < most && !holds(element, 'main') && !holds(element, 'h1')
}

/** The words of an element's class and id: `post-shareBar` gives post, share, bar and sharebar. */
function namesOf(element: Element): readonly string[] {
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.slice(0, 1_000)
  const whole = names.split(/[\s_-]+/u)
  const parts = whole.flatMap((name) => name.split(/(?<=[a-z])(?=[A-Z])/u))
  return [...whole, ...parts].map((name) => name.toLowerCase())
}

/** A header that holds a headline, and not just the site's name as a link home, belongs to the article. */
function isHeadOfArticle(header: Element): boolean {
  const headline = findElement(header, ({ tagName }) => tagName === 'h1')
  return headline !== null && findElement(headline, ({ tagName }) => tagName === 'a') === null
}

function holds(element: Element, tagName: string): boolean {
  return findElement(element, (candidate) => candidate.tagName === tagName) !== null
}
