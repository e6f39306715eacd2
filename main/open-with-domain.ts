// Opens a library with the domain's own functions and this machine's disk and clock: the one place where the window and the
// command line agree on what a library is opened with.
import { hostname } from 'node:os'
import { describe } from '../domain/anchoring/describe.ts'
import { engineNumber } from '../domain/reading/engine-number.ts'
import type { Reading, StoredReading } from '../domain/reading/reading.ts'
import type { Result } from '../domain/result.ts'
import type { Span } from '../domain/span.ts'
import { fold } from '../domain/text/fold.ts'
import { normalise } from '../domain/text/normalise.ts'
import { paragraphsOf } from '../domain/text/paragraphs.ts'
import { createNodeFileSystem } from './library/file-system.ts'
import type { Library } from './library/library.ts'
import { type OpenOptions, openLibrary } from './library/open-library.ts'
import { deriveHere } from './library/sealing/key-derivation.ts'
import { messageText } from './messages.ts'
import { createReadHere } from './read-here.ts'

export type DomainLibraryOptions = Pick<
  OpenOptions,
  'folder' | 'device' | 'creator' | 'mode' | 'createIfMissing' | 'report'
> &
  Partial<Pick<OpenOptions, 'secret' | 'derive' | 'seen'>> & {
    /** Reads a text elsewhere than in this thread; without it texts are read here, one between two turns of the event loop. */
    readonly readElsewhere?: (text: string) => Promise<Reading>
  }

/** Opens the library in a folder; failures as `openLibrary` returns them. */
export function openWithDomain({ readElsewhere, ...options }: DomainLibraryOptions): Promise<Result<Library>> {
  return openLibrary({
    secret: null,
    derive: deriveHere,
    seen: { get: async () => 0, set: async () => undefined },
    ...options,
    fileSystem: createNodeFileSystem(),
    now: () => new Date(),
    host: hostname(),
    pid: process.pid,
    normalise,
    engine: engineNumber,
    read: readElsewhere ?? createReadHere(),
    describe: (text: string, span: Span, reading: StoredReading) => describe(text, span, paragraphsOf(text, reading)),
    fold,
    message: messageText,
  })
}
