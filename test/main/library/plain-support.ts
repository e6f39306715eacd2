// Options with plain functions for reading and describing, and small steps: for tests, and for processes that tests start.
import { failed, type Result, success } from '../../../domain/result.ts'
import type { Span } from '../../../domain/span.ts'
import { createNodeFileSystem, type FileSystem, nodeFileSystem } from '../../../main/library/file-system.ts'
import type { Library, NoteInput } from '../../../main/library/library.ts'
import type { OpenOptions } from '../../../main/library/open-library.ts'
import { deriveHere } from '../../../main/library/sealing/key-derivation.ts'
import { readingWith } from '../../domain/reading/readings.ts'

export const device = '11111111-1111-4111-8111-111111111111'
export const otherDevice = '22222222-2222-4222-8222-222222222222'

/** Options for a library at `folder`; the first line of a text is its title. */
export function optionsFor(folder: string, changes: Partial<OpenOptions> = {}): OpenOptions {
  return {
    folder,
    device,
    creator: 'A. Officer',
    mode: 'read-write',
    createIfMissing: true,
    secret: null,
    derive: deriveHere,
    seen: { get: async () => 0, set: async () => undefined },
    fileSystem: createNodeFileSystem(),
    now: () => new Date(),
    host: 'office',
    pid: process.pid,
    normalise: (text) => (text.trim() === '' ? failed('text-empty') : success(text)),
    read: async (text) => readingWith(text, { title: text.split('\n', 1)[0] ?? null }),
    engine: 1,
    describe: (text, span) => ({
      position: { type: 'TextPositionSelector', ...span },
      quote: {
        type: 'TextQuoteSelector',
        exact: text.slice(span.start, span.end),
        prefix: text.slice(Math.max(0, span.start - 8), span.start),
        suffix: text.slice(span.end, span.end + 8),
      },
      paragraph: { type: 'ParagraphSelector', number: null },
    }),
    fold: (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
    message: (key) => key,
    report: () => undefined,
    ...changes,
  }
}

/** The value of a result that must be a success. */
export function expectSuccess<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`failed: ${JSON.stringify(result.failure)}`)
}

/** The code of a result that must be a failure. */
export function failureCode(result: Result<unknown>): string {
  if (!result.ok) return result.failure.code
  throw new Error(`did not fail: ${JSON.stringify(result.value)}`)
}

export const text =
  'Ministers met in Astana\n\nThe ministers agreed to meet again in June. Łódź was named as the place.'
export const pasted = { via: 'paste', file: null } as const

/** A note on the first nine units of a text, or on others. */
export function noteInput(changes: Partial<NoteInput & Span> = {}): NoteInput {
  const { start = 0, end = 9, ...rest } = changes
  return { version: 1, scope: 'words', span: { start, end }, kind: 'position', text: 'noted', ...rest }
}

/** Adds a briefing and gives its id. */
export async function addBriefing(library: Library, words: string = text): Promise<string> {
  return expectSuccess(await library.add(words, pasted, {})).id
}

export type Call = { readonly operation: keyof FileSystem; readonly path: string }

/**
 * A file system that asks `decide` before every call: an error code makes the call fail with it, null lets it go on, to the real file
 * system or the one given.
 */
export function failingFileSystem(
  decide: (call: Call) => string | null,
  fileSystem: FileSystem = nodeFileSystem,
): FileSystem {
  const guarded = Object.entries(fileSystem).map(([operation, run]) => [
    operation,
    async (...args: unknown[]) => {
      const code = decide({ operation: operation as keyof FileSystem, path: String(args[0]) })
      if (code !== null) throw Object.assign(new Error(`${code}: ${operation}`), { code, syscall: operation })
      return (run as (...args: unknown[]) => unknown)(...args)
    },
  ])
  return Object.fromEntries(guarded) as FileSystem
}
