// Texts for the engine's property tests: readout-like reports made from a small grammar, and the same words thrown together with
// arbitrary characters, other directions, emoji and combining marks.
import fc from 'fast-check'
import { normalise } from '../../../domain/text/normalise.ts'

const of = (...words: string[]) => fc.constantFrom(...words)

const name = of(
  'Kari Solheim',
  'Solheim',
  'Solhiem',
  'Marek Zieliński',
  'Zielinski',
  'J. R. Whitfield',
  'Hamad bin Saif al-Mansouri',
  'Nagy-Kovács Eszter',
  'U Kyaw Min Htun',
  'Jean-Pierre van den Berg',
  'Mirzo’zoda',
  'D’Angelo',
  'Nguyễn Văn Tám',
  'Ольга Гринько',
  '山田 花子',
  'Kari\nSolheim',
  'Kari Solheim',
)
const country = of('Norway', 'Peru', 'Fiji', 'the United States', 'Türkiye', 'Tajikistan', 'Côte d’Ivoire', 'the UK')
const adjective = of('Norwegian', 'Polish', 'Kazakh', 'U.S.', 'British')
const town = of('Oslo', 'Warsaw', 'New York', 'Astana', 'Brest', 'the town of Novahrad', 'Akershus Castle', 'San José')
const office = of(
  'Foreign Minister',
  'President',
  'Deputy Prime Minister and Foreign Minister',
  'Ambassador',
  'Secretary-General of NATO',
  'Minister of Foreign Affairs and Trade',
  'Chief of Staff of the Prime Minister',
  'European Council President',
  'King',
  'Presidents',
)
const day = of(
  'on May 14',
  'on 14 May 2024',
  'from 12 to 14 May',
  'on Monday',
  'yesterday',
  'on the same day',
  'on the following day',
  'on 31 February',
  'two days ago',
  'by 30 June',
  'on 29/02/2023',
  '2024-05-14',
)
const event = of(
  'met',
  'met with',
  'held talks with',
  'held separate meetings with',
  'received',
  'spoke by phone with',
  'will meet',
  'took part in the session of the council with',
  'visited',
  'paid a visit to',
  'laid a wreath at',
  'had met',
)
const result = of(
  'The sides signed a treaty',
  'They agreed to meet again',
  'Norway will build a school',
  'The council adopted resolution 2719 (2023)',
  'They decided to open a consulate',
  'They agreed on the importance of trade',
  'They discussed trade and the rivers',
  'They recalled A/RES/64/293',
  '“We will pay,” he said',
)
const setting = of(
  'On the sidelines of the summit, ',
  'During the visit, ',
  'In a phone call on Monday, ',
  '“',
  '(',
  '',
)

const person = fc.oneof(
  fc.tuple(office, name).map(([title, who]) => `${title} ${who}`),
  fc.tuple(adjective, office, name).map((words) => words.join(' ')),
  fc.tuple(office, country, name).map(([title, of, who]) => `the ${title} of ${of}, ${who},`),
  fc.tuple(name, office, country).map(([who, title, of]) => `${who}, ${title} of ${of},`),
  fc.tuple(name, name).map(([one, other]) => `Presidents ${one} and ${other}`),
  fc.tuple(of('Mr.', 'Dr.', 'H.E.', 'Sheikh', 'Ms'), name).map((words) => words.join(' ')),
  name,
)
const people = fc.array(person, { minLength: 1, maxLength: 3 }).map((list) => list.join(' and '))
const report = fc
  .tuple(setting, people, event, people, town, day)
  .map(([before, who, verb, whom, where, when]) => `${before}${who} ${verb} ${whom} in ${where} ${when}.`)
const outcome = fc.tuple(result, day).map((words) => `${words.join(' ')}.`)
const head = of(
  '',
  '2024-05-16\n\n',
  'Ministers meet in Oslo\n\n16 May 2024\n\n',
  'OSLO, May 16 (AP) — ',
  'FOREIGN MINISTER MEETS HIS COUNTERPART\n\n',
  ' date 2024-04-15 ASTANA—',
)
const gap = of(' ', '\n\n', '\n', '  ', '\u00A0')

/** Reports as ministries and agencies print them. */
const readouts = fc
  .tuple(head, fc.array(fc.tuple(fc.oneof(report, report, outcome), gap), { minLength: 1, maxLength: 6 }))
  .map(([before, sentences]) => before + sentences.flat().join(''))

const strange = of(
  '😀',
  '👩‍👩‍👧',
  'e\u0301\u0323',
  '\u202Eabc\u202C',
  'التقى الوزير',
  'פגש',
  '\u200D',
  '\uFEFF',
  '𝔐inister',
  '𐐀',
  '”',
  '«',
  '"',
  '((',
  '—',
  '/',
  '.',
  '\t',
  '\u2028',
  'ﬁ',
  'İ',
  'ß',
)
const salad = fc
  .array(
    fc.oneof(
      person,
      event,
      day,
      town,
      result,
      gap,
      strange,
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      office,
      country,
    ),
    { minLength: 1, maxLength: 30 },
  )
  .chain((words) => of(' ', '', '\n').map((joint) => words.join(joint)))

/** Texts as the app stores them. */
export const texts: fc.Arbitrary<string> = fc
  .oneof(
    { arbitrary: readouts, weight: 3 },
    { arbitrary: salad, weight: 2 },
    fc.string({ unit: 'binary', maxLength: 200 }),
  )
  .map((text) => normalise(text))
  .filter((normal) => normal.ok)
  .map((normal) => (normal.ok ? normal.value : ''))
