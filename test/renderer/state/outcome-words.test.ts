import { describe, expect, it } from 'vitest'
import { corrected } from '../../../domain/reading/correct.ts'
import { correctedReading } from '../../../domain/reading/corrected-reading.ts'
import type { Corrections } from '../../../domain/reading/corrections.ts'
import { isWordsKey, outcomeOfField, outcomeWordsEdit } from '../../../renderer/state/outcome-words.ts'
import { fieldId } from '../../../renderer/state/panel.ts'
import { linesOfSummary, summaryOf } from '../../../renderer/state/summary.ts'
import { ministers, ministersReading, placeIn } from '../sample-reading.ts'

const whole = ministersReading()
const [start, end] = placeIn(ministers, 'called the ferry line a shared priority')

function firstOutcome(corrections: Corrections) {
  const [outcome] = correctedReading(whole, corrections).outcomes
  if (outcome === undefined) throw new Error('the sample has no outcome')
  return outcome
}

/** The corrections after W, with these words selected or none. */
function afterKey(corrections: Corrections, selection: Parameters<typeof outcomeWordsEdit>[1]): Corrections {
  const edit = outcomeWordsEdit(
    correctedReading(whole, corrections).outcomes.find(isFirst) ?? firstOutcome({}),
    selection,
  )
  return edit === null ? corrections : corrected(whole, corrections, edit)
}

const { key } = firstOutcome({})
const isFirst = (outcome: { readonly key: string }) => outcome.key === key

describe('the words of an outcome', () => {
  it('are those selected, in the summary too', () => {
    const shown = correctedReading(whole, afterKey({}, { start, end }))
    expect(shown.outcomes.find(isFirst)?.text).toBe(ministers.slice(start, end))
    const lines = linesOfSummary(summaryOf(shown, { text: ministers, paragraphs: [], language: 'en' }))
    expect(lines.flatMap(({ spans }) => spans)).toContainEqual([start, end])
  })

  it('are those read again when none are selected', () => {
    expect(afterKey(afterKey({}, { start, end }), null)).toEqual({})
    expect(outcomeWordsEdit(firstOutcome({}), null)).toBeNull()
  })

  it.each(['kind', 'due', 'meeting'] as const)('are given from its field %s', (field) => {
    const { outcomes } = correctedReading(whole, {})
    expect(outcomeOfField(outcomes, fieldId({ list: 'outcomes', key, field }))?.key).toBe(key)
  })

  it.each(['head title', 'outcomes none kind', null])('are not given from %s', (field) => {
    expect(outcomeOfField(correctedReading(whole, {}).outcomes, field)).toBeNull()
  })

  it.each([
    ['w', 'KeyW', true],
    ['ц', 'KeyW', true],
    ['e', 'KeyE', false],
  ])('by the key %s (%s): %s', (pressed, code, is) => expect(isWordsKey(pressed, code)).toBe(is))
})
