// States of the library to look at: texts and notes of our own, troubles one at a time.
import type { Briefing } from '../../../domain/briefing.ts'
import type { Note, NoteKind } from '../../../domain/notes/note.ts'
import { failed } from '../../../domain/result.ts'
import { ministers } from '../sample-reading.ts'
import { newBriefing, newNote, type Scene } from './fake-bridge.ts'

const marked: readonly (readonly [NoteKind, string, string])[] = [
  ['commitment', 'approved the convention on the status of delegations', 'Ask Legal for our signature timetable.'],
  [
    'question',
    'one of them on thirty years of observer status',
    'Compare with the 2019 text: “welcomes” then, what verb now?',
  ],
  ['line', 'called the ferry line a shared priority', 'Same words as ours of March.'],
  ['redline', 'would not accept a toll on the northern passage', 'New. Raise before the session in June.'],
  ['position', 'a key political and economic partner and a reliable friend', 'Stronger than in March (“partner”).'],
  ['quotable', 'grow from nine to fourteen', ''],
  ['correction', 'by the autumn', 'The embassy says December.'],
  ['highlight', 'report on appointments in September', ''],
]

const others: readonly string[] = [
  'Call on transit corridors\n\nLINDHAVEN, 11 April 2024 — The two foreign ministers spoke by telephone about transit corridors.',
  'PORT VELL, 3 April 2024 — Senior officials prepared the council’s agenda and exchanged drafts of the convention.',
  'Forum in Ostrava: side meetings and statements\n\nOSTRAVA, 6 March 2024 — Four bilateral meetings took place beside the forum.',
  'Consular network: status of the mission raised\n\nSANTA REA, 1 March 2024 — A decree raised the status of the mission.',
  'Консультации о паромной линии\n\nМОСКВА, 20 февраля 2024 — Стороны обсудили паромную линию и договорились продолжить консультации.',
  'المشاورات حول خط العبّارات\n\nناقش الجانبان خط العبّارات واتفقا على مواصلة المشاورات.',
]

const nothing: Scene = { state: {}, briefings: [], notes: new Map(), draft: null, troubles: {} }

/** A scene by its name; an unknown name gives the one with a few briefings. */
export function sceneNamed(name: string): Scene {
  const first = newBriefing(ministers)
  const briefings = [first, ...others.map((text) => newBriefing(text))]
  const some: Scene = { ...nothing, briefings, notes: new Map([[first.id, notesOn(ministers)]]) }
  const scenes: Readonly<Record<string, () => Scene>> = {
    empty: () => nothing,
    one: () => some,
    many: () => ({ ...some, briefings: [...briefings, ...manyBriefings(10_000)] }),
    long: () => ({ ...nothing, briefings: [newBriefing(longText(5_000))] }),
    'read-only': () => ({ ...some, state: { readOnly: heldElsewhere } }),
    damaged: () => ({ ...some, state: { damaged: 2 } }),
    unrepaired: () => ({
      ...some,
      state: { damaged: 4 },
      unrepaired: [
        {
          file: 'entries/ea/01a20aae-9534-70df-a542-26ccec6bf8ea.json',
          problem:
            'This file can’t be read as what it should be, and there is no good copy beside it. Put it back from a backup.',
        },
      ],
    }),
    failed: () => ({ ...nothing, troubles: { 'library.state': 'library-damaged' } }),
    loading: () => ({ ...nothing, troubles: { 'library.rows': 'never' } }),
    trouble: () => ({ ...some, troubles: { 'note.edit': 'disk-full', 'text.decode-chosen': 'text-binary' } }),
    encoding: () => ({ ...some, troubles: { 'text.decode': 'text-encoding', 'text.decode-chosen': 'text-encoding' } }),
    importing: () => ({ ...some, chosen: manyFiles, report: 'never' }),
    imported: () => ({
      ...some,
      chosen: manyFiles,
      report: { ...imported, added: briefings.slice(1, 4).map(addedFrom) },
    }),
    events: () => ({ ...nothing, briefings: [newBriefing(manyEvents(500))] }),
    backups: () => ({ ...some, backups: lastBackup }),
    'backups-plain': () => ({ ...some, backups: { isSealed: false, folder: '/media/office/Backups' } }),
    'backups-failed': () => ({ ...some, backups: { ...lastBackup, failure: failed('disk-full').failure } }),
    'backups-running': () => ({ ...some, backups: { ...lastBackup, running: { done: 1_204, total: 4_810 } } }),
    older: () => ({ ...some, state: { older: 128 } }),
    review: () => ({ ...some, draft: { kind: 'briefing', text: ministers, source: dropped, corrections: {} } }),
    open: () => ({ ...some, place: { view: 'library', briefingId: first.id, noteId: null, offset: 0, query: '' } }),
    noted: () => ({ ...some, notes: new Map([[first.id, writtenNotes()]]), place: placeIn(first) }),
    crowded: () => crowded(40),
    'two-thousand': () => crowded(2_000),
    bin: () => ({ ...some, briefings: briefings.map((briefing) => ({ ...briefing, deleted: briefing.created })) }),
  }
  return scenes[name]?.() ?? some
}

const lastBackup = {
  folder: '/media/office/Backups of the delegation',
  schedule: 'daily',
  last: {
    library: '01999999-0000-7000-8000-00000000aaaa',
    time: '2026-11-23T18:05:00.000Z',
    file: 'aide-memoire-0012-2026-11-23.aidememoire',
    folder: '/media/office/Backups of the delegation',
    bytes: 33_234_928,
    briefings: 1_204,
  },
} as const

function placeIn({ id }: Briefing): NonNullable<Scene['place']> {
  return { view: 'library', briefingId: id, noteId: null, offset: 0, query: '' }
}

/** Notes in every state a card can be in. */
function writtenNotes(): readonly Note[] {
  const all = notesOn(ministers)
  const changes: readonly Partial<Note>[] = [
    {
      tags: ['legal', 'follow-up'],
      commitment: { owner: 'Legal Dept', counterpart: 'Secretariat', due: '2020-05-30', status: 'open' },
    },
    {
      state: 'moved',
      text: '**Compare** with the 2019 text:\n\n- “welcomes” then\n- what verb [now](https://example.org/text)?\n\n<b>not bold</b>',
      history: [
        {
          version: 1,
          paragraph: 4,
          quote: 'one of them on thirty years',
          state: 'same',
          settled: all[0]?.created ?? '',
        },
      ],
      version: 2,
    },
    { tags: ['ferry'] },
    { state: 'reworded', pending: true },
    { state: 'reworded', version: 2 },
    {
      state: 'ambiguous',
      pending: true,
      candidates: [
        { start: 0, end: 4 },
        { start: 9, end: 12 },
      ],
    },
    { state: 'gone', start: null, end: null, left: true },
    { state: 'gone', start: null, end: null, pending: true },
  ]
  const whole = {
    ...newNote('', 0, 'line', 'Ask for the annexes.'),
    scope: 'briefing',
    start: null,
    end: null,
  } as const
  return [whole, ...all.map((note, at) => ({ ...note, ...changes[at] }))]
}

/** So many notes: forty in one paragraph, the rest along a text as long as it takes. */
function crowded(count: number): Scene {
  const paragraphs = Math.max(3, Math.ceil(count / 30))
  const text = longText(paragraphs)
  const briefing = newBriefing(text)
  const kinds: readonly NoteKind[] = ['position', 'line', 'commitment', 'question', 'redline', 'quotable']
  const length = Math.floor(count > 40 ? text.length / count : 380 / count)
  const notes = Array.from({ length: count }, (_, at) => {
    const start = 4 + at * length
    return newNote(
      text.slice(start, start + 8),
      start,
      kinds[at % kinds.length] ?? 'line',
      `Remark ${at + 1} on these words.`,
    )
  })
  return { ...nothing, briefings: [briefing], notes: new Map([[briefing.id, notes]]), place: placeIn(briefing) }
}

const manyFiles = Array.from({ length: 12 }, (_, at) => `readout-${at + 1}.docx`)
const imported = {
  failed: [
    { file: 'Annex 3 (scan).pdf', failure: failed('text-empty').failure },
    {
      file: 'старый протокол.txt',
      failure: failed('text-encoding', { tried: 'none', encodings: 'windows-1251, koi8-r' }).failure,
    },
    { file: 'map.png', failure: failed('text-binary', { kind: 'image' }).failure },
  ],
  left: 6,
}

function addedFrom({ id }: Briefing) {
  return { id, title: null, file: `${id}.eml`, attachments: [] }
}

const dropped = { via: 'drop', file: 'ministers.txt' } as const

const heldElsewhere = failed('library-locked-elsewhere', {
  host: 'embassy-desk',
  pid: 412,
  since: '2024-04-15T09:00:00.000Z',
  mayTakeOver: 1,
}).failure

/** A name of its own for each number up to some thousands. */
function nameOf(at: number): string {
  const syllables = ['ba', 'de', 'fi', 'go', 'ku', 'la', 'me', 'ni', 'po', 'ru']
  const pick = (place: number) => syllables[Math.floor(at / 10 ** place) % 10] ?? ''
  return `Ola B${pick(0)}${pick(1)}${pick(2)}n`
}

function manyEvents(count: number): string {
  const days = Array.from({ length: count }, (_, at) => {
    const day = `${(at % 28) + 1} ${['March', 'April', 'May'][at % 3]}`
    return `On ${day} Minister Ilse Tormund met Ambassador ${nameOf(at)} in Oslo and signed the protocol number ${at + 1}. The two sides discussed ferry line ${at + 1}.`
  })
  return ['OSLO, 1 June 2024 — The year’s meetings in one list.', ...days].join('\n\n')
}

function longText(paragraphs: number): string {
  const sentence = 'The two sides discussed the ferry line and agreed to publish a timetable before the end of May. '
  return Array.from({ length: paragraphs }, (_, at) => `${at + 1}. ${sentence.repeat(4).trim()}`).join('\n\n')
}

function notesOn(text: string): readonly Note[] {
  return marked.map(([kind, quote, words]) => newNote(quote, text.indexOf(quote), kind, words))
}

function manyBriefings(count: number): readonly Briefing[] {
  const model = newBriefing(others[0] ?? '')
  return Array.from({ length: count }, (_, at) => {
    const day = new Date(Date.UTC(2024, 2, 1) - at * 6 * 3_600_000).toISOString()
    const id = crypto.randomUUID()
    const title = `Briefing ${at + 1} on the ferry line`
    return { ...model, id, created: day, corrections: { title, date: day.slice(0, 10) } }
  })
}
