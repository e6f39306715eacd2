// Regions and bodies: all of their names come from our own tables, regions.txt and bodies.txt.
import type { BodyRecord, RegionRecord } from '../../domain/gazetteer/data.ts'
import { fold } from '../../domain/text/fold.ts'
import { frenchForms } from './french-adjectives.ts'
import { namesOf, unique } from './records.ts'
import { formsOf } from './russian-cases.ts'
import { marked, type Row } from './tables.ts'

type Columns = {
  readonly en: readonly string[]
  readonly fr: readonly string[]
  readonly ru: readonly string[]
  readonly kk: readonly string[]
}

/** The records of regions. In: the rows of regions.txt (7 columns). The id is made of the English name. */
export function regionRecords(rows: readonly Row[]): readonly RegionRecord[] {
  return rows.map(([en = [], adjectives = [], fr = [], frAdjectives = [], ru = [], ruAdjectives = [], kk = []]) => {
    const { name, names, doubtful } = common({ en, fr, ru, kk }, adjectives)
    const words = {
      en: marked(adjectives).names,
      fr: unique(frAdjectives.flatMap(frenchForms)),
      ru: ruAdjectives,
    }
    const filled = Object.fromEntries(Object.entries(words).filter(([, list]) => list.length > 0))
    return {
      id: idOf(name),
      name,
      names,
      ...(Object.keys(filled).length > 0 && { adjectives: filled }),
      ...(doubtful.length > 0 && { doubtful }),
    }
  })
}

/** The records of bodies. In: the rows of bodies.txt (7 columns). */
export function bodyRecords(rows: readonly Row[]): readonly BodyRecord[] {
  return rows.map(([ids = [], en = [], abbreviations = [], side = [], fr = [], ru = [], kk = []]) => {
    const { name, names, doubtful } = common({ en, fr, ru, kk }, abbreviations)
    return {
      id: ids[0] ?? '',
      name,
      ...(abbreviations.length > 0 && { abbreviations: marked(abbreviations).names }),
      names,
      ...(side.includes('side') && { side: true }),
      ...(doubtful.length > 0 && { doubtful }),
    }
  })
}

function common(columns: Columns, others: readonly string[]) {
  const { en, fr, ru, kk } = columns
  const english = marked(en)
  const russian = marked(ru)
  const name = english.names[0] ?? ''
  return {
    name,
    names: namesOf(name, {
      en: english.names,
      fr: marked(fr).names,
      ru: russian.names.flatMap(formsOf),
      kk: marked(kk).names,
      other: [],
    }),
    doubtful: unique([
      ...[english, marked(others), marked(fr), marked(kk)].flatMap((list) => list.doubtful),
      ...russian.doubtful.flatMap(formsOf),
    ]),
  }
}

/** "Gulf of Aden" has the id "gulf-of-aden". */
function idOf(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
}
