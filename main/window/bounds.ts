// Where the window opens: where it was, if that is still on a screen; else in the middle, at a size that fits.
import type { Bounds } from '../../domain/settings.ts'

/** Size of the first window, in device-independent pixels; the design's own. */
export const firstSize = { width: 1440, height: 900 } as const
export const smallestSize = { width: 760, height: 480 } as const

/** Least part of a window that must lie on a screen for it to be reachable, in device-independent pixels. */
const reachable = 64

/**
 * Bounds to open with. In: remembered bounds or null, and the work areas of all screens, the primary first. Out: the
 * remembered bounds shrunk to the screen they lie on, or centred ones on the primary screen.
 */
export function openingBounds(remembered: Bounds | null, workAreas: readonly [Bounds, ...Bounds[]]): Bounds {
  const area = remembered === null ? undefined : workAreas.find((candidate) => isReachable(remembered, candidate))
  if (remembered === null || area === undefined) return centred(workAreas[0])
  const width = Math.min(remembered.width, area.width)
  return {
    x: clamp(remembered.x, area.x + reachable - width, area.x + area.width - reachable),
    y: clamp(remembered.y, area.y, area.y + area.height - reachable),
    width,
    height: Math.min(remembered.height, area.height),
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}

function isReachable(bounds: Bounds, area: Bounds): boolean {
  const overlapX = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const titleInside = bounds.y >= area.y - reachable / 2 && bounds.y <= area.y + area.height - reachable
  return overlapX >= reachable && titleInside
}

function centred(area: Bounds): Bounds {
  const width = Math.min(firstSize.width, area.width)
  const height = Math.min(firstSize.height, area.height)
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  }
}
