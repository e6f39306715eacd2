import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { askerOfLines, askerOfSecrets } from '../../../main/cli/asking.ts'

function streams(isTTY: boolean) {
  const output = new PassThrough()
  return { input: Object.assign(new PassThrough(), { isTTY }), output, said: () => String(output.read() ?? '') }
}

describe('asking for a secret', () => {
  it('shows the question and nothing of the answer', async () => {
    const { input, output, said } = streams(true)
    const answer = askerOfSecrets({ input, output })?.('Passphrase:')
    for (const sign of 'five words\r') input.write(sign)
    expect(await answer).toBe('five words')
    expect(said()).toBe('Passphrase: \n')
  })

  it.each([
    ['Ctrl C', '\u0003'],
    ['Ctrl D', '\u0004'],
  ])('gives nothing when the person breaks off (%s)', async (_, sign) => {
    const { input, output } = streams(true)
    const answer = askerOfSecrets({ input, output })?.('Passphrase:')
    input.write(sign)
    expect(await answer).toBeNull()
  })

  it('is not done where nobody sits at a terminal', () => expect(askerOfSecrets(streams(false))).toBeNull())
})

describe('asking for a line', () => {
  it.each([
    ['yes\nmore\n', 'yes'],
    ['yes', 'yes'],
    ['', null],
  ])('gives the first of %j', async (typed, expected) => {
    const { input, output, said } = streams(false)
    const answer = askerOfLines({ input, output })('Go on?')
    input.end(typed)
    expect(await answer).toBe(expected)
    expect(said()).toBe('Go on? ')
  })
})
