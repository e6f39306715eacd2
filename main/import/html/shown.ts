// What of a page a reader sees.
import { attribute, type Element } from './tree.ts'

/** What is never shown, or shows no words of the page's own. */
const silentTags: ReadonlySet<string> = new Set(
  'script style template noscript noframes svg iframe object embed applet canvas video audio map select datalist button input textarea dialog head title rt rp del progress meter'.split(
    ' ',
  ),
)

/** True for what a browser does not show: scripts, styles, controls, and whatever is marked as hidden. */
export function isSilent(element: Element): boolean {
  if (silentTags.has(element.tagName) || attribute(element, 'hidden') !== null) return true
  if (attribute(element, 'aria-hidden') === 'true') return true
  const style = attribute(element, 'style')
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/iu.test(style)
}

/** True for the arrow by which a note at the end of a converted document leads back to its place. */
export function isBackReference(element: Element): boolean {
  return element.tagName === 'a' && /^#(?:foot|end)note-ref/u.test(attribute(element, 'href') ?? '')
}
