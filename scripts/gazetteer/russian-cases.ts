// The six cases of Russian place names and names of bodies, by the school rules of declension, so that «в Минске» and «визит в
// Республику Казахстан» are found. Names that follow no rule stand in lists at the top.

/** Nominative, genitive, dative, accusative, instrumental, prepositional. */
export type Cases = readonly [string, string, string, string, string, string]

/** Feminine names in -ь; all others in -ь are masculine. */
const feminineSoft =
  /^(?:беларусь|казань|тверь|рязань|пермь|керчь|сызрань|астрахань|лодзь|познань|волынь|сибирь|бретань|нахичевань|область|сеть)$/iu
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
  воды: 'вод',
  вары: 'вар',
  высоты: 'высот',
  бендеры: 'бендер',
  бельцы: 'бельц',
  яссы: 'ясс',
  салоники: 'салоник',
  дарданеллы: 'дарданелл',
  барановичи: 'барановичей',
}
/** Plural names with an ordinary genitive in -ов, -ев or, for neuters, without an ending. */
const pluralNames = /^(?:нидерланды|штаты|эмираты|острова|гималаи|карпаты|пиренеи|голаны|черновцы|государства)$/iu
/** Names in -о and -е that are declined though most of their like are not. */
const declinedNeuter = /(?:ство|ение|ание|море|приднестровье|поволжье|полесье|заполярье|приморье|косово)$/iu
/** Names in -а that never change. */
const unchanged = /^(?:папуа|антигуа|гоа|никарагуа|самоа)$/iu
/** Compounds whose first part changes: Гвинея-Бисау, Ростов-на-Дону. */
const firstPartChanges = /^(гвинея|ростов|франкфурт)(-бисау|-на-дону|-на-майне)$/iu
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

const pluralAdjective: Cases = ['ые', 'ых', 'ым', 'ые', 'ыми', 'ых']
const softPluralAdjective: Cases = ['ие', 'их', 'им', 'ие', 'ими', 'их']
const feminineAdjective: Cases = ['ая', 'ой', 'ой', 'ую', 'ой', 'ой']
const hushFeminineAdjective: Cases = ['ая', 'ей', 'ей', 'ую', 'ей', 'ей']
const softFeminineAdjective: Cases = ['яя', 'ей', 'ей', 'юю', 'ей', 'ей']
const softNeuterAdjective: Cases = ['ее', 'его', 'ему', 'ее', 'им', 'ем']
const possessivePlural: Cases = ['', 'х', 'м', '', 'ми', 'х']

/** The cases of an adjective that stands before a noun. */
function casesOfAdjective(word: string, plural: boolean): Cases {
  if (/овы$/u.test(word)) return mapCases(possessivePlural, (ending) => word + ending)
  const stem = word.slice(0, -2)
  return mapCases(adjectiveEndings(stem, word.slice(-2), plural), (ending) => stem + ending)
}

function adjectiveEndings(stem: string, end: string, plural: boolean): Cases {
  const isHush = /[жчшщ]$/u.test(stem)
  const isSoft = isHush || /(?:яя|ее)$/u.test(end) || (/н$/u.test(stem) && /^и/u.test(end))
  const narrow = isSoft || /[кгх]$/u.test(stem)
  if (plural || /[ыи]е$/u.test(end)) return narrow ? softPluralAdjective : pluralAdjective
  if (end === 'ая') return isHush ? hushFeminineAdjective : feminineAdjective
  if (end === 'яя') return softFeminineAdjective
  if (end === 'ее') return softNeuterAdjective
  if (isSoft) return [end, 'его', 'ему', end, 'им', 'ем']
  return [end, 'ого', 'ому', end, narrow ? 'им' : 'ым', 'ом']
}

function isPlural(noun: string): boolean {
  return noun.toLowerCase() in pluralGenitives || pluralNames.test(noun)
}

function casesOfNoun(noun: string): Cases {
  const compound = firstPartChanges.exec(noun)
  if (compound !== null) return mapCases(casesOfNoun(compound[1] ?? ''), (form) => form + (compound[2] ?? ''))
  if (isPlural(noun)) return casesOfPlural(noun)
  if (/ный$/u.test(noun)) return casesOfAdjective(noun, false)
  if (unchanged.test(noun) || noun.toUpperCase() === noun) return same(noun)
  if (/[бвгджзклмнпрстфхцчшщ]$/u.test(noun)) return casesOfMasculine(noun)
  const endings = nounEndings(noun)
  return endings === null ? same(noun) : mapCases(endings, (ending) => noun.slice(0, -1) + ending)
}

/** What stands for the last letter of a noun in each case; null for a noun that does not change. */
function nounEndings(noun: string): Cases | null {
  if (/ия$/u.test(noun)) return ['я', 'и', 'и', 'ю', 'ей', 'и']
  if (/я$/u.test(noun)) return ['я', 'и', 'е', 'ю', 'ей', 'е']
  if (/а$/u.test(noun)) return hardFeminine(noun.slice(0, -1))
  if (declinedNeuter.test(noun)) return neuter(noun)
  if (/й$/u.test(noun)) return ['й', 'я', 'ю', 'й', 'ем', /ий$/u.test(noun) ? 'и' : 'е']
  if (/ь$/u.test(noun)) {
    return feminineSoft.test(noun) ? ['ь', 'и', 'и', 'ь', 'ью', 'и'] : ['ь', 'я', 'ю', 'ь', 'ем', 'е']
  }
  return null
}

function hardFeminine(stem: string): Cases {
  const genitive = /[гкхжчшщ]$/u.test(stem) ? 'и' : 'ы'
  return ['а', genitive, 'е', 'у', /[жчшщц]$/u.test(stem) ? 'ей' : 'ой', 'е']
}

function neuter(noun: string): Cases {
  if (/ие$/u.test(noun)) return ['е', 'я', 'ю', 'е', 'ем', 'и']
  if (/е$/u.test(noun)) return ['е', 'я', 'ю', 'е', 'ем', 'е']
  return ['о', 'а', 'у', 'о', 'ом', 'е']
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
  const soft = /(?:ии|аи|еи)$/u.test(noun)
  const genitive = pluralGenitives[noun.toLowerCase()]
  const printed = genitive === undefined ? pluralGenitive(noun) : noun.slice(0, 1) + genitive.slice(1)
  const [dative, instrumental, prepositional] = soft ? ['ям', 'ями', 'ях'] : ['ам', 'ами', 'ах']
  return [noun, printed, stem + dative, noun, stem + instrumental, stem + prepositional]
}

function pluralGenitive(noun: string): string {
  if (/ства$/iu.test(noun)) return noun.slice(0, -1)
  if (/[ае]и$/iu.test(noun)) return `${noun.slice(0, -1)}ев`
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
