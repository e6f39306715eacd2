import { expect, it } from 'vitest'
import { frenchForms } from '../../../scripts/gazetteer/french-adjectives.ts'

it.each([
  ['a feminine in -e', 'allemand', 'allemand allemande allemands allemandes'],
  ['a feminine in -enne', 'italien', 'italien italienne italiens italiennes'],
  ['a feminine in -éenne', 'coréen', 'coréen coréenne coréens coréennes'],
  ['a plural that ends in -s already', 'français', 'français française françaises'],
  ['one form for both genders', 'russe', 'russe russes'],
  ['a feminine that is given', 'grec/grecque', 'grec grecque grecs grecques'],
  ['the first part of a compound', 'sino', 'sino'],
])('makes %s', (_rule, entry, forms) => expect(frenchForms(entry)).toEqual(forms.split(' ')))
