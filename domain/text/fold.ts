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
