// Endings that a text adds to a name the gazetteer holds without them: Russian adjectives in all cases, Kazakh case endings.

const none: readonly string[] = []
const adjectiveEndings = 'им ым ом ая ой ую ою ое ие ые их ых ого ому ими ыми'.split(' ')

/** What may be the masculine nominatives of a folded Russian adjective ("казахстанского"); none for other words. */
export function adjectiveNominatives(word: string): readonly string[] {
  if (word.length < 6 || !/[мухяйюеои]$/u.test(word)) return none
  const ending = adjectiveEndings.findLast((one) => word.endsWith(one))
  if (ending === undefined) return none
  const stem = word.slice(0, -ending.length)
  return [`${stem}ий`, `${stem}ый`, `${stem}ой`]
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
  if (word.length < 5 || !/[а-яңғқіе]$/u.test(word)) return none
  const stems = (list: readonly string[]) =>
    list.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length))
  const afterPossessive = stems(possessive).filter((stem) => /[ыі]$/u.test(stem))
  return [...stems(plain), ...afterPossessive].filter((stem) => stem.length >= 3)
}
