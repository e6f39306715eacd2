// The six cases of Russian place names and names of bodies, by the school rules of declension, so that «в Минске» and «визит в
// Республику Казахстан» are found. Names that follow no rule stand in lists at the top.

/** Nominative, genitive, dative, accusative, instrumental, prepositional. */
export type Cases = readonly [string, string, string, string, string, string]

/** Feminine names in -ь; all others in -ь are masculine. */
const feminineSoft = /^(?:беларусь|казань|тверь|рязань|пермь|керчь|сызрань|астрахань|лодзь|область|сеть)$/iu
/** Plural names with a genitive that only a list can tell. */
const pluralGenitives: Readonly<Record<string, string>> = {
  филиппины: 'филиппин',
  мальдивы: 'мальдив',
  багамы: 'багам',
  сейшелы: 'сейшел',
  коморы: 'комор',
  афины: 'афин',
  канны: 'канн',
  балканы: 'балкан',
  нации: 'наций',
  территории: 'территорий',
  гренадины: 'гренадин',
  курилы: 'курил',
  альпы: 'альп',
  анды: 'анд',
  черкассы: 'черкасс',
  чебоксары: 'чебоксар',
  сумы: 'сум',
  силы: 'сил',
}
/** Plural names with an ordinary genitive in -ов, -ев or, for neuters, without an ending. */
const pluralNames = /^(?:нидерланды|штаты|эмираты|острова|гималаи|карпаты|государства)$/iu
/** Names in -о and -е that are declined though most of their like are not. */
const declinedNeuter = /(?:ство|ение|ание|море|приднестровье|поволжье|полесье|заполярье|приморье|косово)$/iu
/** Names in -а that never change. */
const unchanged = /^(?:папуа|антигуа|гоа|никарагуа|самоа)$/iu
/** Compounds whose first part changes: Гвинея-Бисау. */
const firstPartChanges = /^(гвинея)(-бисау)$/iu
/** Masculine names that lose a vowel: Египет, Египта. */
const fleeting: Readonly<Record<string, string>> = {
  египет: 'египт',
  хребет: 'хребт',
  донец: 'донц',
  череповец: 'череповц',
  елец: 'ельц',
  орёл: 'орл',
  рынок: 'рынк',
}

/** The cases of a name. In: the name in the nominative. Adjectives before the first noun, and nouns joined by «и», change with it. */
export function casesOf(name: string): Cases {
  const parts = name.split(/ (?=[и—] )/u)
  if (
    parts.length === 2 &&
    !isAdjective(parts[0] ?? '') &&
    !/ /u.test(parts[0] ?? '') &&
    (parts[1] ?? '').split(' ').length <= 3
  ) {
    const joiner = (parts[1] ?? '').slice(0, 2)
    const first = casesOfPhrase(parts[0] ?? '')
    const second = casesOfPhrase((parts[1] ?? '').slice(2))
    return mapCases(first, (form, at) => `${form} ${joiner}${second[at]}`)
  }
  return casesOfPhrase(name)
}

/** The different forms of a name, nominative first. */
export function formsOf(name: string): readonly string[] {
  return [...new Set(casesOf(name))]
}

function casesOfPhrase(phrase: string): Cases {
  const words = phrase.split(' ')
  const head = words.findIndex(
    (word, at) => !(at < words.length - 1 && (isAdjective(word) || (word === 'и' && at > 0))),
  )
  const noun = words[head] ?? phrase
  const before = words.slice(0, head)
  const plural = isPlural(noun)
  const nounCases = casesOfNoun(noun)
  const adjectives = before.map((word) => (word === 'и' ? same(word) : casesOfAdjective(word, plural)))
  const after = words.slice(head + 1)
  return mapCases(nounCases, (form, at) => [...adjectives.map((forms) => forms[at]), form, ...after].join(' '))
}

function isAdjective(word: string): boolean {
  return /(?:ая|яя|ое|ее|ый|ий|ой|ые|ие|овы)$/u.test(word) && !/[еа]ние$/u.test(word)
}

/** The cases of an adjective that stands before a noun. */
function casesOfAdjective(word: string, plural: boolean): Cases {
  const stem = word.slice(0, -2)
  const end = word.slice(-2)
  const soft = /(?:яя|ее)$/u.test(word) || /н(?:ий|ие)$/u.test(word)
  const afterHush = /[кгхжчшщ]$/u.test(stem)
  const endings = (list: string) => list.split(' ').map((ending) => stem + ending) as unknown as Cases
  if (/овы$/u.test(word)) return ['', 'х', 'м', '', 'ми', 'х'].map((ending) => word + ending) as unknown as Cases
  if (plural || /[ыи]е$/u.test(end)) return endings(soft || afterHush ? 'ие их им ие ими их' : 'ые ых ым ые ыми ых')
  if (end === 'ая') return endings(/[жчшщ]$/u.test(stem) ? 'ая ей ей ую ей ей' : 'ая ой ой ую ой ой')
  if (end === 'яя') return endings('яя ей ей юю ей ей')
  if (end === 'ое') return endings(`ое ого ому ое ${afterHush ? 'им' : 'ым'} ом`)
  if (end === 'ее') return endings('ее его ему ее им ем')
  if (soft || /[жчшщ]$/u.test(stem)) return endings(`${end} его ему ${end} им ем`)
  return endings(`${end} ого ому ${end} ${afterHush ? 'им' : 'ым'} ом`)
}

function isPlural(noun: string): boolean {
  return noun.toLowerCase() in pluralGenitives || pluralNames.test(noun)
}

function casesOfNoun(noun: string): Cases {
  const compound = firstPartChanges.exec(noun)
  if (compound !== null) return mapCases(casesOfNoun(compound[1] ?? ''), (form) => form + (compound[2] ?? ''))
  if (isPlural(noun)) return casesOfPlural(noun)
  if (unchanged.test(noun) || noun.toUpperCase() === noun) return same(noun)
  const stem = noun.slice(0, -1)
  const make = (list: string) => list.split(' ').map((ending) => stem + ending.replace('-', '')) as unknown as Cases
  if (/ия$/u.test(noun)) return make('я и и ю ей и')
  if (/я$/u.test(noun)) return make('я и е ю ей е')
  if (/а$/u.test(noun)) return make(hardFeminine(stem))
  if (declinedNeuter.test(noun)) return make(neuter(noun))
  if (/й$/u.test(noun)) return make(/ий$/u.test(noun) ? 'й я ю й ем и' : 'й я ю й ем е')
  if (/ь$/u.test(noun)) return make(feminineSoft.test(noun) ? 'ь и и ь ью и' : 'ь я ю ь ем е')
  if (/[бвгджзклмнпрстфхцчшщ]$/u.test(noun)) return casesOfMasculine(noun)
  return same(noun)
}

function hardFeminine(stem: string): string {
  const genitive = /[гкхжчшщ]$/u.test(stem) ? 'и' : 'ы'
  return `а ${genitive} е у ${/[жчшщц]$/u.test(stem) ? 'ей' : 'ой'} е`
}

function neuter(noun: string): string {
  if (/ие$/u.test(noun)) return 'е я ю е ем и'
  if (/е$/u.test(noun)) return 'е я ю е ем е'
  return 'о а у о ом е'
}

function casesOfMasculine(noun: string): Cases {
  const stem = fleetingStem(noun)
  const instrumental = /[жчшщц]$/u.test(noun) ? 'ем' : 'ом'
  return [noun, `${stem}а`, `${stem}у`, noun, stem + instrumental, `${stem}е`]
}

function fleetingStem(noun: string): string {
  const stem = fleeting[noun.toLowerCase()]
  return stem === undefined ? noun : noun.slice(0, 1) + stem.slice(1)
}

function casesOfPlural(noun: string): Cases {
  const stem = noun.slice(0, -1)
  const soft = /(?:ии|аи)$/u.test(noun)
  const genitive = pluralGenitives[noun.toLowerCase()]
  const printed = genitive === undefined ? pluralGenitive(noun) : noun.slice(0, 1) + genitive.slice(1)
  const [dative, instrumental, prepositional] = soft ? ['ям', 'ями', 'ях'] : ['ам', 'ами', 'ах']
  return [noun, printed, stem + dative, noun, stem + instrumental, stem + prepositional]
}

function pluralGenitive(noun: string): string {
  if (/ства$/iu.test(noun)) return noun.slice(0, -1)
  if (/аи$/iu.test(noun)) return `${noun.slice(0, -1)}ев`
  return `${noun.slice(0, -1)}ов`
}

function same(noun: string): Cases {
  return [noun, noun, noun, noun, noun, noun]
}

function mapCases(cases: Cases, change: (form: string, at: 0 | 1 | 2 | 3 | 4 | 5) => string): Cases {
  return [
    change(cases[0], 0),
    change(cases[1], 1),
    change(cases[2], 2),
    change(cases[3], 3),
    change(cases[4], 4),
    change(cases[5], 5),
  ]
}
