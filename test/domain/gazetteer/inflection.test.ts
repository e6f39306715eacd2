import { describe, expect, it } from 'vitest'
import { adjectiveNominatives, withoutKazakhEnding } from '../../../domain/gazetteer/inflection.ts'

describe('adjectiveNominatives', () => {
  const forms =
    'казахстанского казахстанскому казахстанским казахстанском казахстанская казахстанской казахстанскую казахстанское казахстанские казахстанских казахстанскими'

  it.each(forms.split(' '))('leads %s back to its nominative', (form) => {
    expect(adjectiveNominatives(form)).toContain('казахстанский')
  })

  it.each(['казахстан', 'минске', 'дом', 'kazakh'])('has nothing for %s', (word) => {
    expect(adjectiveNominatives(word).filter((nominative) => nominative.endsWith('ский'))).toEqual([])
  })
})

describe('withoutKazakhEnding', () => {
  it.each([
    ['қазақстанның', 'қазақстан'],
    ['қазақстанға', 'қазақстан'],
    ['алматыда', 'алматы'],
    ['беларусьтен', 'беларусь'],
    ['ресеймен', 'ресей'],
    ['қазақстандық', 'қазақстан'],
    ['астанадағы', 'астана'],
    ['республикасына', 'республикасы'],
    ['республикасын', 'республикасы'],
    ['ұйымында', 'ұйымы'],
  ])('takes the ending off %s', (word, stem) => expect(withoutKazakhEnding(word)).toContain(stem))

  it('takes no possessive ending where there is no possessive', () => {
    expect(withoutKazakhEnding('малина')).toEqual([])
  })
})
