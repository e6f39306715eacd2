import { describe, expect, it } from 'vitest'
import { at, outcomes, read, reported } from './reported.ts'

const event = 'Minister Kari Solheim of Norway met President of Peru Rosa Quispe in Lima on May 14.'
const withEvent = (words: string) => reported([event, words])

describe('outcomes', () => {
  it.each([
    ['signed', 'The ministers signed a treaty on the rivers.'],
    ['signed', 'A memorandum on trade was signed.'],
    ['signed', 'The two sides exchanged notes on the border.'],
    ['adopted', 'The ministers adopted a joint statement.'],
    ['adopted', 'They approved the programme for the next two years.'],
    ['adopted', 'The budget was endorsed.'],
    ['decided', 'The ministers decided to open a consulate.'],
    ['decided', 'Lima was declared the capital of culture of the region.'],
    ['decided', 'The council appointed Pablo Araya as its envoy.'],
    ['agreed', 'The ministers agreed to meet again in Oslo.'],
    ['agreed', 'An agreement was reached on the border posts.'],
    ['agreed', 'It was agreed to set the tariffs anew.'],
    ['announced', 'Solheim announced a grant of five million kroner.'],
    ['announced', 'Norway has allocated five million kroner for the port.'],
    ['commitment', 'Norway will build two schools in Cusco.'],
    ['commitment', 'Solheim promised to send a team of doctors.'],
    ['commitment', 'The two sides undertake to protect the rivers.'],
    ['commitment', 'Peru pledged ten million soles to the fund.'],
    ['commitment', 'The parties committed to open the border.'],
  ])('%s: %s', (kind, words) => expect(outcomes(withEvent(words))).toEqual([`${kind}: ${words}`]))

  it.each([
    ['what was stressed', 'Solheim stressed that trade must grow.'],
    ['what was reaffirmed', 'They reaffirmed their friendship.'],
    ['what was welcomed', 'Quispe welcomed the new road.'],
    ['agreement on an importance', 'They agreed on the importance of trade.'],
    ['agreement that something is so', 'They agreed that trade is growing.'],
    ['readiness', 'Solheim expressed readiness to help.'],
    ['what was proposed', 'Quispe proposed to sign a treaty.'],
    ['what one looks forward to', 'They look forward to signing the treaty.'],
    ['what was only discussed', 'They discussed the signing of a treaty.'],
    ['a treaty of long ago', 'The treaty was signed in 1998.'],
    ['what a document will do', 'The treaty will allow for more trade.'],
    ['what could be', 'A treaty could be signed.'],
    ['what had been before', 'They recalled that a treaty had been signed.'],
    ['what was reported before', 'As reported earlier, the ministers signed a treaty.'],
    ['what was not', 'No treaty was on the table.'],
    ['words of somebody else about the past', '“We signed nothing,” she said.'],
  ])('are not %s: %s', (_rule, words) => expect(outcomes(withEvent(words))).toEqual([]))

  it('are not the visit to come that is an event itself', () => {
    const reading = withEvent('Quispe will visit Oslo on June 3.')
    expect([reading.meetings.length, reading.outcomes.length]).toEqual([2, 0])
  })

  it('belong to the event told before', () => {
    const reading = reported([
      event,
      'The ministers signed a treaty.',
      'On May 15, Solheim met Prime Minister of Fiji Sione Vakata.',
      'The ministers adopted a joint statement.',
    ])
    expect(reading.outcomes.map(({ meeting }) => meeting)).toEqual([0, 1])
  })

  it('belong to none in a text without events', () => {
    expect(reported('The council adopted the budget.').outcomes.map(({ meeting }) => meeting)).toEqual([null])
  })

  it.each([
    ['Norway will build two schools in Cusco by 30 June.', '2024-06-30', '30 June'],
    ['Norway will build two schools until 1 March 2025.', '2025-03-01', '1 March 2025'],
    ['The ministers agreed to meet again no later than September 15.', '2024-09-15', 'September 15'],
    ['The ministers agreed to meet again on 3 June 2024.', '2024-06-03', '3 June 2024'],
    ['The parties will report before 2024-12-01.', '2024-12-01', '2024-12-01'],
    ['Norway will build two schools in Cusco.', null, null],
    ['The ministers signed a treaty on May 14.', null, null],
    ['Norway will build two schools by 31 February.', null, null],
  ])('have the deadline they name: %s', (words, due, printed) => {
    const reading = withEvent(words)
    const [outcome] = reading.outcomes
    expect([outcome?.due, at(reading, outcome?.evidence.due?.span)]).toEqual([due, printed])
  })

  it('open the words that tell them', () => {
    const reading = withEvent('The ministers signed a treaty on the rivers.')
    const [outcome] = reading.outcomes
    expect([at(reading, outcome?.span), at(reading, outcome?.evidence.kind.span)]).toEqual([
      'The ministers signed a treaty on the rivers.',
      'signed',
    ])
  })

  it('are one for each sentence', () => {
    expect(withEvent('The ministers signed a treaty and adopted a statement.').outcomes).toHaveLength(1)
  })

  it('stand in the body, not in the headline', () => {
    const { outcomes: found } = read(
      'Ministers sign treaty on rivers\n\n2024-05-16\n\nThe ministers signed a treaty. It is on the rivers of the two countries, and it is the first of its kind.',
    )
    expect(found.map(({ text }) => text)).toEqual(['The ministers signed a treaty.'])
  })
})
