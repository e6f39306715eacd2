import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import english from '../../../assets/locales/en.json'
import { commandIds } from '../../../domain/commands.ts'
import { noteKinds } from '../../../domain/notes/note.ts'
import { languages } from '../../../domain/reading/language.ts'
import { meetingFormats, outcomeKinds } from '../../../domain/reading/reading.ts'
import { failureCodes } from '../../../domain/result.ts'

const renderer = join(import.meta.dirname, '../../../renderer')
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join(renderer, name), 'utf8'))
const known: ReadonlySet<string> = new Set(Object.keys(english))

it('every key the window names is in the catalogue', () => {
  const named = sources.flatMap((source) => [...source.matchAll(/'(window\.[\w.-]+)'/g)].map(([, key]) => key ?? ''))
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter((key) => !known.has(key))).toEqual([])
})

it('every key the window builds from a part has entries', () => {
  const prefixes = sources.flatMap((source) =>
    [...source.matchAll(/`((?:window|command|note-kind|language|meeting-format|outcome-kind)\.[\w.-]*)\$\{/g)].map(
      ([, prefix]) => prefix ?? '',
    ),
  )
  expect(prefixes.length).toBeGreaterThan(5)
  const all = [...known]
  expect(prefixes.filter((prefix) => !all.some((key) => key.startsWith(prefix)))).toEqual([])
})

it('every command, kind of note, format, kind of outcome, language and failure has its words, and no others do', () => {
  const needed = new Set([
    ...commandIds.map((id) => `command.${id}`),
    ...noteKinds.map((kind) => `note-kind.${kind}`),
    ...meetingFormats.map((format) => `meeting-format.${format}`),
    ...outcomeKinds.map((kind) => `outcome-kind.${kind}`),
    ...languages.map((language) => `language.${language}`),
    ...failureCodes.map((code) => `failure.${code}`),
  ])
  const listed = [...known].filter((key) =>
    /^(?:command|note-kind|meeting-format|outcome-kind|language|failure)\./.test(key),
  )
  expect(listed.toSorted()).toEqual([...needed].toSorted())
})

it('no key of the window is left over', () => {
  const all = sources.join('\n')
  const built = [
    ...all.matchAll(/`((?:window|command|note-kind|language|meeting-format|outcome-kind)\.[\w.-]*)\$\{/g),
  ].map(([, prefix]) => prefix ?? '')
  const left = [...known].filter(
    (key) => key.startsWith('window.') && !all.includes(`'${key}'`) && !built.some((prefix) => key.startsWith(prefix)),
  )
  expect(left).toEqual([])
})

it('views write no words of their own, names of keys included', () => {
  const written = sources.flatMap((source) => [
    ...[...source.matchAll(/(?:aria-label|placeholder|title)="([^"]*)"/g)].map(([all]) => all),
    ...[...source.matchAll(/<(?:p|h1|h2|span|Button|button|li|label|KeyHint)[^<>]*>([A-Za-z][^<>{}]*)</g)].map(
      ([all]) => all,
    ),
  ])
  expect(written).toEqual([])
})
