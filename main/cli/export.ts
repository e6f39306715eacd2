// `export ID… --as json|markdown|annotations --out PATH`: briefings as files for other programs and other people.
import { join } from 'node:path'
import { assertNever } from '../../domain/assert-never.ts'
import type { OpenBriefing } from '../../domain/contract.ts'
import { listedAs } from '../../domain/reading/listed-as.ts'
import { failed, type Result, success } from '../../domain/result.ts'
import { type Paragraph, paragraphsOf } from '../../domain/text/paragraphs.ts'
import { annotationEnding, annotationFileOf } from '../exchange/annotation-file.ts'
import { fileNameOf } from '../exchange/file-name.ts'
import { isFolder, type NewFile, writeFiles } from '../exchange/write-files.ts'
import type { Library } from '../library/library.ts'
import { failureText } from '../messages.ts'
import { markdownOf } from './markdown.ts'
import type { CommandNamed, ExportForm } from './request.ts'
import { type Shown, shown } from './shown.ts'
import { couldNot, type ExitCode, pathOf, type Terminal } from './terminal.ts'

/** Writes one file for one briefing, or a file each into a folder, all or none, and prints the paths as they were given. */
export async function exportBriefings(
  terminal: Terminal,
  library: Library,
  command: CommandNamed<'export'>,
): Promise<ExitCode> {
  const briefings = await allOf(terminal, library, command.ids)
  if (!briefings.ok) return couldNot(terminal, briefings.failure)
  const intoFolder = command.ids.length > 1 || (await isFolder(pathOf(terminal, command.out)))
  const named = briefings.value.map((briefing) => ({
    path: intoFolder ? join(command.out, nameFor(briefing.shown, command.as)) : command.out,
    content: contentOf(briefing, command.as),
  }))
  const files: readonly NewFile[] = named.map(({ path, content }) => ({ path: pathOf(terminal, path), content }))
  const folder = intoFolder ? pathOf(terminal, command.out) : null
  const written = await writeFiles(files, folder, command.overwrite)
  if (!written.ok) return couldNot(terminal, written.failure)
  terminal.print({ written: named.map(({ path }) => path) })
  return 0
}

/** A briefing to be written, its paragraphs by the headline that is printed, whatever title a person gave it. */
type Outgoing = {
  readonly shown: Shown
  readonly opened: OpenBriefing
  readonly paragraphs: readonly Paragraph[]
}

async function allOf(
  terminal: Terminal,
  library: Library,
  ids: readonly string[],
): Promise<Result<readonly Outgoing[]>> {
  const briefings: Outgoing[] = []
  for (const id of ids) {
    const opened = await library.open(id)
    if (!opened.ok) return failed(opened.failure.code, opened.failure.values)
    if (opened.value.warning !== null) terminal.say(failureText(opened.value.warning))
    const known = shown(opened.value)
    const paragraphs = paragraphsOf(known.text, opened.value.briefing.reading)
    briefings.push({ shown: known, opened: opened.value, paragraphs })
  }
  return success(briefings)
}

const extensions = { json: 'json', markdown: 'md', annotations: annotationEnding } as const satisfies Record<
  ExportForm,
  string
>

function contentOf({ shown, opened, paragraphs }: Outgoing, form: ExportForm): string {
  switch (form) {
    case 'json':
      return `${JSON.stringify(shown, null, 2)}\n`
    case 'markdown':
      return markdownOf(shown, paragraphs)
    case 'annotations':
      return annotationFileOf(opened)
    default:
      return assertNever(form)
  }
}

function nameFor({ id, reading }: Shown, form: ExportForm): string {
  const words = reading.title ?? listedAs(reading, reading.meetings[0]?.label)
  return fileNameOf(words, id, extensions[form])
}
