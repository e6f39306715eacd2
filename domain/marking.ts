// What a briefing's originator put on it. Schemes are data (a ministry may have its own), so levels are plain strings here.

export type Marking = {
  /** The scheme's identifier, e.g. "uk", "eu", "tlp". */
  readonly scheme: string
  /** The level as the scheme prints it, e.g. "OFFICIAL-SENSITIVE". */
  readonly level: string
  /** Handling instructions and caveats in printed order. */
  readonly caveats: readonly string[]
}

/** The marking as it is printed on a page: level, then caveats, in capitals as the scheme gives them. */
export function printedMarking(marking: Marking): string {
  return [marking.level, ...marking.caveats].join(' ')
}
