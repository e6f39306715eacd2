import { describe, expect, it } from 'vitest'
import { casesOf, formsOf } from '../../../scripts/gazetteer/russian-cases.ts'

describe('casesOf', () => {
  it.each([
    ['a masculine name', 'Казахстан', 'Казахстана Казахстану Казахстан Казахстаном Казахстане'],
    ['a masculine name in -ж', 'Париж', 'Парижа Парижу Париж Парижем Париже'],
    ['a masculine name in -й', 'Китай', 'Китая Китаю Китай Китаем Китае'],
    ['a masculine name in -ь', 'Брюссель', 'Брюсселя Брюсселю Брюссель Брюсселем Брюсселе'],
    ['a masculine name that loses a vowel', 'Египет', 'Египта Египту Египет Египтом Египте'],
    ['a feminine name in -ия', 'Россия', 'России России Россию Россией России'],
    ['a feminine name in -а', 'Москва', 'Москвы Москве Москву Москвой Москве'],
    ['a feminine name in -га', 'Прага', 'Праги Праге Прагу Прагой Праге'],
    ['a feminine name in -ца', 'Ницца', 'Ниццы Ницце Ниццу Ниццей Ницце'],
    ['a feminine name in -ь', 'Беларусь', 'Беларуси Беларуси Беларусь Беларусью Беларуси'],
    ['a plural name', 'Нидерланды', 'Нидерландов Нидерландам Нидерланды Нидерландами Нидерландах'],
    ['a plural name without an ending', 'Филиппины', 'Филиппин Филиппинам Филиппины Филиппинами Филиппинах'],
    ['a name that is an adjective', 'Грозный', 'Грозного Грозному Грозный Грозным Грозном'],
    [
      'a name whose first part changes',
      'Ростов-на-Дону',
      'Ростова-на-Дону Ростову-на-Дону Ростов-на-Дону Ростовом-на-Дону Ростове-на-Дону',
    ],
    ['a neuter name', 'Содружество', 'Содружества Содружеству Содружество Содружеством Содружестве'],
    ['an abbreviation', 'США', 'США США США США США'],
    ['a name in -и', 'Сочи', 'Сочи Сочи Сочи Сочи Сочи'],
    ['a name in -о', 'Осло', 'Осло Осло Осло Осло Осло'],
  ])('declines %s', (_rule, name, forms) => {
    expect(casesOf(name)).toEqual([name, ...forms.split(' ')])
  })

  it.each([
    ['an adjective before the noun', 'Саудовская Аравия', 'Саудовской Аравии', 'Саудовскую Аравию'],
    ['a soft adjective before the noun', 'Средняя Азия', 'Средней Азии', 'Среднюю Азию'],
    [
      'adjectives joined by «и»',
      'Экономический и Социальный Совет',
      'Экономического и Социального Совета',
      'Экономический и Социальный Совет',
    ],
    [
      'a plural with its adjective',
      'Объединённые Арабские Эмираты',
      'Объединённых Арабских Эмиратов',
      'Объединённые Арабские Эмираты',
    ],
    ['two names joined by «и»', 'Босния и Герцеговина', 'Боснии и Герцеговины', 'Боснию и Герцеговину'],
    ['a possessive adjective', 'Маршалловы Острова', 'Маршалловых Островов', 'Маршалловы Острова'],
  ])('changes %s', (_rule, name, genitive, accusative) => {
    expect(casesOf(name)[1]).toBe(genitive)
    expect(casesOf(name)[3]).toBe(accusative)
  })

  it.each([
    ['words after the noun', 'Республика Казахстан', 'Республики Казахстан'],
    ['a noun that ends like an adjective', 'Управление ООН по правам человека', 'Управления ООН по правам человека'],
  ])('leaves alone %s', (_rule, name, genitive) => expect(casesOf(name)[1]).toBe(genitive))
})

describe('formsOf', () => {
  it('gives each form once, the nominative first', () => {
    expect(formsOf('Россия')).toEqual(['Россия', 'России', 'Россию', 'Россией'])
  })
})
