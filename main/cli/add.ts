// `add FILE…`: reads texts and stores them, each by itself: one that can't be read does not keep the others out.
import { basename } from 'node:path'
import { type Briefing, readingOf, type TextSource } from '../../domain/briefing.ts'
import { type PublicReading, publicReading } from '../../domain/reading/public-reading.ts'
import type { Result } from '../../domain/result.ts'
import type { Library } from '../library/library.ts'
import { failureText, messageText } from '../messages.ts'
import type { CommandNamed } from './request.ts'
import { type ExitCode, sayAttachments, type Terminal, textGiven } from './terminal.ts'

type Added = {
  readonly id: string
  readonly title: string | null
  readonly file: string
  readonly reading: PublicReading
}
type Failed = { readonly file: string; readonly message: string }

/** Stores the files' texts in the order given and prints which were added and which failed; 1 when any failed. */
export async function add(terminal: Terminal, library: Library, command: CommandNamed<'add'>): Promise<ExitCode> {
  const added: Added[] = []
  const failed: Failed[] = []
  for (const file of command.files) {
    const stored = await store(terminal, library, file, command.encoding)
    if (stored.ok) added.push(addedOf(stored.value, file))
    else failed.push({ file, message: failureText(stored.failure) })
  }
  for (const { file, message } of failed) terminal.say(messageText('cli.file-failed', { file, message }))
  terminal.print({ added, failed })
  return failed.length > 0 ? 1 : 0
}

function addedOf(briefing: Briefing, file: string): Added {
  const reading = publicReading(readingOf(briefing))
  return { id: briefing.id, title: reading.title, file, reading }
}

async function store(
  terminal: Terminal,
  library: Library,
  file: string,
  encoding: string | null,
): Promise<Result<Briefing>> {
  const given = await textGiven(terminal, file, encoding)
  if (!given.ok) return given
  const source: TextSource = { via: 'command-line', file: file === '-' ? null : basename(file) }
  const added = await library.add(given.value.text, source, {})
  if (added.ok) sayAttachments(terminal, file, given.value)
  return added
}
