// The desk of a review: the corrected reading, its words lit and marked, and the focus kept where it belongs after every edit.
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { CorrectedReading } from '../../domain/reading/corrected.ts'
import { correctedReading } from '../../domain/reading/corrected-reading.ts'
import type { Corrections } from '../../domain/reading/corrections.ts'
import type { Edit } from '../../domain/reading/edit.ts'
import type { Reading } from '../../domain/reading/reading.ts'
import { paragraphsOf } from '../../domain/text/paragraphs.ts'
import { editReading, endTyping, typeInField } from '../actions/correcting.ts'
import { paintMarks } from '../painting/highlights.ts'
import { bringIntoView } from '../painting/in-view.ts'
import type { Surface } from '../painting/surface.ts'
import { fieldId, marksOf, wordsOfFields } from '../state/panel.ts'
import { pointingNowhere, reducePointing } from '../state/pointing.ts'
import { createStore } from '../state/store.ts'
import { useApp } from './context.ts'
import type { ReviewDesk } from './review-context.ts'
import { fieldsIn } from './review-panel.tsx'
import type { PointedWords } from './use-summary.ts'

/** The desk over a reading and what was said of it so far, and the reading with that applied. */
export function useReviewDesk(
  whole: Reading,
  corrections: Corrections,
  changeable: boolean,
  panel: RefObject<HTMLElement | null>,
  isReal: () => boolean,
): { readonly desk: Omit<ReviewDesk, 'outcomeWords'>; readonly reading: CorrectedReading } {
  const app = useApp()
  const pointing = useMemo(() => createStore(reducePointing, pointingNowhere), [])
  const stuck = useMemo(() => new Set<string>(), [])
  const resumed = useMemo(() => {
    const { resumed: typed } = app.store.get()
    return new Map(typed === null ? [] : [[typed.field, typed.text]])
  }, [app])
  const paragraphs = useMemo(() => paragraphsOf(whole.text, whole), [whole])
  const reading = useMemo(() => correctedReading(whole, corrections), [whole, corrections])
  const latest = useRef(reading)
  useLayoutEffect(() => {
    latest.current = reading
  }, [reading])
  const desk: Omit<ReviewDesk, 'outcomeWords'> = useMemo(
    () => ({
      latest: () => latest.current,
      text: { text: whole.text, paragraphs, language: whole.language },
      changeable,
      pointing,
      first: fieldId({ list: 'head', field: 'title' }),
      stuck,
      isReal,
      type: (typed, edit) => typeInField(app, typed, edit),
      typed: () => endTyping(app),
      resumed,
      edit: async (edit) => {
        const before = latest.current
        const from = placeOfFocus(panel.current, pointing.get().stop)
        const kept = await editReading(app, edit)
        if (kept) afterDrawing(() => moveFocus(panel.current, from, addedField(before, latest.current, edit)))
        return kept
      },
    }),
    [app, whole, paragraphs, changeable, pointing, stuck, resumed, panel, isReal],
  )
  return { desk, reading }
}

/** Underlines in the text what was read in it. */
export function useMarks(surface: Surface | null, reading: CorrectedReading): void {
  useEffect(() => {
    if (surface === null) return
    return paintMarks(surface, marksOf(reading))
  }, [surface, reading])
}

/** Brings the words of a field into view when the focus comes to it, without moving the text when they are there already. */
export function useWordsInView(surface: Surface | null, { lines, pointing }: PointedWords): void {
  useEffect(() => {
    if (surface === null) return
    let last = pointing.get().stop
    return pointing.subscribe(() => {
      const { stop } = pointing.get()
      if (stop === last) return
      last = stop
      const [span] = lines.find(({ key }) => key === stop)?.spans ?? []
      if (span !== undefined) bringIntoView(surface, { start: span[0], end: span[1] })
    })
  }, [surface, lines, pointing])
}

/** The fields as lines that light their words and are lit by them. */
export function useFieldWords(reading: CorrectedReading, { pointing }: Pick<ReviewDesk, 'pointing'>) {
  return useMemo(() => ({ lines: wordsOfFields(reading), pointing }), [reading, pointing])
}

type PlaceOfFocus = { readonly id: string; readonly at: number }

/** The field with the focus, or the last that had it, while a menu or a button has it now. */
function placeOfFocus(panel: HTMLElement | null, last: string | null): PlaceOfFocus | null {
  if (panel === null) return null
  const focused = document.activeElement?.closest<HTMLElement>('[data-field], [data-editing]')
  const id = focused?.dataset.field ?? focused?.dataset.editing ?? last
  return id === null ? null : { id, at: fieldsIn(panel).findIndex(({ dataset }) => dataset.field === id) }
}

/** To what was added; else back to the field; else, when that is gone, to what stands in its place. */
function moveFocus(panel: HTMLElement | null, from: PlaceOfFocus | null, added: string | null): void {
  if (panel === null) return
  if (added !== null) unfold(panel, added)
  const fields = fieldsIn(panel)
  const byId = (id: string | undefined) => fields.find(({ dataset }) => dataset.field === id)
  const lost = document.activeElement === null || document.activeElement === document.body
  const there = from === null ? undefined : (byId(from.id) ?? fields[Math.min(Math.max(from.at, 0), fields.length - 1)])
  const target = added === null ? (lost ? there : undefined) : byId(added)
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
}

/** Opens what a field is folded away in, so that it can have the focus. */
function unfold(panel: HTMLElement, id: string): void {
  const folded = panel.querySelector(`[data-field="${CSS.escape(id)}"]`)?.closest('details')
  folded?.setAttribute('open', '')
}

/** The first field of the item an edit has made, or has given words that were selected away from it. */
function addedField(before: CorrectedReading, after: CorrectedReading, edit: Edit): string | null {
  if (edit.kind === 'set' && edit.list === 'outcomes' && edit.field === 'words') {
    return fieldId({ list: 'outcomes', key: edit.key, field: 'kind' })
  }
  if (edit.kind !== 'add' && edit.kind !== 'split') return null
  const known = new Set(before[edit.list].map(({ key }) => key))
  const key = after[edit.list].find((item) => !known.has(item.key))?.key
  if (key === undefined) return null
  switch (edit.list) {
    case 'meetings':
      return fieldId({ list: 'meetings', key, field: 'label' })
    case 'outcomes':
      return fieldId({ list: 'outcomes', key, field: 'kind' })
    case 'topics':
      return fieldId({ list: 'topics', key, field: 'text' })
    default:
      return fieldId({ list: edit.list, key, field: 'name' })
  }
}

function afterDrawing(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}
