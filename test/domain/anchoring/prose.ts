// Made-up prose for revising: sentences put together from few phrases, so that phrases and words repeat as they do in communiqués,
// in four scripts. Every word carries an identity that revisions keep, so that where it went is known.

/** One word or mark. `lead` is what is printed before it; nothing for marks and in scripts without spaces. */
export type Word = { readonly id: number; readonly printed: string; readonly lead: string }
export type Sentence = readonly Word[]
export type Prose = readonly (readonly Sentence[])[]

export type Random = {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  readonly newId: () => number
}

/** Numbers that repeat for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  let lastId = 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (share) => next() < share,
    pick: (list) => {
      const item = list[below(list.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
    newId: () => ++lastId,
  }
}

type Language = {
  readonly who: readonly string[]
  readonly did: readonly string[]
  readonly what: readonly string[]
  readonly where: readonly string[]
  readonly and: string
  readonly comma: string
  readonly stop: string
  readonly spaced: boolean
}

const english: Language = {
  who: [
    'the ministers',
    'the two sides',
    'the minister of trade',
    'the secretariat',
    'the delegations of both countries',
    'the envoy',
    'the participants',
    'the hosts',
    'the working group',
    'the prime minister',
  ],
  did: [
    'welcomed',
    'took note of',
    'discussed',
    'agreed to continue',
    'reaffirmed their support for',
    'expressed concern at',
    'will report on',
    'signed',
    'reviewed',
    'thanked the hosts for',
    'called for',
    'did not accept',
  ],
  what: [
    'the progress made',
    'the agreement',
    'the agreement on transport',
    'transport and logistics',
    'trade, energy and water',
    'the work of the joint commission',
    'the implementation of the plan',
    'the state of the talks',
    'the hosts’ “open door” policy',
    'the draft – in its second reading –',
    'the position of the two sides',
    'a well-balanced text',
    'the next session',
    'the situation in the region',
  ],
  where: [
    'in the region',
    'by 30 June',
    'in the field of trade',
    'at the next session',
    'on behalf of the two sides',
    'in the margins of the session',
    'between the two countries',
    'in line with the agreement',
    'for the second time',
    'before the end of the year',
  ],
  and: 'and',
  comma: ',',
  stop: '.',
  spaced: true,
}
const russian: Language = {
  who: [
    'министры',
    'обе стороны',
    'министр торговли',
    'секретариат',
    'делегации двух стран',
    'посланник',
    'рабочая группа',
  ],
  did: [
    'приветствовали',
    'приняли к сведению',
    'обсудили',
    'подтвердили',
    'выразили обеспокоенность в связи с',
    'рассмотрели',
    'не поддержали',
  ],
  what: [
    'достигнутый прогресс',
    'соглашение',
    'соглашение о транспорте',
    'транспорт и логистику',
    'работу совместной комиссии',
    'осуществление плана',
    '«открытый» подход',
    'ход переговоров',
  ],
  where: [
    'в регионе',
    'до 30 июня',
    'в области торговли',
    'на следующей сессии',
    'между двумя странами',
    'в соответствии с соглашением',
  ],
  and: 'и',
  comma: ',',
  stop: '.',
  spaced: true,
}
const arabic: Language = {
  who: ['الوزراء', 'الجانبان', 'وزير التجارة', 'الأمانة', 'وفدا البلدين', 'المبعوث', 'فريق العمل'],
  did: ['رحبوا', 'أحاطوا علما', 'ناقشوا', 'أكدوا من جديد', 'أعربوا عن القلق إزاء', 'استعرضوا', 'لم يقبلوا'],
  what: [
    'التقدم المحرز',
    'الاتفاق',
    'اتفاق النقل',
    'النقل واللوجستيات',
    'عمل اللجنة المشتركة',
    'تنفيذ الخطة',
    'سياسة «الباب المفتوح»',
    'سير المحادثات',
  ],
  where: ['في المنطقة', 'قبل ٣٠ يونيو', 'في مجال التجارة', 'في الدورة القادمة', 'بين البلدين', 'وفقا للاتفاق'],
  and: 'و',
  comma: '،',
  stop: '.',
  spaced: true,
}
const chinese: Language = {
  who: ['双方', '部长们', '贸易部长', '秘书处', '两国代表团', '特使', '工作组', '与会者'],
  did: ['欢迎', '注意到', '讨论了', '重申支持', '对此表示关切', '审议了', '签署了', '没有接受'],
  what: [
    '取得的进展',
    '该协定',
    '运输协定',
    '运输和物流',
    '联合委员会的工作',
    '计划的执行情况',
    '“开放”政策',
    '会谈情况',
    '地区局势',
  ],
  where: ['在本地区', '在六月三十日之前', '在贸易领域', '在下届会议上', '在两国之间', '根据该协定'],
  and: '并',
  comma: '，',
  stop: '。',
  spaced: false,
}
export const languages = { english, russian, arabic, chinese }
export type LanguageName = keyof typeof languages

const pieces = /[\p{L}\p{N}\p{M}]+|[^\s]/gu

/** The words of a phrase with what is printed before each. */
function wordsOf(phrase: string, spaced: boolean, random: Random): readonly Word[] {
  const found = spaced ? [...phrase.matchAll(pieces)] : [...phrase.matchAll(/[^\s]/gu)]
  return found.map(({ index, 0: printed }) => ({
    id: random.newId(),
    printed,
    lead: spaced && (index === 0 || phrase[index - 1] === ' ') ? ' ' : '',
  }))
}

/** A made-up sentence. */
export function sentenceOf(name: LanguageName, random: Random): Sentence {
  const language = languages[name]
  const phrases = [random.pick(language.who), random.pick(language.did), random.pick(language.what)]
  if (random.chance(0.7)) phrases.push(random.pick(language.where))
  if (random.chance(0.5)) phrases.push(language.and, random.pick(language.did), random.pick(language.what))
  if (random.chance(0.3)) phrases.push(random.pick(language.where))
  const words = phrases.flatMap((phrase) => wordsOf(phrase, language.spaced, random))
  if (random.chance(0.15))
    words.push(
      ...wordsOf(language.comma, false, random),
      ...wordsOf(random.pick(language.where), language.spaced, random),
    )
  const [first, ...rest] = words
  if (first === undefined) return []
  const capital = first.printed.charAt(0).toUpperCase() + first.printed.slice(1)
  return [{ ...first, printed: capital }, ...rest, { id: random.newId(), printed: language.stop, lead: '' }]
}

/** A made-up text of some paragraphs of one to five sentences. */
export function proseOf(name: LanguageName, paragraphs: number, random: Random): Prose {
  return Array.from({ length: paragraphs }, () =>
    Array.from({ length: 1 + random.below(5) }, () => sentenceOf(name, random)),
  )
}

/** A single word that prints something else than any of the given ones. */
export function otherWord(name: LanguageName, not: ReadonlySet<string>, random: Random): string {
  const { who, did, what, where, spaced } = languages[name]
  for (;;) {
    const phrase = random.pick([...who, ...did, ...what, ...where])
    const { printed } = random.pick(wordsOf(phrase, spaced, random).filter((word) => /\p{L}/u.test(word.printed)))
    if (!not.has(printed)) return printed
  }
}

/** Where each word of a printed text is. UTF-16 offsets. */
export type Printed = { readonly text: string; readonly places: ReadonlyMap<number, { start: number; end: number }> }

/** Prints paragraphs with a blank line between them; `space` gives what is printed for the `count`-th space, `column` units into its line. */
export function printed(
  prose: Prose,
  space: (count: number, column: number, word: string) => string = () => ' ',
): Printed {
  const places = new Map<number, { start: number; end: number }>()
  let text = ''
  let count = 0
  let line = 0
  for (const [index, paragraph] of prose.entries()) {
    if (index > 0) text += '\n\n'
    line = text.length
    for (const [position, word] of paragraph.flat().entries()) {
      if (position > 0 && word.lead !== '') {
        const lead = space(count++, text.length - line, word.printed)
        text += lead
        if (lead.includes('\n')) line = text.length
      }
      places.set(word.id, { start: text.length, end: text.length + word.printed.length })
      text += word.printed
    }
  }
  return { text, places }
}
