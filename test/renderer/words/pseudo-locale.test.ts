import fc from 'fast-check'
import { createIntl } from 'react-intl'
import { expect, it } from 'vitest'
import english from '../../../assets/locales/en.json'
import { pseudoMessage, pseudoMessages } from '../../../renderer/words/pseudo-locale.ts'

const format = (message: string, values: Record<string, string | number>) =>
  createIntl({ locale: 'en', messages: { key: message } }).formatMessage({ id: 'key' }, values)

it('every string is longer, in brackets, and in letters that English has not', () => {
  const pseudo = pseudoMessage('Delete briefing')
  expect(pseudo).toMatch(/^⟦Ðéļéţé ƀŕîéƒîñĝ ~+⟧$/)
  expect(pseudo.length).toBeGreaterThan('Delete briefing'.length * 1.4)
})

it('arguments, plurals and selects keep working', () => {
  const plural = pseudoMessage('{count, plural, =0 {None} one {# note} other {# notes in {place}}}')
  expect(format(plural, { count: 2, place: 'Oslo' })).toMatch(/^⟦2 ñöţéš îñ Oslo ~+⟧$/)
  expect(format(plural, { count: 0, place: 'Oslo' })).toMatch(/^⟦Ñöñé ~+⟧$/)
  const select = pseudoMessage('This is {kind, select, pdf {a PDF} other {{count, number} files}}.')
  expect(format(select, { kind: 'other', count: 1200 })).toMatch(/^⟦Ţĥîš îš 1,200 ƒîļéš\. ~+⟧$/)
})

it('a quoted brace stays a word', () => {
  expect(format(pseudoMessage("Use '{x}' here"), {})).toContain('{x}')
})

it('any argument in any words is still filled in', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z ,.;:!?()-]{0,20}$/), fc.nat(9999), (words, value) => {
      expect(format(pseudoMessage(`${words}{number, number}${words}`), { number: value })).toContain(
        value.toLocaleString('en'),
      )
    }),
  )
})

it('the whole catalogue can be read as ICU messages in the pseudo-locale', () => {
  const errors: unknown[] = []
  const messages = pseudoMessages(english)
  const intl = createIntl({ locale: 'en', messages, onError: (error) => errors.push(error) })
  for (const key of Object.keys(messages)) intl.formatMessage({ id: key }, anyValues(key))
  expect(errors).toEqual([])
})

/** A value for every name the message mentions. */
function anyValues(key: keyof typeof english | string): Record<string, number> {
  const message = (english as Readonly<Record<string, string>>)[key] ?? ''
  return Object.fromEntries([...message.matchAll(/\{(\w+)/g)].map(([, name]) => [name ?? '', 1]))
}
