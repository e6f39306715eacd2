// Country and office of a person under review.
import type { CorrectedPerson } from '../../domain/reading/corrected.ts'
import { useWords } from '../words/intl.tsx'
import { ReviewField } from './review-field.tsx'

/** The country or body a person is of. */
export function AffiliationField({ person }: { readonly person: CorrectedPerson }) {
  const words = useWords()
  const { key, affiliation, spans } = person
  const address = { list: 'people', key, field: 'affiliation' } as const
  return (
    <ReviewField
      address={address}
      field={affiliation}
      name={words('window.people.country')}
      shown={affiliation.value ?? ''}
      placeholder={words('window.people.no-country')}
      {...itemOf(spans)}
      testId="person-country"
      editor={{
        kind: 'text',
        typed: affiliation.value ?? '',
        editOf: (typed) => ({ kind: 'set', ...address, value: typed === '' ? null : typed }),
      }}
    />
  )
}

/** The person’s office. */
export function RoleField({ person }: { readonly person: CorrectedPerson }) {
  const words = useWords()
  const { key, role, spans } = person
  const address = { list: 'people', key, field: 'role' } as const
  return (
    <ReviewField
      address={address}
      field={role}
      name={words('window.people.office')}
      shown={role.value ?? ''}
      placeholder={words('window.people.no-office')}
      {...itemOf(spans)}
      testId="person-role"
      editor={{
        kind: 'text',
        typed: role.value ?? '',
        editOf: (typed) => ({ kind: 'set', ...address, value: typed === '' ? null : typed }),
      }}
    />
  )
}

function itemOf(spans: CorrectedPerson['spans']) {
  const first = spans[0]
  return first === undefined ? {} : { item: first }
}
