// Who a whole text is about: persons by name first, then by surname, then by an office that stands for one of them.
import { onOneLine } from '../text/lines.ts'
import { type Cast, type Character, castOf, type Mention } from './cast.ts'
import { nameWordsOf } from './inflected-names.ts'
import { holderOfOffice, surnameFinder, surnamesIn } from './later-mentions.ts'
import type { PersonMention, SentencePeople, UnnamedOffice } from './person-mentions.ts'
import type { Scan } from './scan.ts'
import type { Sentence } from './sentences.ts'

/** The body's mentions come first: a headline's capitals decide less. Then surnames, then offices without a name. */
export function wholeCast(
  sentences: readonly Sentence[],
  scans: readonly Scan[],
  people: readonly SentencePeople[],
): Cast {
  const order = [...sentences.keys()].toSorted(
    (a, b) => Number(sentences[a]?.role === 'title') - Number(sentences[b]?.role === 'title'),
  )
  const named = order.flatMap((index) =>
    (people[index]?.mentions ?? []).map((mention) => ({ mention, sentence: index })),
  )
  const first = castOf(named, scans)
  const surnames = surnameFinder(first.characters, scans[0]?.lexicon.nameWords ?? nameWordsOf([]))
  const later = scans.flatMap((scan, index) =>
    surnamesIn(scan, index, surnames, takenBy(people[index]?.mentions ?? [])),
  )
  for (const { person, sentence, from, to } of later) addForm(first, person, scans[sentence], from, to)
  const byName = [...first.mentions, ...later].toSorted(inOrder)
  return withOffices({ characters: first.characters, mentions: byName }, scans, people)
}

function takenBy(mentions: readonly PersonMention[]): ReadonlySet<number> {
  const taken = new Set<number>()
  for (const { from, to, role } of mentions) {
    for (let at = from; at < to; at += 1) taken.add(at)
    for (let at = role?.from ?? 0; at < (role?.to ?? 0); at += 1) taken.add(at)
  }
  return taken
}

function addForm(cast: Cast, person: number, scan: Scan | undefined, from: number, to: number): void {
  const character = cast.characters[person]
  const [first, last] = [scan?.tokens[from], scan?.tokens[to - 1]]
  if (character === undefined || scan === undefined || first === undefined || last === undefined) return
  const form = onOneLine(scan.text.slice(first.start, last.end))
  character.forms.add(form)
  const folded = last.folded.replace(/['’]/gu, '')
  if (!character.words.some((word) => scan.lexicon.nameWords.same(word, folded))) character.alike.add(form)
}

function inOrder(a: Mention, b: Mention): number {
  return a.sentence - b.sentence || a.from - b.from
}

/** How many mentions before and behind an office are asked who holds it. */
const asked = 40

/** Adds mentions by office alone, and gives the person the text is about an office that is printed only apart from the name. */
function withOffices(cast: Cast, scans: readonly Scan[], people: readonly SentencePeople[]): Cast {
  const leading = leadingPerson(cast)
  const found: Mention[] = []
  let next = 0
  for (const [sentence, { unnamed }] of people.entries()) {
    const scan = scans[sentence]
    if (scan === undefined) continue
    for (const item of unnamed) {
      const { office } = item
      while (next < cast.mentions.length && isBefore(cast.mentions[next], sentence, office.from)) next += 1
      const before = cast.mentions.slice(Math.max(0, next - asked), next).toReversed()
      const around = [...before, ...cast.mentions.slice(next, next + asked)].map(({ person }) => person)
      const person = officeHolder(scan, item, cast.characters, [...new Set(around)], leading, sentence)
      if (person !== null)
        found.push({
          sentence,
          from: office.from,
          to: office.to,
          person,
          by: 'office',
          lead: office.from,
          tail: office.to,
        })
    }
  }
  return { ...cast, mentions: [...cast.mentions, ...found].toSorted(inOrder) }
}

/** Who an office stands for; a person it is news of gets it. */
function officeHolder(
  scan: Scan,
  item: UnnamedOffice,
  characters: readonly Character[],
  around: readonly number[],
  leading: number | null,
  sentence: number,
): number | null {
  const holder = holderOfOffice(scan, item, characters, around, leading)
  if (holder === null) return null
  const { office, words } = item
  const character = characters[holder.person]
  if (holder.news && character !== undefined) {
    character.holding = { role: { words, from: office.from, to: office.to }, sentence }
    if (character.affiliation === null && office.country !== null)
      character.affiliation = { name: office.country, sentence }
  }
  return holder.person
}

function isBefore(mention: Mention | undefined, sentence: number, from: number): boolean {
  return (
    mention !== undefined && (mention.sentence < sentence || (mention.sentence === sentence && mention.from < from))
  )
}

/** The person mentioned most; of several the one mentioned first. */
function leadingPerson({ mentions, characters }: Cast): number | null {
  const counts = characters.map(() => 0)
  for (const { person } of mentions) counts[person] = (counts[person] ?? 0) + 1
  const most = counts.reduce((highest, count) => Math.max(highest, count), 0)
  return most === 0 ? null : counts.indexOf(most)
}
