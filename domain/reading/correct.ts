// Applies a person's edit to the corrections of a reading. Pure: the reading stays as it is, and an edit that names something not there
// changes nothing.
import { assertNever } from '../assert-never.ts'
import { equals } from '../equals.ts'
import { shownReading } from './corrected-reading.ts'
import { type Desk, shownEntry } from './correcting/decide.ts'
import { addMeeting, addOutcome, addTopic, selectedWords } from './correcting/edit-add.ts'
import { confirmCertainHead, confirmHead, setHead, takeBackHead } from './correcting/edit-head.ts'
import {
  confirmCertainItems,
  confirmField,
  confirmItem,
  removeItem,
  restoreItem,
  setField,
  takeBackField,
  takeBackItem,
} from './correcting/edit-items.ts'
import { addMention, merge, onePerson, split } from './correcting/edit-mentions.ts'
import { followed } from './correcting/follow.ts'
import { sameSpan } from './correcting/overlap.ts'
import { referenceTo, workOut } from './correcting/workings.ts'
import type { Corrections } from './corrections.ts'
import type { AddItem, Edit, SetField } from './edit.ts'
import type { OffsetPair, Reading } from './reading.ts'

/** The corrections after an edit; the very same value when the edit changes nothing. Never throws, whatever key or span it names. */
export function corrected(reading: Reading, corrections: Corrections, edit: Edit): Corrections {
  const desk = { reading, corrections, workings: workOut(reading, corrections) }
  const edited = applied(desk, edit)
  if (edited === corrections) return corrections
  const result = tidied(followed(reading, desk.workings, edited))
  return equals(result, tidied(corrections)) ? corrections : result
}

function applied(desk: Desk, edit: Edit): Corrections {
  switch (edit.kind) {
    case 'set':
      return set(desk, edit)
    case 'confirm-field':
      return edit.list === 'head'
        ? confirmHead(desk.corrections, headIn(desk), edit.field)
        : confirmField(desk, edit.list, edit.key, edit.field)
    case 'confirm-item':
      return confirmItem(desk, edit.list, edit.key)
    case 'confirm-certain':
      return confirmCertainHead(confirmCertainItems(desk), headIn(desk))
    case 'take-back-field':
      return edit.list === 'head'
        ? takeBackHead(desk.corrections, edit.field)
        : takeBackField(desk, edit.list, edit.key, edit.field)
    case 'take-back-item':
      return takeBackItem(desk, edit.list, edit.key)
    case 'remove':
      return removeItem(desk, edit.list, edit.key)
    case 'restore':
      return restoreItem(desk, edit.list, edit.key)
    case 'add':
      return add(desk, edit)
    case 'merge':
      return merge(desk, edit.list, edit.into, edit.from)
    case 'split':
      return split(desk, edit.list, edit.key, edit.spans)
    case 'one-person':
      return onePerson(desk, edit.key)
    default:
      return assertNever(edit)
  }
}

function set(desk: Desk, edit: SetField): Corrections {
  if (edit.list === 'head') return setHead(desk.corrections, edit.field, edit.value)
  if (edit.list === 'outcomes' && edit.field === 'words') return setWords(desk, edit.key, edit.value)
  if ((edit.list !== 'outcomes' && edit.list !== 'topics') || edit.field !== 'meeting') {
    return setField(desk, edit.list, edit.key, { [edit.field]: edit.value })
  }
  if (edit.value === null) return setField(desk, edit.list, edit.key, { meeting: null })
  const meeting = desk.workings.meetings.find(({ key, isHidden }) => key === edit.value && !isHidden)
  return meeting === undefined
    ? desk.corrections
    : setField(desk, edit.list, edit.key, { meeting: referenceTo(meeting) })
}

/** The words of an outcome as selected. Those that report it are its words as read. */
function setWords(desk: Desk, key: string, selected: OffsetPair): Corrections {
  const words = selectedWords(desk.reading, selected)
  if (words === null) return desk.corrections
  const reporting = shownEntry(desk, 'outcomes', key)?.spans[0]
  return reporting !== undefined && sameSpan(reporting, words)
    ? takeBackField(desk, 'outcomes', key, 'words')
    : setField(desk, 'outcomes', key, { words })
}

function add(desk: Desk, edit: AddItem): Corrections {
  const span = selectedWords(desk.reading, edit.span)
  if (span === null) return desk.corrections
  switch (edit.list) {
    case 'meetings':
      return addMeeting(desk, span)
    case 'outcomes':
      return addOutcome(desk, span, edit.outcome, edit.meeting)
    case 'topics':
      return addTopic(desk, span, edit.meeting)
    case 'people':
    case 'places':
    case 'organisations':
      return addMention(desk, edit.list, span)
    default:
      return assertNever(edit)
  }
}

function headIn({ reading, corrections, workings }: Desk) {
  return shownReading(reading, corrections, workings).head
}

/** Without keys that say nothing, so that the same corrections are the same value. */
function tidied(corrections: Corrections): Corrections {
  const { decisions, confirmed, ...head } = corrections
  const isEmpty = decisions === undefined || Object.values(decisions).every((list) => list.length === 0)
  const given = Object.entries(head).filter(([, value]) => value !== undefined)
  return {
    ...Object.fromEntries(given),
    ...(confirmed === undefined || confirmed.length === 0 ? {} : { confirmed }),
    ...(isEmpty ? {} : { decisions }),
  }
}
