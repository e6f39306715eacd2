// The measurements of `npm run bench`, one after the other, and what they are held against.
import { mkdir, rm } from 'node:fs/promises'
import { cpus, release } from 'node:os'
import { join } from 'node:path'
import { cacheFolder } from '../../scripts/project.ts'
import { makeBenchLibrary } from './bench-library.ts'
import { type CarriedOver, measureCarryOver } from './carry-over.ts'
import { lateOfThousand } from './frames.ts'
import { measureOpening, type Opening } from './open-library.ts'
import type { Painting } from './painting.ts'
import { measureReading, type ReadingSpeed, readLanguages } from './reading.ts'
import { measureReadingAgain, type ReadAgain } from './reading-again.ts'
import { type LibraryOnDisk, measureSaving } from './save-note.ts'
import { atLeast, atMost, between, percentile, type Spread, type Target } from './statistics.ts'
import type { WindowMeasurement } from './window.ts'

const sizes = [100, 1000, 10_000]
const largest = 10_000
/** So many briefings get notes in turn, the same at every size, so that their records grow alike. */
const annotated = 40

export type Report = {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string; readonly system: string }
  /** Milliseconds a note. */
  readonly saving: Readonly<Record<string, Spread>>
  readonly opening: { readonly withCatalogue: Opening; readonly withoutCatalogue: Opening }
  readonly sealedOpening: { readonly withCatalogue: Opening; readonly withoutCatalogue: Opening }
  readonly reading: ReadingSpeed
  readonly readingAgain: ReadAgain
  readonly carryOver: CarriedOver
  readonly window: WindowMeasurement | null
  readonly painting: Painting | null
  readonly ratios: Readonly<Record<string, number>>
  readonly targets: readonly Target[]
}

/** Runs everything in a new folder on the checkout's own disk (a temporary folder is often only memory) and removes it. */
export async function runBench(withWindow: boolean, say: (line: string) => void): Promise<Report> {
  const folder = join(cacheFolder, 'bench')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  try {
    say('Reading texts…')
    const reading = measureReading()
    say('Carrying notes over…')
    const carryOver = measureCarryOver()
    say('Making libraries of 100, 1,000 and 10,000 briefings…')
    const libraries: LibraryOnDisk[] = []
    for (const size of sizes) {
      const path = join(folder, `library-${size}`)
      libraries.push({ size, folder: path, sample: await makeBenchLibrary(path, size, annotated), protection: 'plain' })
    }
    const sealed = join(folder, `sealed-${largest}`)
    const sample = await makeBenchLibrary(sealed, largest, annotated, 'sealed')
    libraries.push({ size: largest, folder: sealed, sample, protection: 'sealed' })
    say('Saving notes…')
    const saving = await measureSaving(folder, libraries)
    say('Opening 10,000 briefings…')
    const path = join(folder, `library-${largest}`)
    const withCatalogue = await measureOpening(path, largest, true)
    const withoutCatalogue = await measureOpening(path, largest, false)
    const sealedOpening = {
      withCatalogue: await measureOpening(sealed, largest, true, 'sealed'),
      withoutCatalogue: await measureOpening(sealed, largest, false, 'sealed'),
    }
    if (withWindow) say('Drawing the list in the window…')
    const window = withWindow ? await inTheWindow(path) : null
    if (withWindow) say('Painting 2,000 notes…')
    const painting = withWindow ? await (await import('./painting.ts')).measurePainting() : null
    say('Reading 10,000 briefings again…')
    const readingAgain = await measureReadingAgain(path)
    return reportOf({
      saving,
      opening: { withCatalogue, withoutCatalogue },
      sealedOpening,
      reading,
      readingAgain,
      carryOver,
      window,
      painting,
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Loaded only when asked for: what drives a window is large, and the rest needs no window. */
async function inTheWindow(library: string): Promise<WindowMeasurement> {
  return (await import('./window.ts')).measureWindow(library)
}

function reportOf(measured: Omit<Report, 'machine' | 'ratios' | 'targets'>): Report {
  const { saving, opening, sealedOpening, reading, readingAgain, carryOver, window, painting } = measured
  const p50 = (name: string) => saving[name]?.p50 ?? Number.NaN
  const ratios = {
    'library / sqlite at 10,000': p50('library-10000') / p50('sqlite'),
    'single file / library at 10,000': p50('single-file-10000') / p50('library-10000'),
    'library at 10,000 / at 100': p50('library-10000') / p50('library-100'),
    'sealed / plain at 10,000, a note saved': p50(`sealed-${largest}`) / p50(`library-${largest}`),
    'sealed / plain at 10,000, list ready': sealedOpening.withCatalogue.listReady / opening.withCatalogue.listReady,
    'sealed / plain at 10,000, catalogue rebuilt':
      sealedOpening.withoutCatalogue.settled / opening.withoutCatalogue.settled,
    'reading / dates and words alone': reading.peerPerSecond.p50 / reading.readoutsPerSecond.en.p50,
    'a word of 200 pages / of one': reading.bookToPage,
    'notes carried over / searched one by one': carryOver.ours.p50 / carryOver.noteByNote.p50,
  }
  const targets = [
    atMost('a note saved, against an SQLite insert (p50)', ratios['library / sqlite at 10,000'], 6),
    atLeast('a note saved, faster than the single file at 10,000 (p50)', ratios['single file / library at 10,000'], 40),
    between('a note saved at 10,000 against 100 (p50)', ratios['library at 10,000 / at 100'], 0.6, 1.4),
    atMost('a sealed note saved, against a plain one (p50)', ratios['sealed / plain at 10,000, a note saved'], 1.5),
    atMost('a sealed library of 10,000 unlocked, ms', sealedOpening.withCatalogue.unlocked, 1000),
    atMost('… its list ready, against a plain one', ratios['sealed / plain at 10,000, list ready'], 2),
    atMost('… its catalogue rebuilt, against a plain one', ratios['sealed / plain at 10,000, catalogue rebuilt'], 2),
    ...readLanguages.map((language) =>
      atLeast(`readouts read a second, ${language} (p50)`, reading.readoutsPerSecond[language].p50, 200),
    ),
    atMost('a readout read, against its dates and words alone (p50)', ratios['reading / dates and words alone'], 12),
    atMost('a word of 200 pages read, against one page', reading.bookToPage, 1.5),
    atMost(
      '200 notes carried over, against a search for each (p50)',
      ratios['notes carried over / searched one by one'],
      0.25,
    ),
    atMost('the longest the thread is kept while 10,000 are read again, ms', readingAgain.longestBlock, 50),
    atMost('list ready at 10,000, ms', opening.withCatalogue.listReady, 300),
    ...(window === null ? [] : windowTargets(window)),
    ...(painting === null ? [] : paintingTargets(painting)),
  ]
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    node: process.version,
    system: `${process.platform} ${release()}`,
  }
  return { machine, ...measured, ratios, targets }
}

/** Frames that the machine drops at rest are not the reading's. */
function windowTargets({ pageBytes, still, readingAgain }: WindowMeasurement): readonly Target[] {
  return [
    atMost("the page's own memory when idle, MB", pageBytes / 1e6, 200),
    atMost(
      'frames of 1,000 late while all is read again, beyond those at rest',
      lateOfThousand(readingAgain) - lateOfThousand(still),
      1,
    ),
  ]
}

/** One frame of a screen that shows sixty a second, in milliseconds. */
const frame = 16.7

function paintingTargets({ notes, script, shown, annotated, bare }: Painting): readonly Target[] {
  const whole = script.map((milliseconds, round) => milliseconds + (shown[round] ?? Number.NaN))
  return [
    atMost(`${notes} notes painted, script and the page's own work, ms (p50)`, percentile(whole, 0.5), frame),
    atMost(
      `frames of 1,000 late while a text with ${notes} notes is scrolled, beyond those without notes`,
      lateOfThousand(annotated) - lateOfThousand(bare),
      1,
    ),
  ]
}
