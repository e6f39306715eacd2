import { describe, expect, it } from 'vitest'
import { requestOf } from '../../../main/cli/request.ts'

const command = (...words: string[]) => {
  const request = requestOf(words)
  return request.ok ? request.value.command : request.wrong.key
}

describe('what a command line asks for', () => {
  it('takes common options before and after the command', () => {
    const expected = {
      ok: true,
      value: { library: 'l', passphraseFile: 'p', recoveryKeyFile: null, command: { name: 'list' } },
    }
    expect(requestOf(['--library', 'l', '--passphrase-file', 'p', 'list'])).toEqual(expected)
    expect(requestOf(['list', '--library=l', '--passphrase-file=p'])).toEqual(expected)
  })

  it.each([
    [['read', '-'], { name: 'read', file: '-', encoding: null }],
    [['read', '--', '--odd.txt'], { name: 'read', file: '--odd.txt', encoding: null }],
    [['add', 'a', 'b', '--encoding', 'koi8-r'], { name: 'add', files: ['a', 'b'], encoding: 'koi8-r' }],
    [
      ['export', 'x', 'x', 'y', '--as', 'json', '--out', 'o'],
      { name: 'export', ids: ['x', 'y'], as: 'json', out: 'o', overwrite: false },
    ],
    [['list', '--help'], { name: 'help' }],
    [['verify'], { name: 'verify', repair: false }],
    [['--repair', 'verify'], { name: 'verify', repair: true }],
  ])('reads %j', (words, expected) => expect(command(...words)).toEqual(expected))

  it('takes words that begin with a dash as the value of an option', () => {
    expect(command('note', 'id', '--quote', '- trade', '--prefix', '')).toMatchObject({
      quote: '- trade',
      prefix: '',
      kind: 'highlight',
    })
  })

  it.each([
    [['note', 'id', '--quote'], 'cli.usage.option'],
    [['list', '--overwrite=yes'], 'cli.usage.option'],
    [['show', ''], 'cli.usage.empty-operand'],
    [['toString'], 'cli.usage.unknown-command'],
  ])('refuses %j', (words, key) => expect(command(...words)).toBe(key))

  it.each([
    [['--library', 'L', 'list', '--repair'], '--repair'],
    [['note', 'id', '--quot', 'x'], '--quot'],
    [['--library', 'L', 'note', 'id', '--quote'], '--quote'],
  ])('names the option that is wrong in %j', (words, option) => {
    expect(requestOf(words)).toMatchObject({ ok: false, wrong: { values: { option } } })
  })
})
