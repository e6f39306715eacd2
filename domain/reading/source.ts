// Who a text names as its source: an agency, a ministry's press service, the office on the letterhead. Only what is printed.
import { isKnownAgency } from './agencies.ts'
import { sourceLabel } from './data/head-words.ts'

/** Words that make a name an issuer's when they end or begin it. */
const issuerNoun =
  /^(?:united nations|european union|council of the european union|european commission|african union|nato|osce|asean|commonwealth secretariat|shanghai cooperation organi[sz]ation|(?:the )?(?:royal court|president|prime minister|spokesperson|secretary-general))$|\b(?:ministry|department|office|embassy|permanent mission|mission|delegation|secretariat|bureau|agency|directorate|press service|press office|press centre|press center|white house|chancellery|presidency|government|consulate general|foreign service|spokesperson|ministère|ambassade|ministerio|embajada|ministério|ministero)\b|министерств|посольств|пресс-служб|управлени|администраци|министрліг|елшіліг/iu

/** A name in capitals with the small words that names hold. */
const name = "\\p{Lu}[\\p{L}\\p{M}.’'-]*(?: (?:of|for|and|the|\\p{Lu}[\\p{L}\\p{M}.’'-]*)){0,9}"

const attributions: readonly RegExp[] = [
  // "reported the Foreign Ministry’s press service", "according to the President's press office"
  new RegExp(
    `(?:report(?:s|ed)|said|announced|according to|informs|informed)(?: by)? (?:the )?(${name}(?:['’]s?)? press (?:service|office|centre|center))`,
    'u',
  ),
  // "the press service of the Ministry of Defence reported"
  new RegExp(
    `(?:[Tt]he )?([Pp]ress (?:service|office|centre|center) of (?:the )?${name}) (?:reports|reported|said|announced|informs|informed)\\b`,
    'u',
  ),
  // "the Foreign Ministry’s press service reported"
  new RegExp(
    `(?:[Tt]he )?(${name}(?:['’]s?)? press (?:service|office)) (?:reports|reported|said|announced|informs|informed)\\b`,
    'u',
  ),
]
/** "…, Anadolu reports." and "…, reports Anadolu."; the name decides whether it is an agency. */
const reports: readonly RegExp[] = [
  new RegExp(`(?:^|[,–—-] ?|\\bthe )(${name}) (?:reports|reported)(?=[.,:]| citing| with reference|$)`, 'u'),
  new RegExp(`[,–—-] ?(?:reports|reported by|cites) (?:the )?(${name})(?=[.,]|$)`, 'u'),
  new RegExp(`^(${name}) (?:reports|reported) (?:that|from)\\b`, 'u'),
]

/** How much of a paragraph is looked at, in UTF-16 units. */
const longestAttribution = 1_500

/** The source that a paragraph attributes its news to, or null. */
export function attributedSource(paragraph: string): string | null {
  const words = paragraph.slice(0, longestAttribution)
  for (const attribution of attributions) {
    const found = attribution.exec(words)?.[1]
    if (found !== undefined) return found
  }
  for (const report of reports) {
    const found = report.exec(words)?.[1]?.replace(/\.$/u, '')
    if (found !== undefined && isAgency(found)) return found
  }
  return null
}

/** The value of a line such as "Source: Ministry of Foreign Affairs", or null. */
export function labelledSource(words: string): string | null {
  const label = sourceLabel.exec(words)
  const value = label === null ? '' : words.slice(label[0].length).trim()
  return value === '' || value.length > 120 || /^https?:/iu.test(value) ? null : value
}

/** The issuer that a headline names: "Statement by NSC Spokesperson X on …" gives "NSC Spokesperson X"; else null. */
export function sourceInTitle(title: string): string | null {
  const found =
    /^(?:(?:joint|press|media|presidential) )?(?:statement|declaration|comment|communiqué|readout|press release) (?:by|from) (?:the )?(?<issuer>.{3,120}?)(?= (?:on|regarding|about|concerning|following|after|at|in|to|ahead|condemning|welcoming)\b|$)/iu.exec(
      title,
    )
  return found?.groups?.issuer?.trim() ?? null
}

/** True for a line that is nothing but an issuer's name, as letterheads and sign-offs print it ("Ministry of Foreign Affairs"). */
export function isIssuerLine(words: string): boolean {
  if (words.length > 100 || /[.!?;:]$/u.test(words) || /\d/u.test(words)) return false
  return issuerNoun.test(words) && words.split(/\s+/u).every(isNameWord)
}

function isNameWord(word: string, index: number): boolean {
  return index === 0
    ? /^["“«(]?\p{Lu}/u.test(word)
    : /^["“«(]?\p{Lu}/u.test(word) ||
        /^(?:of|for|the|and|to|de|des|du|la|le|les|et|di|da|do|e|y|&|при|и|по|иностранных|дел|республики|президента)$/u.test(
          word,
        ) ||
        /^\p{Script=Cyrillic}+$/u.test(word)
}

function isAgency(words: string): boolean {
  return isKnownAgency(words) || /\b(?:agency|press|news|newspaper|times)\b/iu.test(words)
}
