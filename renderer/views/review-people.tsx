// The people of a text under review, by country: one line each with office and other printed forms; merged, split, confirmed.
import { type RefObject, useRef, useState } from 'react'
import type { CorrectedPerson } from '../../domain/reading/corrected.ts'
import { alikeSpans, groupedPeople } from '../state/panel.ts'
import { useWords } from '../words/intl.tsx'
import { ChoiceMenu } from './choice-menu.tsx'
import { FieldRow, StateMark } from './field-row.tsx'
import { KeyHint } from './key-hint.tsx'
import { AffiliationField, RoleField } from './person-fields.tsx'
import { useDesk, useReading } from './review-context.ts'
import { ReviewField } from './review-field.tsx'
import { SplitDialog } from './split-dialog.tsx'

/** All people, those of one country together. */
export function ReviewPeople() {
  const words = useWords()
  const reading = useReading()
  const { changeable } = useDesk()
  if (reading.people.length === 0 && !changeable) return null
  return (
    <section aria-label={words('window.people.heading')} data-testid="review-people">
      <h2>
        {words('window.people.heading')}
        {changeable && (
          <span>
            {words('window.people.merge-with')} <KeyHint>{words('window.key.merge')}</KeyHint>{' '}
            {words('window.people.split-with')} <KeyHint>{words('window.key.split')}</KeyHint>
          </span>
        )}
      </h2>
      {reading.people.length === 0 && <p className="panel-none">{words('window.people.none')}</p>}
      {groupedPeople(reading.people).map(({ affiliation, people }) => (
        <ul key={affiliation ?? ''} aria-label={affiliation ?? words('window.people.no-country')}>
          {people.map((person) => (
            <PersonRow key={person.key} person={person} />
          ))}
        </ul>
      ))}
    </section>
  )
}

function PersonRow({ person }: { readonly person: CorrectedPerson }) {
  const words = useWords()
  const { text, edit } = useDesk()
  const [asking, setAsking] = useState<'merge' | 'split' | null>(null)
  const place = useRef<HTMLLIElement>(null)
  const { key, name, aliases, alike, spans } = person
  const item = { list: 'people', key } as const
  const answer = (one: boolean) =>
    void edit(one ? { kind: 'one-person', key } : { kind: 'split', ...item, spans: alikeSpans(person, text.text) })
  const onKey = (pressed: string): boolean => {
    if (pressed === 'm') setAsking('merge')
    else if (pressed === 's' && spans.length > 1) setAsking('split')
    else if ((pressed === 'y' || pressed === 'n') && alike.length > 0) answer(pressed === 'y')
    else return false
    return true
  }
  const others = [name.value, ...alike]
  const also = aliases.filter((alias) => !name.value.split(' ').includes(alias) && !others.includes(alias))
  return (
    <li ref={place} data-testid="person-row">
      <FieldRow
        label={<AffiliationField person={person} />}
        mark={alike.length > 0 ? <OnePerson onAnswer={answer} /> : <StateMark field={name} />}
        deeds={[
          { icon: 'check', label: 'window.field.confirm', act: { kind: 'confirm-item', ...item } },
          { icon: 'merge', label: 'window.people.merge', act: () => setAsking('merge') },
          ...(spans.length > 1
            ? [{ icon: 'split', label: 'window.people.split', act: () => setAsking('split') } as const]
            : []),
          { icon: 'bin', label: 'window.field.remove', act: { kind: 'remove', ...item } },
        ]}
      >
        <ReviewField
          address={{ ...item, field: 'name' }}
          field={alike.length > 0 ? { ...name, state: 'likely' } : name}
          name={words('window.people.name')}
          shown={name.value}
          heads
          className="field-name"
          testId="person-name"
          onKey={onKey}
          editor={{
            kind: 'text',
            typed: name.value,
            editOf: (typed) => (typed === '' ? null : { kind: 'set', ...item, field: 'name', value: typed }),
            problem: 'window.field.empty',
          }}
        />
        {', '}
        <RoleField person={person} />
        {[...alike, ...also].length > 0 && (
          <span className="also-printed" data-alike={alike.length > 0}>
            {words('window.people.also', { forms: [...alike, ...also].map((form) => `“${form}”`).join(', ') })}
          </span>
        )}
      </FieldRow>
      <MergeMenu person={person} trigger={place} isOpen={asking === 'merge'} onClose={() => setAsking(null)} />
      {asking === 'split' && <SplitDialog person={person} onClose={() => setAsking(null)} />}
    </li>
  )
}

function OnePerson({ onAnswer }: { readonly onAnswer: (one: boolean) => void }) {
  const words = useWords()
  const { changeable } = useDesk()
  if (!changeable) return <>{words('window.people.one-person')}</>
  return (
    <span className="one-person" data-testid="one-person">
      {words('window.people.one-person')}
      {([true, false] as const).map((one) => (
        <button
          key={String(one)}
          type="button"
          className="key"
          tabIndex={-1}
          aria-label={words(one ? 'window.people.yes' : 'window.people.no')}
          title={words(one ? 'window.people.yes' : 'window.people.no')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onAnswer(one)}
        >
          {words(one ? 'window.key.yes' : 'window.key.no')}
        </button>
      ))}
    </span>
  )
}

type MergeMenuProps = {
  readonly person: CorrectedPerson
  readonly trigger: RefObject<HTMLElement | null>
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Whom this person is one with. */
function MergeMenu({ person, trigger, isOpen, onClose }: MergeMenuProps) {
  const words = useWords()
  const { latest } = useDesk()
  if (!isOpen) return null
  const options = latest()
    .people.filter(({ key }) => key !== person.key)
    .map(({ key, name }) => ({ id: key, label: name.value }))
  return (
    <ChoiceMenu
      choices={{
        options: () => options,
        chosen: null,
        editOf: (into) => ({ kind: 'merge', list: 'people', into, from: person.key }),
      }}
      name={words('window.people.merge-into', { name: person.name.value })}
      named
      trigger={trigger}
      isOpen={options.length > 0}
      onClose={onClose}
    />
  )
}
