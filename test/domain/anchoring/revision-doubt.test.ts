import { expect, it } from 'vitest'
import { revisionDoubt } from '../../../domain/anchoring/revision-doubt.ts'

const text = [
  'Ministers agree a ferry timetable',
  'The two sides called the ferry line a shared priority and agreed to publish a timetable before 30 May.',
  'On 13 April the Deputy Prime Minister opened the consulate general in Port Vell.',
].join('\n\n')
const other = [
  'The council met on Tuesday to talk about the harvest and the price of grain in the northern provinces.',
  'The minister said that the fund would be open to all of the farmers before the end of the year.',
].join('\n\n')
const rewritten = [
  'Foreign ministers settle on a timetable',
  'Both delegations described the ferry line as very important and will publish a timetable before June at the latest.',
  'A consulate general in Port Vell was opened the day after by the Deputy Prime Minister.',
].join('\n\n')
const chinese = '两国外长在港口城市会见，双方同意在五月底之前公布渡轮时刻表。'

it.each([
  ['the same words', text, text, 'same-text'],
  ['the same words and empty lines after them', text, `${text}\n\n`, 'same-text'],
  ['another text in the same language', text, other, 'other-text'],
  ['a text in another script', text, chinese, 'other-text'],
  ['every paragraph twice', text, `${text}\n\n${text}`, 'doubled'],
  ['a word changed', text, text.replace('shared', 'common'), null],
  ['a paragraph struck', text, text.split('\n\n').slice(1).join('\n\n'), null],
  ['most of it new, the old at its end', text, `${other}\n\n${text}`, null],
  ['almost every sentence rewritten', text, rewritten, null],
  ['a word changed in a script without spaces', chinese, chinese.replace('五月', '六月'), null],
  ['each paragraph still twice', `${text}\n\n${text}`, `${text}\n\n${text.replace('shared', 'common')}`, null],
  ['one word, corrected', 'Draft', 'Drafts', 'other-text'],
  ['one word, more added', 'Draft', 'Draft of a text', null],
] as const)('%s: a new version is stored after a question or without one', (_, before, after, doubt) => {
  expect(revisionDoubt(before, after)).toBe(doubt)
})
