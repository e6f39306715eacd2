// Percentiles and the verdicts of a measurement.

/** Median and 95th percentile, in the unit of the samples. */
export type Spread = { readonly p50: number; readonly p95: number; readonly rounds: number }

/** One goal of the project: `limit` says in words what `ok` decided. */
export type Target = { readonly name: string; readonly value: number; readonly limit: string; readonly ok: boolean }

/** The value below which the given share (0 to 1) of the samples lie; nearest rank. Throws for no samples. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new RangeError('There are no samples.')
  return value
}

export function spreadOf(samples: readonly number[]): Spread {
  return { p50: percentile(samples, 0.5), p95: percentile(samples, 0.95), rounds: samples.length }
}

/** A target that holds when the value is at most `most`. */
export function atMost(name: string, value: number, most: number): Target {
  return { name, value, limit: `<= ${most}`, ok: value <= most }
}

/** A target that holds when the value is at least `least`. */
export function atLeast(name: string, value: number, least: number): Target {
  return { name, value, limit: `>= ${least}`, ok: value >= least }
}

/** A target that holds when the value lies between both limits. */
export function between(name: string, value: number, least: number, most: number): Target {
  return { name, value, limit: `${least} to ${most}`, ok: value >= least && value <= most }
}

/** Milliseconds that an operation took. */
export async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
