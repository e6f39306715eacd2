import { describe, expect, it } from 'vitest'
import { reported } from './reported.ts'

/** An outcome's words are its whole sentence, so each text holds one sentence that tells an outcome, as printed. */
const sentenceWithOutcome = (text: string) => reported(text).outcomes.map((outcome) => outcome.text)

describe('sentences', () => {
  it.each([
    [
      'do not end behind an honorific',
      'They spoke for long. The ministers thanked Dr. Hale and Mr. Ferro and signed a treaty. Tea was served.',
      'The ministers thanked Dr. Hale and Mr. Ferro and signed a treaty.',
    ],
    [
      'do not end behind an initial',
      'They spoke for long. Minister J. R. Hale signed the treaty. Tea was served.',
      'Minister J. R. Hale signed the treaty.',
    ],
    [
      'do not end inside an abbreviation of initials',
      'They spoke for long. Envoys of the U.S. Government signed the treaty. Tea was served.',
      'Envoys of the U.S. Government signed the treaty.',
    ],
    [
      'do not end behind "No."',
      'They spoke for long. The ministers signed Protocol No. 7 to the treaty. Tea was served.',
      'The ministers signed Protocol No. 7 to the treaty.',
    ],
    [
      'do not end behind the short form of a month',
      'They spoke for long. On Apr. 12 the ministers signed the treaty. Tea was served.',
      'On Apr. 12 the ministers signed the treaty.',
    ],
    [
      'do not end at a decimal point',
      'They spoke for long. The ministers signed a loan of 3.5 million euros. Tea was served.',
      'The ministers signed a loan of 3.5 million euros.',
    ],
    [
      'end at a question mark',
      'What came of it? The ministers signed the treaty. Tea was served.',
      'The ministers signed the treaty.',
    ],
    [
      'end with the quotation mark behind the full stop',
      'She said: “We are glad.” The ministers signed the treaty. Tea was served.',
      'The ministers signed the treaty.',
    ],
    [
      'end with their paragraph where no sign ends them',
      'The heading of a list\n\nThe ministers signed the treaty\n\nTea was served.',
      'The ministers signed the treaty',
    ],
    [
      'go on over the lines of one broken at a margin',
      'The two ministers of the neighbouring states, who had come by train, had\nspoken for three hours in the small hall, and then the ministers signed\nthe treaty on the rivers. Tea was served in the garden to all who had\nwaited so long.',
      'The two ministers of the neighbouring states, who had come by train, had\nspoken for three hours in the small hall, and then the ministers signed\nthe treaty on the rivers.',
    ],
  ])('%s', (_rule, text, sentence) => expect(sentenceWithOutcome(text)).toEqual([sentence]))

  it('of the summary are those with an event or an outcome, whole and in order, each once', () => {
    const { summary } = reported(
      'Minister Kari Solheim met Minister Marek Zielinski in Oslo on Monday, and the ministers signed a treaty. Tea was served. The ministers agreed to meet again in Warsaw.',
    )
    expect(summary.map(({ text }) => text)).toEqual([
      'Minister Kari Solheim met Minister Marek Zielinski in Oslo on Monday, and the ministers signed a treaty.',
      'The ministers agreed to meet again in Warsaw.',
    ])
  })
})
