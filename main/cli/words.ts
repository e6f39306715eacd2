// The words of a command line taken apart: which options there are, and what each was given. What they ask for: request.ts.
import { parseArgs } from 'node:util'
import type { MessageValues } from '../../domain/result.ts'

/** Wrong usage: the key of its sentence in the catalogue and the values of it. */
export type WrongUsage = { readonly key: `cli.usage.${string}`; readonly values: MessageValues }
/** What the words mean, or why they mean nothing. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly wrong: WrongUsage }

const options = {
  library: { type: 'string' },
  'passphrase-file': { type: 'string' },
  'recovery-key-file': { type: 'string' },
  'new-passphrase-file': { type: 'string' },
  'new-key': { type: 'boolean' },
  yes: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  encoding: { type: 'string' },
  quote: { type: 'string' },
  prefix: { type: 'string' },
  suffix: { type: 'string' },
  kind: { type: 'string' },
  text: { type: 'string' },
  as: { type: 'string' },
  out: { type: 'string' },
  overwrite: { type: 'boolean' },
  repair: { type: 'boolean' },
} as const

export type OptionName = keyof typeof options
/** What each option was given, as it stands on the command line. */
export type Values = { readonly [Name in OptionName]?: string | boolean | undefined }

/** Splits what follows the program's name into options and the rest; options nobody knows are wrong usage. */
export function parsedWords(words: readonly string[]): Parsed<{ values: Values; positionals: readonly string[] }> {
  const tied = withValues(words)
  try {
    return { ok: true, value: parseArgs({ args: tied, options, allowPositionals: true }) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error
    return wrong('cli.usage.option', { option: tied.find((word) => /^-./u.test(word) && !isWholeOption(word)) ?? '' })
  }
}

/** Ties each option to its value, so that a value may begin with a dash, as list items that are quoted do. */
function withValues(words: readonly string[]): string[] {
  const tied: string[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    if (word === '--') return [...tied, ...words.slice(index)]
    const value = words[index + 1]
    if (takesValue(word) && value !== undefined) {
      tied.push(`${word}=${value}`)
      index++
    } else tied.push(word)
  }
  return tied
}

function takesValue(word: string): boolean {
  const name = word.slice(2)
  return (
    word.startsWith('--') && Object.hasOwn(options, name) && options[name as keyof typeof options].type === 'string'
  )
}

/** True for an option that is known and stands as it should; the last one without its value does not. */
function isWholeOption(word: string): boolean {
  const name = word.replace(/^--/u, '').replace(/=.*$/su, '')
  return Object.hasOwn(options, name) && (!takesValue(word) || word.includes('='))
}

/** Wrong usage with the values its sentence names. */
export function wrong(
  key: WrongUsage['key'],
  values: MessageValues = {},
): { readonly ok: false; readonly wrong: WrongUsage } {
  return { ok: false, wrong: { key, values } }
}
