// The bench's numbers as a person reads them.
import type { Report } from './bench.ts'
import type { Frames } from './frames.ts'
import type { Opening } from './open-library.ts'
import type { Painting } from './painting.ts'
import { readLanguages } from './reading.ts'
import type { Spread } from './statistics.ts'

/** Tables of all that was measured, and the verdicts. */
export function printedReport(report: Report): string {
  const { machine, saving, opening, sealedOpening, reading, readingAgain, carryOver, window, painting, targets } =
    report
  return [
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.system}`,
    '',
    `${'One note saved'.padEnd(24)}${'p50 ms'.padStart(10)}${'p95 ms'.padStart(10)}${'rounds'.padStart(8)}`,
    ...Object.entries(saving).map(
      ([name, { p50, p95, rounds }]) => `  ${name.padEnd(22)}${number(p50)}${number(p95)}${String(rounds).padStart(8)}`,
    ),
    '',
    `${'10,000 briefings opened'.padEnd(24)}${'list ms'.padStart(10)}${'all ms'.padStart(10)}${'MB before'.padStart(11)}${'MB open'.padStart(9)}`,
    openingLine('with its catalogue', opening.withCatalogue),
    openingLine('catalogue rebuilt', opening.withoutCatalogue),
    openingLine('sealed', sealedOpening.withCatalogue),
    openingLine('sealed, rebuilt', sealedOpening.withoutCatalogue),
    `  its key derived in ${number(sealedOpening.withCatalogue.unlocked).trim()} ms, which the lists do not count`,
    '',
    `${'Read in one second'.padEnd(24)}${'p50'.padStart(10)}${'p95'.padStart(10)}${'rounds'.padStart(8)}`,
    ...readLanguages.map((language) => speedLine(`350 words, ${language}`, reading.readoutsPerSecond[language])),
    speedLine('dates and words alone', reading.peerPerSecond),
    `  first reading ${number(reading.firstReading).trim()} ms; 200 pages ${number(reading.book).trim()} ms`,
    `  ${readingAgain.briefings} briefings read again in ${number(readingAgain.took / 1000).trim()} s; the thread kept for at most ${number(readingAgain.longestBlock).trim()} ms, in 99 of 100 looks ${number(readingAgain.block99).trim()} ms`,
    '',
    `${'200 notes carried over'.padEnd(24)}${'p50 ms'.padStart(10)}${'p95 ms'.padStart(10)}${'rounds'.padStart(8)}`,
    speedLine('by one comparison', carryOver.ours),
    speedLine('searched one by one', carryOver.noteByNote),
    speedLine('… contexts not weighed', carryOver.searchAlone),
    `  ${Object.entries(carryOver.states)
      .map(([state, count]) => `${count} ${state}`)
      .join(', ')}`,
    ...(window === null
      ? []
      : [
          '',
          `In the window: list drawn ${number(window.listDrawn).trim()} ms after the page was asked for; page ${megabytes(window.pageBytes)} MB, its JavaScript heap ${megabytes(window.heapBytes)} MB`,
          ...window.still.map((frames) => framesLine('frames when nothing happens', frames)),
          ...window.readingAgain.map((frames) => framesLine('while all is read again', frames)),
        ]),
    ...(painting === null ? [] : paintingLines(painting)),
    '',
    ...targets.map(
      ({ name, value, limit, ok }) => `  ${ok ? 'ok    ' : 'MISSED'}  ${name}: ${value.toFixed(2)} (${limit})`,
    ),
  ].join('\n')
}

function paintingLines({ notes, textLength, script, shown, annotated, bare }: Painting): readonly string[] {
  const each = (times: readonly number[]) => times.map((time) => time.toFixed(1)).join(', ')
  return [
    '',
    `${notes} notes painted on ${textLength} letters: script ${each(script)} ms; the frame that shows them ${each(shown)} ms`,
    ...bare.map((frames) => framesLine('scrolled without notes', frames)),
    ...annotated.map((frames) => framesLine('scrolled with them', frames)),
  ]
}

function openingLine(name: string, { listReady, settled, idleBytes, openBytes }: Opening): string {
  return `  ${name.padEnd(22)}${number(listReady)}${number(settled)}${megabytes(idleBytes).padStart(11)}${megabytes(openBytes).padStart(9)}`
}

function speedLine(name: string, { p50, p95, rounds }: Spread): string {
  return `  ${name.padEnd(22)}${number(p50)}${number(p95)}${String(rounds).padStart(8)}`
}

function framesLine(name: string, { p50, p99, longest, late, all }: Frames): string {
  return `  ${name.padEnd(28)}${number(p50)} ms p50${number(p99)} ms p99${number(longest)} ms longest; ${late} of ${all} late`
}

function number(value: number): string {
  return value.toFixed(2).padStart(10)
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0)
}
