import { describe, expect, it } from 'vitest'
import { addBriefing, expectSuccess, openFor, pasted, temporaryFolder } from './support.ts'

describe('the filter', () => {
  it.each([
    ['', ['a', 'b', 'c']],
    ['   ', ['a', 'b', 'c']],
    ['minister', ['a', 'b']],
    ['MINISTER', ['a', 'b']],
    ['energy minister', ['b']],
    ['minister energy', ['b']],
    ['Kraków', ['c']],
    ['krakow', ['c']],
    ['inist', ['a', 'b']],
    ['nowhere', []],
    ['corrected', ['c']],
  ])('for %j finds the briefings with all its words in title or text', async (query, expected) => {
    const library = await openFor(await temporaryFolder())
    const ids = {
      a: await addBriefing(library, 'One\n\nThe minister left.'),
      b: await addBriefing(library, 'Two\n\nThe minister of energy left.'),
      c: expectSuccess(await library.add('Three\n\nTalks in Kraków.', pasted, { title: 'Corrected' })).id,
    }
    const found = await library.filter(query)
    expect(found.toSorted()).toEqual(expected.map((name) => ids[name as keyof typeof ids]).toSorted())
  })

  it('follows additions made after its first use', async () => {
    const library = await openFor(await temporaryFolder())
    const first = await addBriefing(library, 'One\n\nwords')
    expect(await library.filter('words')).toEqual([first])
    const second = await addBriefing(library, 'Two\n\nwords')
    expect((await library.filter('words')).toSorted()).toEqual([first, second].toSorted())
    expect(await library.filter('nothing')).toEqual([])
  })

  it('answers many askers at once', async () => {
    const library = await openFor(await temporaryFolder())
    const id = await addBriefing(library, 'One\n\nwords')
    const answers = await Promise.all(Array.from({ length: 20 }, () => library.filter('words')))
    expect(new Set(answers.flat())).toEqual(new Set([id]))
  })
})
