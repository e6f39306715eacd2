import { describe, expect, it } from 'vitest'
import { commandIds, commands } from '../../../domain/commands.ts'
import { bareKey, commandOf, type KeyPress, kindOf, printedAccelerator } from '../../../renderer/keyboard/keymap.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})
const control = { ctrlKey: true }

describe('commands', () => {
  it.each([
    ['n', control, 'briefing.new'],
    ['N', control, 'briefing.new'],
    ['Delete', control, 'briefing.delete'],
    ['z', control, 'edit.undo-action'],
    ['Z', { ...control, shiftKey: true }, 'edit.redo-action'],
    ['R', { ...control, shiftKey: true }, 'briefing.restore'],
    ['2', control, 'view.bin'],
    ['F6', {}, 'pane.next'],
    ['F6', { shiftKey: true }, 'pane.previous'],
    ['ArrowDown', { altKey: true }, 'note.next'],
    ['Backspace', control, 'note.delete'],
  ])('%s with %j is %s', (key, modifiers, id) => {
    expect(commandOf(press(key, modifiers), false)).toBe(id)
  })

  it('are found by the key’s place where the layout gives no Latin letter or digit', () => {
    expect(commandOf(press('т', { ...control, code: 'KeyN' }), false)).toBe('briefing.new')
    expect(commandOf(press('é', { ...control, code: 'Digit2' }), false)).toBe('view.bin')
  })

  it.each([
    ['r', {}],
    ['n', {}],
    ['n', { ctrlKey: true, altKey: true }],
    ['m', { ctrlKey: true, shiftKey: true }],
    ['n', { metaKey: true }],
    ['F6', { ctrlKey: true }],
  ])('are not meant by %s with %j', (key, modifiers) => {
    expect(commandOf(press(key, modifiers), false)).toBeNull()
  })

  it.each([
    ['z', control],
    ['Z', { ...control, shiftKey: true }],
    ['Backspace', control],
    ['Delete', control],
  ])('leave %s with %j to a text field', (key, modifiers) => {
    expect(commandOf(press(key, modifiers), true)).toBeNull()
  })

  it('have each a key of its own', () => {
    const keys = commandIds.flatMap((id) => commands[id].accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('kinds of note', () => {
  it.each([
    [press('1'), 'position'],
    [press('8'), 'highlight'],
    [press('&', { code: 'Digit1' }), 'position'],
    [press('9'), null],
    [press('0'), null],
    [press('1', control), null],
    [press('!', { code: 'Digit1', shiftKey: true }), null],
    [press('a', { code: 'KeyQ' }), null],
  ])('%j is %s', (pressed, kind) => {
    expect(kindOf(pressed)).toBe(kind)
  })
})

it('keys are printed as the system prints them', () => {
  expect(printedAccelerator('CmdOrCtrl+Shift+L', false)).toBe('Ctrl+Shift+L')
  expect(printedAccelerator('CmdOrCtrl+Shift+L', true)).toBe('⌘⇧L')
})

it.each([
  ['a letter', { key: 'r', code: 'KeyR' }, 'r'],
  ['a letter with the capitals locked', { key: 'R', code: 'KeyR' }, 'r'],
  ['the same place on a Cyrillic board', { key: 'к', code: 'KeyR' }, 'r'],
  ['a named key', { key: 'ArrowDown', code: 'ArrowDown' }, 'arrowdown'],
  ['a letter with Control', { key: 'r', code: 'KeyR', ctrlKey: true }, null],
  ['a letter with Alt', { key: 'r', code: 'KeyR', altKey: true }, null],
])('%s is a key on its own by its name, or none', (_, keys, expected) => {
  expect(bareKey(press(keys.key, keys))).toBe(expected)
})
