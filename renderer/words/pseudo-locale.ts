// The pseudo-locale: English made longer and strange at run time, so that a test sees every string that is not in the
// catalogue and every box that is too small. Placeholders, plurals and selects keep working.

/** How much longer a string becomes; translations into German or Russian are about that much longer than English. */
const growth = 0.4
const plainLetters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const markedLetters = [...'áƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ']
const accents = new Map([...plainLetters].map((letter, at) => [letter, markedLetters[at] ?? letter]))

/** A whole catalogue in the pseudo-locale; keys stay. */
export function pseudoMessages(messages: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, pseudoMessage(message)]))
}

/** One ICU message: accents on its words, about 40 % of padding, in brackets; arguments and keywords untouched. */
export function pseudoMessage(message: string): string {
  const words = literals(message)
  const padding = '~'.repeat(Math.ceil(words.join('').length * growth))
  return `⟦${accented(message)}${padding === '' ? '' : ` ${padding}`}⟧`
}

type Piece = { readonly text: string; readonly literal: boolean }

function accented(message: string): string {
  return pieces(message)
    .map(({ text, literal }) => (literal ? [...text].map((letter) => accents.get(letter) ?? letter).join('') : text))
    .join('')
}

function literals(message: string): readonly string[] {
  return pieces(message)
    .filter(({ literal }) => literal)
    .map(({ text }) => text)
}

/**
 * Splits an ICU message into words and syntax. Text is literal at the top and inside the options of a plural or select,
 * which is every second depth of braces; tags and `#` are syntax.
 */
function pieces(message: string): readonly Piece[] {
  const found: Piece[] = []
  let depth = 0
  for (const [text] of message.matchAll(/'[{}][^']*'|''|<\/?[^<>]*>|[{}#]|[^{}#<']+|[<']/gu)) {
    if (text === '}') depth -= 1
    const syntax = /^(?:'|<.|[{}#])/u.test(text)
    found.push({ text, literal: !syntax && depth % 2 === 0 })
    if (text === '{') depth += 1
  }
  return found
}
