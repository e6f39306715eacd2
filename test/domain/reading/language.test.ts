import { describe, expect, it } from 'vitest'
import english from '../../../assets/locales/en.json'
import { languageOf, languages } from '../../../domain/reading/language.ts'
import { readText } from '../../engine.ts'

describe('the language of a text', () => {
  it.each([
    ['en', 'The ministers discussed the state of trade and agreed to meet in the autumn at a place of their choice.'],
    [
      'fr',
      'Les ministres ont parlé du commerce et de la situation dans la région, et se reverront à l’automne pour un entretien.',
    ],
    [
      'de',
      'Die Minister sprachen über den Handel und die Lage in der Region und werden sich im Herbst mit dem Präsidenten treffen.',
    ],
    [
      'es',
      'Los ministros hablaron del comercio y de la situación en la región, y se verán en el otoño para continuar las conversaciones.',
    ],
    [
      'pt',
      'Os ministros falaram do comércio e da situação na região, e vão reunir-se no outono para uma conversa com o presidente do país.',
    ],
    [
      'it',
      'I ministri hanno parlato del commercio e della situazione nella regione, e si vedranno per un incontro con il presidente.',
    ],
    [
      'tr',
      'Bakanlar ticaret ve bölge için bir toplantı yaptı; daha sonra iki ülke arasında bu konu ile ilgili görüşme oldu.',
    ],
    [
      'ru',
      'Министры обсудили торговлю и положение в регионе, а также договорились о встрече осенью и о том, что будет после.',
    ],
    [
      'uk',
      'Міністри обговорили торгівлю та становище у регіоні, а також домовилися про зустріч на рівні, що був до цього року.',
    ],
    [
      'kk',
      'Министрлер сауда және көлік мәселелері бойынша пікір алмасты, сондай-ақ екі ел арасындағы байланыс үшін бұл кездесу маңызды деп атап өтті.',
    ],
    ['ar', 'بحث الوزيران التجارة في المنطقة، كما اتفقا على اللقاء في الخريف مع الرئيس بعد أن زارا هذه المدينة.'],
    [
      'fa',
      'وزیران درباره تجارت و منطقه گفتگو کردند و این دیدار را برای دو کشور مهم خواندند که در پاییز از سر گرفته می شود.',
    ],
    ['zh', '外交部长会见了来访的代表团，双方讨论了贸易问题。'],
    ['ja', '外務大臣は訪問中の代表団と会談し、貿易について話し合いました。'],
    ['ko', '외교부 장관은 방문한 대표단을 만나 무역 문제를 논의했다.'],
    ['el', 'Οι υπουργοί συζήτησαν το εμπόριο.'],
  ])('is %s', (language, text) => expect(languageOf(text)).toBe(language))

  it.each(['Bonjour', 'OK', '12345', 'Nurtleu Muhriddin Tokayev', 'and und et y'])('is not guessed for %j', (text) =>
    expect(languageOf(text)).toBe('und'),
  )
})

describe('the languages', () => {
  it('each have a name in the catalogue, and no other has one', () => {
    const named = Object.keys(english).filter((key) => key.startsWith('language.'))
    expect(named.toSorted()).toEqual(languages.map((language) => `language.${language}`).toSorted())
  })
})

it('of a text too short to tell its language, days are told as in the first language', () => {
  const { language, meetings } = readText(
    'June 5, 2024\n\nForeign Minister Yerlan Sadyk met Ambassador Piotr Wolski on Monday.',
  )
  expect([language, meetings.map(({ date }) => date)]).toEqual(['und', ['2024-06-03']])
})
