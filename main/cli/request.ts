// What a command line asks for, as data. Anything it does not know is wrong usage: nothing is taken for something else.
import { assertNever } from '../../domain/assert-never.ts'
import { type NoteKind, noteKinds } from '../../domain/notes/note.ts'
import { type OptionName, type Parsed, parsedWords, type Values, type WrongUsage, wrong } from './words.ts'

export const exportForms = ['json', 'markdown', 'annotations'] as const
export type ExportForm = (typeof exportForms)[number]

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'read'; readonly file: string; readonly encoding: string | null }
  | { readonly name: 'add'; readonly files: readonly string[]; readonly encoding: string | null }
  | { readonly name: 'list' }
  | { readonly name: 'show'; readonly id: string }
  | {
      readonly name: 'note'
      readonly id: string
      readonly quote: string
      readonly prefix: string | null
      readonly suffix: string | null
      readonly kind: NoteKind
      readonly text: string
    }
  | { readonly name: 'revise'; readonly id: string; readonly file: string; readonly encoding: string | null }
  | { readonly name: 'import-annotations'; readonly id: string; readonly file: string }
  | { readonly name: 'verify'; readonly repair: boolean }
  | { readonly name: 'encrypt' }
  | { readonly name: 'decrypt'; readonly yes: boolean }
  | { readonly name: 'change-passphrase'; readonly newPassphraseFile: string; readonly newKey: boolean }
  | { readonly name: 'backup'; readonly path: string; readonly overwrite: boolean }
  | { readonly name: 'restore'; readonly path: string }
  | { readonly name: 'recovery-key' }
  | {
      readonly name: 'export'
      readonly ids: readonly string[]
      readonly as: ExportForm
      readonly out: string
      readonly overwrite: boolean
    }

/** The command of one name. */
export type CommandNamed<Name extends Command['name']> = Extract<Command, { readonly name: Name }>

export type Request = {
  readonly library: string | null
  /** Files with a secret in their first line; at most one of the two. */
  readonly passphraseFile: string | null
  readonly recoveryKeyFile: string | null
  readonly command: Command
}

type CommandName = Exclude<Command['name'], 'help'>
type Given = {
  readonly text: (name: OptionName) => string | null
  readonly isSet: (name: OptionName) => boolean
  readonly operands: readonly string[]
}

/** How many operands each command takes and which options beside those that all take. */
const shapes: Readonly<Record<CommandName, { least: number; most: number; options: readonly string[] }>> = {
  read: { least: 1, most: 1, options: ['encoding'] },
  add: { least: 1, most: Number.POSITIVE_INFINITY, options: ['encoding'] },
  list: { least: 0, most: 0, options: [] },
  show: { least: 1, most: 1, options: [] },
  note: { least: 1, most: 1, options: ['quote', 'prefix', 'suffix', 'kind', 'text'] },
  revise: { least: 2, most: 2, options: ['encoding'] },
  'import-annotations': { least: 2, most: 2, options: [] },
  verify: { least: 0, most: 0, options: ['repair'] },
  encrypt: { least: 0, most: 0, options: [] },
  decrypt: { least: 0, most: 0, options: ['yes'] },
  'change-passphrase': { least: 0, most: 0, options: ['new-passphrase-file', 'new-key'] },
  backup: { least: 1, most: 1, options: ['overwrite'] },
  restore: { least: 1, most: 1, options: [] },
  'recovery-key': { least: 0, most: 0, options: [] },
  export: { least: 1, most: Number.POSITIVE_INFINITY, options: ['as', 'out', 'overwrite'] },
}
const common = ['library', 'passphrase-file', 'recovery-key-file', 'help']

/** In: what follows the program's name. Out: the request, or why it is none. */
export function requestOf(words: readonly string[]): Parsed<Request> {
  const parsed = parsedWords(words)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  const [name, ...operands] = positionals
  const text = (option: OptionName) => (typeof values[option] === 'string' ? values[option] : null)
  if (values.help === true) return requested({ name: 'help' }, text)
  if (name === undefined) return wrong('cli.usage.no-command')
  if (!isCommandName(name)) return wrong('cli.usage.unknown-command', { command: name })
  const misfit = misfitOf(name, operands, values) ?? secretsMisfit(text, operands)
  if (misfit !== null) return { ok: false, wrong: misfit }
  const isSet = (option: OptionName) => values[option] === true
  const command = commandOf(name, { text, isSet, operands })
  return command.ok ? requested(command.value, text) : command
}

function requested(command: Command, text: Given['text']): Parsed<Request> {
  const [passphraseFile, recoveryKeyFile] = [text('passphrase-file'), text('recovery-key-file')]
  return { ok: true, value: { library: text('library'), passphraseFile, recoveryKeyFile, command } }
}

function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(shapes, name)
}

function misfitOf(name: CommandName, operands: readonly string[], values: Values): WrongUsage | null {
  const shape = shapes[name]
  const foreign = Object.keys(values).find((option) => !common.includes(option) && !shape.options.includes(option))
  if (foreign !== undefined)
    return { key: 'cli.usage.foreign-option', values: { option: `--${foreign}`, command: name } }
  const empty = Object.entries(values).find(
    ([option, value]) => value === '' && !['text', 'prefix', 'suffix'].includes(option),
  )
  if (empty !== undefined) return { key: 'cli.usage.empty-option', values: { option: `--${empty[0]}` } }
  if (operands.length < shape.least) {
    const key = shape.least === 2 ? 'cli.usage.id-and-file' : 'cli.usage.too-few'
    return { key, values: { command: name } }
  }
  if (operands.includes('')) return { key: 'cli.usage.empty-operand', values: { command: name } }
  const extra = operands[shape.most]
  return extra === undefined ? null : { key: 'cli.usage.too-many', values: { command: name, word: extra } }
}

/** One secret at most opens a library, and standard input is one thing only. */
function secretsMisfit(text: Given['text'], operands: readonly string[]): WrongUsage | null {
  const secrets = [text('passphrase-file'), text('recovery-key-file')].filter((file) => file !== null)
  if (secrets.length > 1) return { key: 'cli.usage.two-secrets', values: {} }
  const all = [...secrets, text('new-passphrase-file'), ...operands]
  return all.filter((file) => file === '-').length > 1 ? { key: 'cli.usage.input-twice', values: {} } : null
}

function commandOf(name: CommandName, given: Given): Parsed<Command> {
  const [first = ''] = given.operands
  switch (name) {
    case 'list':
    case 'encrypt':
    case 'recovery-key':
      return found({ name })
    case 'decrypt':
      return found({ name, yes: given.isSet('yes') })
    case 'verify':
      return found({ name, repair: given.isSet('repair') })
    case 'change-passphrase':
      return changeCommand(given)
    case 'backup':
      return found({ name, path: first, overwrite: given.isSet('overwrite') })
    case 'restore':
      return found({ name, path: first })
    case 'show':
      return found({ name, id: first })
    case 'read':
      return found({ name, file: first, encoding: given.text('encoding') })
    case 'add':
      return found({ name, files: given.operands, encoding: given.text('encoding') })
    case 'revise':
      return found({ name, id: first, file: given.operands[1] ?? '', encoding: given.text('encoding') })
    case 'import-annotations':
      return found({ name, id: first, file: given.operands[1] ?? '' })
    case 'note':
      return noteCommand(first, given)
    case 'export':
      return exportCommand(given)
    default:
      return assertNever(name)
  }
}

function changeCommand({ text, isSet }: Given): Parsed<Command> {
  const file = text('new-passphrase-file')
  const name = 'change-passphrase'
  if (file === null) return wrong('cli.usage.missing-option', { option: '--new-passphrase-file', command: name })
  return found({ name, newPassphraseFile: file, newKey: isSet('new-key') })
}

function noteCommand(id: string, { text }: Given): Parsed<Command> {
  const quote = text('quote')
  const kind = text('kind') ?? 'highlight'
  if (quote === null) return wrong('cli.usage.missing-option', { option: '--quote', command: 'note' })
  const known = noteKinds.find((candidate) => candidate === kind)
  if (known === undefined)
    return wrong('cli.usage.unknown-value', { option: '--kind', value: kind, known: noteKinds.join(' ') })
  return found({
    name: 'note',
    id,
    quote,
    prefix: text('prefix'),
    suffix: text('suffix'),
    kind: known,
    text: text('text') ?? '',
  })
}

function exportCommand({ text, isSet, operands }: Given): Parsed<Command> {
  const [as, out] = [text('as'), text('out')]
  if (as === null) return wrong('cli.usage.missing-option', { option: '--as', command: 'export' })
  const known = exportForms.find((candidate) => candidate === as)
  if (known === undefined)
    return wrong('cli.usage.unknown-value', { option: '--as', value: as, known: exportForms.join(' ') })
  if (out === null) return wrong('cli.usage.missing-option', { option: '--out', command: 'export' })
  return found({ name: 'export', ids: [...new Set(operands)], as: known, out, overwrite: isSet('overwrite') })
}

function found(command: Command): Parsed<Command> {
  return { ok: true, value: command }
}
