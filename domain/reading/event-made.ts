// An event with its evidence, once it is known who took part, when and where.
import type { Analysis, Reviewed } from './analysis.ts'
import type { Mention } from './cast.ts'
import type { Format } from './event-format.ts'
import { labelOf } from './event-label.ts'
import type { Taking } from './event-people.ts'
import type { Evidence, Meeting, OffsetPair } from './reading.ts'
import type { Trigger } from './triggers.ts'
import { type Found, offsetsOf } from './when-where.ts'

/** An event, with the sentence it stands in and the persons by their index in the cast. */
export type Event = {
  readonly meeting: Meeting
  readonly sentence: number
  readonly people: readonly number[]
}

type EventParts = {
  readonly taking: Taking
  readonly group: readonly Mention[] | null
  readonly who: readonly Mention[]
  readonly format: Format
  readonly date: Found | null
  readonly place: Found | null
}

/** The event of a trigger. In: the sentence's index, and what was found of who, how, when and where. */
export function eventOf(
  analysis: Analysis,
  reviewed: Reviewed,
  sentence: number,
  trigger: Trigger,
  parts: EventParts,
): Event {
  const { scan } = reviewed
  const { who, format, date, place } = parts
  const label = labelOf(scan, trigger, parts.taking, parts.group, reviewed.days)
  const certainly = (span: OffsetPair): Evidence => ({ span, via: null, certainty: 'certain' })
  const meeting: Meeting = {
    label: label.words,
    format: format.value,
    date: date?.value ?? null,
    place: place?.value ?? null,
    people: who.map(({ person }) => analysis.cast.characters[person]?.name ?? ''),
    span: offsetsOf(scan, trigger.start, trigger.end),
    evidence: {
      label: certainly(label.span),
      format: { span: format.span, via: null, certainty: format.sure ? 'certain' : 'likely' },
      date: date?.evidence ?? null,
      place: place?.evidence ?? null,
      people: who.map((mention) => evidenceOfPerson(analysis, mention, sentence, trigger)),
    },
  }
  return { meeting, sentence, people: who.map(({ person }) => person) }
}

/** A person named in the event's own words is certain; the one the story follows is carried over. */
function evidenceOfPerson({ sentences }: Analysis, mention: Mention, sentence: number, trigger: Trigger): Evidence {
  const scan = sentences[mention.sentence]?.scan
  const span: OffsetPair = scan === undefined ? [0, 0] : offsetsOf(scan, mention.from, mention.to)
  const own = mention.sentence === sentence && mention.from >= trigger.start && mention.to <= trigger.end
  return { span, via: null, certainty: own && mention.by === 'name' ? 'certain' : 'likely' }
}
