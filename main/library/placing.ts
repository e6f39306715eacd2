// Notes brought to the newest version of their text: when a text is reissued, and in memory wherever a note was not carried yet (it was
// written on another device, or something ended the carrying).
import { type CarryOver, carryOver } from '../../domain/anchoring/carry-over.ts'
import { type Briefing, currentVersion, placedText } from '../../domain/briefing.ts'
import { fromElsewhere } from '../../domain/exchange/place-incoming.ts'
import { elsewhere, type StoredNote } from '../../domain/notes/note.ts'
import { carriedTo, type PlacedText, reachedVersion } from '../../domain/notes/place.ts'

export type Placing = {
  readonly newest: PlacedText
  /** What becomes of words of an earlier version; the two texts are compared once. Null for a version that is not there. */
  readonly carryFrom: (version: number) => CarryOver | null
  /** The note on the newest version. One from a version that is not there (its text has not come yet) stays as it is. */
  readonly broughtForward: (note: StoredNote) => StoredNote
}

/** Carrying for one briefing. Nothing of its texts is worked out before a note has to be carried: each note that is saved comes here. */
export function placingOf(briefing: Briefing): Placing {
  const { number } = currentVersion(briefing)
  let placed: PlacedText | null = null
  const newestText = (): PlacedText => {
    placed ??= placedText(briefing, number)
    if (placed === null) throw new Error(`briefing ${briefing.id} has no version ${number}`)
    return placed
  }
  const known = new Map<number, CarryOver | null>()
  const carryOf = (version: number): CarryOver | null => {
    const before = placedText(briefing, version)
    return before === null ? null : carryOver(before, newestText())
  }
  const carryFrom = (version: number): CarryOver | null => {
    if (!known.has(version)) known.set(version, version === elsewhere ? fromElsewhere(newestText()) : carryOf(version))
    return known.get(version) ?? null
  }
  return {
    get newest() {
      return newestText()
    },
    carryFrom,
    broughtForward: (note) => {
      if (reachedVersion(note) >= number) return note
      const carry = carryFrom(note.settled.version)
      return carry === null ? note : carriedTo(note, newestText(), carry)
    },
  }
}
