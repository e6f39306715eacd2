// Endings that a text adds to a name the gazetteer holds without them: Russian adjectives in all cases, Kazakh case endings.

/** All forms of a Russian adjective. In: the masculine nominative ("казахстанский"). Out: every form, that one first. */
export function russianAdjectiveForms(nominative: string): readonly string[] {
  const stem = nominative.slice(0, -2)
  const vowel = nominative.endsWith('ый') ? 'ы' : 'и'
  const soft = ['м', 'е', 'х', 'ми'].map((ending) => vowel + ending)
  return [nominative, ...['ого', 'ому', 'ом', 'ая', 'ой', 'ую', 'ою', 'ое', ...soft].map((ending) => stem + ending)]
}

const plainEndings =
  'ның нің дың дің тың тің ға ге қа ке ны ні ды ді ты ті да де та те дан ден тан тен мен бен пен дағы дегі тағы тегі лық лік дық дік тық тік'
/** Endings after a possessive ("Республикасы", "ұйымы"). */
const possessiveEndings = 'ның нің на не н нда нде нан нен мен ндағы ндегі'
const endings = (list: string): readonly string[] => list.split(' ').toSorted((a, b) => b.length - a.length)
const plain = endings(plainEndings)
const possessive = endings(possessiveEndings)

/** What may be left of a folded Cyrillic word when a Kazakh ending is taken off, longest ending first. */
export function withoutKazakhEnding(word: string): readonly string[] {
  if (word.length < 5 || !/^[\u0400-\u04FF]+$/u.test(word)) return []
  const stems = (list: readonly string[]) =>
    list.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length))
  const afterPossessive = stems(possessive).filter((stem) => /[ыі]$/u.test(stem))
  return [...stems(plain), ...afterPossessive].filter((stem) => stem.length >= 3)
}
