// The form in which words are compared for searching: case, accents and kinds of apostrophe do not count, letters do. Marks are
// dropped where they are spelling variants (over Latin and Greek) and kept where they make another letter (Cyrillic й is not и).

/** Latin letters that carry their difference inside the letter, where decomposition does not reach it. */
const latinLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  þ: 'th',
  ı: 'i',
}
const latinLetter = new RegExp(`[${Object.keys(latinLetters).join('')}]`, 'gu')

/**
 * Folds words for comparison. In: any text. Out: lower case without regard to locale, compatibility forms resolved, ё as е, final
 * sigma as sigma, Arabic and Hebrew vowel signs dropped, every apostrophe `'`, every dash `-`, every space ` `. Folding again
 * changes nothing. Offsets do not survive.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/´/gu, "'")
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1')
    .replace(/е\u0308+/gu, 'е')
    .replace(/[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u064B-\u0652\u0670\u0640]/gu, '')
    .replace(latinLetter, (letter) => latinLetters[letter] ?? letter)
    .replace(/ς/gu, 'σ')
    .replace(/[ʻʼʽʾʿʹˈ‘’‛`′＇]/gu, "'")
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/\s/gu, ' ')
    .normalize('NFC')
}

/** Letters that folding only makes small, and signs it leaves alone. */
const onlyMadeSmall = /^[A-Za-z0-9.,:;А-Яа-яІіҢңҒғҮүҰұҚқӨөҺһӘә-]+$/u
/** Latin letters with marks that decompose into one of the first 26 and the marks. */
const latinWithMarks =
  /^[A-Za-z\u00C0-\u00C5\u00C7-\u00CF\u00D1-\u00D6\u00D9-\u00DD\u00E0-\u00E5\u00E7-\u00EF\u00F1-\u00F6\u00F9-\u00FD\u00FF]+$/u

/** `fold`, quicker for the words most texts are made of. In: one word. Out: the same as `fold` gives. */
export function foldWord(word: string): string {
  if (onlyMadeSmall.test(word)) return word.toLowerCase()
  if (!latinWithMarks.test(word)) return fold(word)
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/gu, '')
    .toLowerCase()
}
