// Whatever comes in is read: never an exception, and never much slower than an ordinary text of the same length. Times are only
// compared with that text's, measured beside them, so that no machine's speed decides.
import { describe, expect, it } from 'vitest'
import { normalise } from '../../../domain/text/normalise.ts'
import { readText } from '../../engine.ts'
import { read } from './reported.ts'

const ordinary = `The Foreign Minister of Norway, Kari Solheim, met President of Peru Rosa Quispe in Lima on May 14. They discussed trade and
the rivers of the region, and agreed to meet again by 30 June. Tea was served in the garden of the old house, and it was cold.

`
const dated = '2024-05-16\n\nIt was cold on the road, and it is the end of the year in the hall of the town.\n\n'
const headed = 'A headline of the old house\n\n'

/** UTF-16 units of a text whose time is taken, and how many times an ordinary text's time it may take. */
const length = 100_000
const most = 9
/** Lines of a character or two are a sentence each, so they may take longer. */
const mostForLines = 25

function filled(words: string, size = length): string {
  return words.repeat(Math.ceil(size / words.length)).slice(0, size)
}

function timeOf(text: string): number {
  const began = performance.now()
  readText(text)
  return performance.now() - began
}

/** How many times an ordinary text's time a text takes; measured again while it is over `limit`, as other work may have come between. */
function slowness(text: string, limit: number): number {
  const peer = dated + filled(ordinary, text.length)
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < 4 && least > limit; attempt += 1)
    least = Math.min(least, timeOf(text) / Math.max(timeOf(peer), 1))
  return least
}

/** Words in many forms, for what looks at every name anew. */
function names(count: number): string {
  const letters = (index: number) => ((index + 7) * 104_729).toString(36).replace(/\d/gu, 'x')
  return Array.from({ length: count }, (_, index) => `Minister Anna B${letters(index)} met`).join(' ')
}

function novel(): string {
  const openings = [
    'She looked',
    'Nobody spoke',
    'The old man laughed',
    '“No,” said Anna',
    'Rain fell',
    'He remembered',
  ]
  const ends = ['at the sea', 'for a long time', 'and went home', 'as if it were summer', 'in the dark of the stairs']
  return Array.from(
    { length: 900 },
    (_, index) =>
      `${openings[index % openings.length]} ${ends[(index * 7) % ends.length]}, ${ends[(index * 11) % ends.length]}.${index % 9 === 8 ? '\n\n' : ' '}`,
  ).join('')
}

function table(): string {
  return Array.from({ length: 2_000 }, (_, row) => [row, row * 1.5, `${row}%`, -row, `${row},000`].join('\t')).join(
    '\n',
  )
}

describe('what is no report', () => {
  it.each([
    ['nonsense', filled('Glorp frindle vask ombu tre. Zink an flomp! ', 20_000)],
    ['a novel', novel()],
    ['a table of numbers', table()],
    ['nothing but punctuation', filled('.,;:!?—–-…()[]“”"\'/\\|', 5_000)],
    ['numbers without end', `${'9'.repeat(20_000)} ${'1.'.repeat(5_000)}`],
    ['emoji', filled('👩‍👩‍👧😀', 5_000)],
    ['control characters and marks', filled('\u200D\u202E\u0301a\u0007', 5_000)],
  ])('has neither events nor outcomes: %s', (_name, text) => {
    const { meetings, outcomes, dateline } = read(text)
    expect([meetings, outcomes, dateline.place, dateline.date]).toEqual([[], [], null, null])
  })

  it.each([
    ['without dates', 'Foreign Minister Kari Solheim met President of Peru Rosa Quispe in Lima.', null],
    [
      'with a day that cannot be',
      'Foreign Minister Kari Solheim met President of Peru Rosa Quispe on 31 February 2024.',
      null,
    ],
    [
      'within brackets within quotation marks within brackets',
      '((Foreign Minister Kari Solheim (of [Norway]) met President of Peru Rosa Quispe on 14 May 2024.))',
      '2024-05-14',
    ],
    [
      'in capitals throughout',
      'FOREIGN MINISTER KARI SOLHEIM MET PRESIDENT OF PERU ROSA QUISPE IN LIMA ON 14 MAY 2024.',
      '2024-05-14',
    ],
    [
      'between words of another direction',
      'التقى الوزير اليوم. Foreign Minister Kari Solheim met President of Peru Rosa Quispe on 14 May 2024. פגש את השר.',
      '2024-05-14',
    ],
    [
      'among huge numbers',
      `${'9'.repeat(5_000)} Foreign Minister Kari Solheim met President of Peru Rosa Quispe on 14 May 2024.`,
      '2024-05-14',
    ],
  ])('still gives the event of one %s', (_name, text, date) => {
    const { meetings } = read(text)
    expect(meetings.map((meeting) => meeting.date)).toEqual([date])
  })
})

describe('a text of the largest size', () => {
  it.each([
    ['one line of sentences', 'The ministers met in Bern on Monday. '.repeat(135_000)],
    ['white space', `a${' '.repeat(4_900_000)}b.`],
    ['480,000 short lines', 'The envoy\n'.repeat(480_000)],
  ])(
    'is read: %s',
    (_name, text) => expect(read(text).dateline).toEqual({ place: null, date: null, source: null, span: null }),
    // How long it takes is a matter of the machine; that it is linear is measured below.
    600_000,
  )
})

describe('the time to read', () => {
  it.each([
    'will ',
    'will meet ',
    'of the ',
    'Minister ',
    'Minister of ',
    'Adviser to the ',
    'Deputy First Vice ',
    'First Chief Executive ',
    'Presidents of Peru, ',
    'King ',
    'Mr. ',
    'H.E. ',
    'al-',
    'bin ',
    'Kari Solheim, ',
    'met ',
    'met; ',
    'met with Peru and ',
    ', where he met Peru',
    'held a long brief ',
    'held talks with ',
    'during the talks ',
    'on the sidelines of the summit ',
    'on the same day ',
    'on Monday ',
    'last last week ',
    '2 days ago ',
    'two hundred days ',
    '14 May 2024 ',
    'by 30 June ',
    'previously ',
    'not signed ',
    'agreed to ',
    'discussed trade, and ',
    'Peru ',
    'Norwegian ',
    'in Peru ',
    'at the House ',
    'the city of Xyz ',
    'the United Nations ',
    'Council of the ',
    'visited Peru ',
    '“he met ',
    'and ',
    ', ',
    'AAAA BBBB ',
    'MET THE ',
    'التقى الوزير ',
    'министр ',
    '外交部长',
    'कि',
    'abc التقى \u202E',
    '😀',
  ])('a text of nothing but %j is like an ordinary one’s', (words) => {
    expect(slowness(dated + filled(words), most)).toBeLessThan(most)
  })

  // What the regular expressions of domain/reading would go back over, if they looked at more than they do.
  it.each([
    ['abbreviations without an end (ends of lines)', `${headed}${filled('A.')}x`],
    ['abbreviations in the last line (sign-offs)', `${dated}It was cold.\n\n${filled('A.')}x`],
    ['full stops and quotation marks (ends of lines)', `${headed}.${filled("'")}x`],
    ['full stop and quotation mark in turn', `${headed}${filled(".'")}x`],
    ['combining marks (names of months)', `${dated}1 ${filled('\u0301')}`],
    ['letters with marks', `${dated}1 ${filled('a\u0301')}`],
    ['figures without an end', `${dated}${filled('1')}`],
    ['figures apart (days before months)', `${dated}It was on 1 ${filled('1 ')}`],
    ['days before months', `${dated}${filled('1 May-')}`],
    ['months before days', `${dated}${filled('May 1-')}`],
    ['figures with points', `${dated}${filled('1.1.')}`],
    ['figures with slashes', `${dated}${filled('1/1/')}`],
    ['ISO dates that do not end', `${dated}${filled('2024-05-')}`],
    ['times of day', `${dated}${filled('1:1:1')}`],
    ['white space behind a figure', `${dated}1${filled(' ')}May`],
    ['white space within a line', `${dated}a${filled(' \t')}b.`],
    ['hyphens and capitals (sources)', `${headed}It was so, ${filled('-A')} reports`],
    ['reports by (sources)', `${headed}It was so. ${filled('report by A ')}.`],
    ['letters up to a colon (labels)', `${headed}${filled('a')}: x`],
    ['words up to a colon (labels)', `${headed}${filled('a/')} x: y`],
    ['a subject of nothing', `Subject: ${filled(' ')}x`],
    ['small words (headlines going on)', `A headline of\n${filled('a of ')}`],
    ['capitals on lines (headlines going on)', filled('AB CD\n', 5_000)],
    ['today and letters (datelines)', `${headed}today ${filled('a')}day`],
    ['today again and again (datelines)', `${headed}${filled('today (')}`],
    ['brackets (datelines)', `${headed}${filled('(')}`],
    ['slashes (datelines)', `${headed}${filled('/a/ ')}`],
    ['dashes (datelines)', `${headed}${filled('— ')}`],
    ['bars (bylines)', `${headed}${filled('|')}`],
    ['document symbols', `${dated}${filled('A/')}`],
    ['document symbols with points', `${dated}${filled('A/A.')}`],
    ['resolutions', `${dated}${filled('resolution 27')}`],
    ['hyphens within a word', `${dated}${filled('a-')}`],
    ['apostrophes within a word', `${dated}${filled("a'")}`],
    ['possessives', `${dated}${filled('s’ ')}`],
    ['ordinals', `${dated}${filled('1st')}`],
    ['initials', `${dated}${filled('A. ')}`],
    ['one capital and figures (words in capitals)', `${dated}A${filled('1')}`],
    ['addresses', `${dated}${filled('http://a.b/c?d=')}`],
    ['joiners', `${dated}${filled('\u200D')}`],
    ['brackets within quotation marks', `${dated}${filled('[(“')}`],
    ['straight quotation marks', `${dated}${filled('"')}`],
    ['thousands of persons', `${dated}${names(3_500)}`],
  ])('adversarial text is like an ordinary one’s: %s', (_name, text) => {
    const normal = normalise(text)
    expect(slowness(normal.ok ? normal.value : text, most)).toBeLessThan(most)
  })

  it.each([
    ['lines of a letter', filled('a\n')],
    ['paragraphs of a letter', filled('a\n\n')],
    ['lines of a name', filled('The envoy\n')],
  ])('%s take more, but in proportion', (_name, text) => {
    expect(slowness(text, mostForLines)).toBeLessThan(mostForLines)
  })

  it.each([
    ['ordinary sentences', dated + filled(ordinary, 800_000), dated + filled(ordinary, 100_000)],
    ['one line', filled(ordinary.replaceAll('\n', ' '), 800_000), filled(ordinary.replaceAll('\n', ' '), 100_000)],
    ['one word', filled('a', 1_600_000), filled('a', 200_000)],
    ['short lines', filled('The envoy\n', 400_000), filled('The envoy\n', 50_000)],
    ['persons', names(16_000), names(2_000)],
  ])('of eight times the text is no more than sixteen times the time: %s', (_name, long, short) => {
    let least = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < 4 && least > 16; attempt += 1)
      least = Math.min(least, timeOf(long) / Math.max(timeOf(short), 2))
    expect(least).toBeLessThan(16)
  })
})
