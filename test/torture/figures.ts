// What a test of the torture suite is given, how much it shall do, and what it gives back: figures of what it did.
import { inject, type TestContext } from 'vitest'
import type { Scale } from './scale.ts'

declare module 'vitest' {
  interface ProvidedContext {
    scale: Scale
  }
  interface TaskMeta {
    figures?: Readonly<Record<string, number>>
  }
}

/** The scale of this run. */
export const scale: Scale = inject('scale')

/** Tells in figures what a test did; `npm run test:torture` prints them. */
export function tellFigures({ task }: TestContext, figures: Readonly<Record<string, number>>): void {
  task.meta.figures = figures
}
