// When to stop opening a page that crashes: a fault at start would otherwise open windows for ever.

/** Crashes within this many milliseconds belong together. */
export const crashWindow = 60_000
export const mostCrashes = 3

/** True when the newest of these times (milliseconds since 1970, oldest first) is one crash too many within a minute. */
export function isCrashLoop(crashes: readonly number[]): boolean {
  const newest = crashes.at(-1)
  if (newest === undefined) return false
  return crashes.filter((time) => newest - time <= crashWindow).length > mostCrashes
}
