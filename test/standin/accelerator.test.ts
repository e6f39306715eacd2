import { expect, test } from 'vitest'
import { parseAccelerator } from './accelerator.ts'

const none = { control: false, alt: false, shift: false, meta: false, anyShift: false }

test.each([
  ['CmdOrCtrl+N', { ...none, control: true, key: 'n', code: 'KeyN' }],
  ['CommandOrControl+Shift+Z', { ...none, control: true, shift: true, key: 'z', code: 'KeyZ' }],
  ['Alt+1', { ...none, alt: true, key: '1', code: 'Digit1' }],
  ['F6', { ...none, key: 'f6', code: '' }],
  ['Esc', { ...none, key: 'escape', code: '', anyShift: false }],
  ['Ctrl++', { ...none, control: true, key: '+', code: '', anyShift: true }],
  ['CmdOrCtrl+Plus', { ...none, control: true, key: '+', code: '', anyShift: true }],
  ['Ctrl+Up', { ...none, control: true, key: 'arrowup', code: '' }],
  ['Delete', { ...none, key: 'delete', code: '' }],
])('%s is read', (accelerator, chord) => {
  expect(parseAccelerator(accelerator)).toEqual(chord)
})

test('a key of macOS alone has none here', () => {
  expect(parseAccelerator('Cmd+Q')).toBeNull()
})

test.each(['', 'Ctrl+', 'Hyper+X'])('%j is refused', (accelerator) => {
  expect(() => parseAccelerator(accelerator)).toThrow(/Invalid accelerator/)
})
