// Country and office of a person under review.
import type { CorrectedPerson } from '../../domain/reading/corrected.ts'
import { useWords } from '../words/intl.tsx'
import { WordsField } from './optional-fields.tsx'

/** The country or body a person is of. */
export function AffiliationField({ person: { key, affiliation, spans } }: { readonly person: CorrectedPerson }) {
  const words = useWords()
  return (
    <WordsField
      address={{ list: 'people', key, field: 'affiliation' }}
      field={affiliation}
      name={words('window.people.country')}
      placeholder={words('window.people.no-country')}
      item={spans[0]}
      testId="person-country"
    />
  )
}

/** The person’s office. */
export function RoleField({ person: { key, role, spans } }: { readonly person: CorrectedPerson }) {
  const words = useWords()
  return (
    <WordsField
      address={{ list: 'people', key, field: 'role' }}
      field={role}
      name={words('window.people.office')}
      placeholder={words('window.people.no-office')}
      item={spans[0]}
      testId="person-role"
    />
  )
}
