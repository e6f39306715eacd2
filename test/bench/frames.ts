// What the frames of a page say of its smoothness.

/** Milliseconds from one frame to the next, and how many came more than half a frame late. */
export type Frames = {
  readonly p50: number
  readonly p99: number
  readonly longest: number
  readonly late: number
  readonly all: number
}

/** How many of a thousand frames were late. */
export function lateOfThousand(watches: readonly Frames[]): number {
  const sum = (of: (frames: Frames) => number) => watches.reduce((all, frames) => all + of(frames), 0)
  return (1000 * sum(({ late }) => late)) / sum(({ all }) => all)
}
