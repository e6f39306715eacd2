// What people said of a text, carried to a reissue of it: decisions go with the words they are about, and end where those ended.
import type { CarryOver } from '../anchoring/carry-over.ts'
import { describe } from '../anchoring/describe.ts'
import type { Corrections, Decision, Decisions, MeetingReference } from './corrections.ts'
import type { OffsetPair } from './reading.ts'

/**
 * Corrections for the new version. In: those of the version before, how words go from its text to the new one, and that text. Decisions
 * whose words are reworded or gone are left out (the version before keeps them); the head fields are a person's word on the document.
 */
export function carriedCorrections(corrections: Corrections, carry: CarryOver, text: string): Corrections {
  const { decisions } = corrections
  return decisions === undefined ? corrections : { ...corrections, decisions: carriedDecisions(decisions, carry, text) }
}

function carriedDecisions(decisions: Decisions, carry: CarryOver, text: string): Decisions {
  const known = new Map<string, OffsetPair | null>()
  const moved = ([start, end]: OffsetPair): OffsetPair | null => {
    const key = `${start}-${end}`
    const landed = known.get(key) ?? landing(carry, text, start, end)
    known.set(key, landed)
    return landed
  }
  const reference = (meeting: MeetingReference | null): MeetingReference | null => {
    const span = meeting === null ? null : moved(meeting.span)
    return meeting === null || span === null ? null : { ...meeting, span }
  }
  const referring = <Fields extends { readonly meeting: MeetingReference | null }>(fields: Fields): Fields => ({
    ...fields,
    meeting: reference(fields.meeting),
  })
  return {
    meetings: each(decisions.meetings, moved),
    people: each(decisions.people, moved),
    places: each(decisions.places, moved),
    organisations: each(decisions.organisations, moved),
    outcomes: each(decisions.outcomes, moved, (fields) => ({
      ...referring(fields),
      words: fields.words === null ? null : moved(fields.words),
    })),
    topics: each(decisions.topics, moved, referring),
  }
}

function landing(carry: CarryOver, text: string, start: number, end: number): OffsetPair | null {
  const { state, span } = carry(describe(text, { start, end }, []), 'words')
  return span === null || (state !== 'same' && state !== 'moved') ? null : [span.start, span.end]
}

function each<Fields>(
  decisions: readonly Decision<Fields>[],
  moved: (pair: OffsetPair) => OffsetPair | null,
  carried: (fields: Fields) => Fields = (fields) => fields,
): readonly Decision<Fields>[] {
  return decisions.flatMap((decision) => {
    const spans = decision.spans.flatMap((pair) => {
      const landed = moved(pair)
      return landed === null ? [] : [landed]
    })
    const { fields, read } = decision
    return spans.length === 0 && decision.spans.length > 0
      ? []
      : [{ ...decision, spans, fields: carried(fields), read: read === null ? null : carried(read) }]
  })
}
