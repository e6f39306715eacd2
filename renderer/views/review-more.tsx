// The rest of a reading under review: outcomes of no event, places, organisations, documents, and what was taken away.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { MentionList } from '../../domain/reading/corrected.ts'
import { numberAt } from '../state/why.ts'
import { useWords } from '../words/intl.tsx'
import { FieldRow, StateMark } from './field-row.tsx'
import { useDesk, useReading } from './review-context.ts'
import { ReviewField } from './review-field.tsx'
import { OutcomeRow } from './review-outcome.tsx'

/** Outcomes that belong to no event; nothing while there are none. */
export function LooseOutcomes() {
  const words = useWords()
  const reading = useReading()
  const loose = reading.outcomes.filter(({ meeting }) => meeting.value === null)
  if (loose.length === 0) return null
  return (
    <section aria-label={words('window.summary.loose')} data-testid="review-loose">
      <h2>{words('window.summary.loose')}</h2>
      {loose.map((outcome) => (
        <OutcomeRow key={outcome.key} outcome={outcome} event={null} />
      ))}
    </section>
  )
}

/** Places or organisations, folded away until they are asked for. */
export function Mentions({ list }: { readonly list: Exclude<MentionList, 'people'> }) {
  const words = useWords()
  const reading = useReading()
  const { text } = useDesk()
  const items = reading[list]
  return (
    <Folded name={words(`window.mentions.${list}`)} count={items.length}>
      {items.map(({ key, name, spans }) => (
        <FieldRow
          key={key}
          label={spans
            .flatMap(([start]) => numberAt(text, start) ?? [])
            .filter((number, at, all) => all.indexOf(number) === at)
            .map((number) => words('window.note.paragraph', { number }))
            .join(' ')}
          mark={<StateMark field={name} />}
          deeds={[
            { icon: 'check', label: 'window.field.confirm', act: { kind: 'confirm-item', list, key } },
            { icon: 'bin', label: 'window.field.remove', act: { kind: 'remove', list, key } },
          ]}
        >
          <ReviewField
            address={{ list, key, field: 'name' }}
            field={name}
            name={words(`window.mentions.${list}`)}
            shown={name.value}
            heads
            editor={{
              kind: 'text',
              typed: name.value,
              editOf: (typed) => (typed === '' ? null : { kind: 'set', list, key, field: 'name', value: typed }),
              problem: 'window.field.empty',
            }}
          />
        </FieldRow>
      ))}
    </Folded>
  )
}

/** Documents: shown, as nothing is said of them beyond their words. */
export function Documents() {
  const words = useWords()
  const { documents } = useReading()
  const { text } = useDesk()
  return (
    <Folded name={words('window.mentions.documents')} count={documents.length}>
      {documents.map(({ name, spans: [span = [0, 0]] }) => {
        const number = numberAt(text, span[0])
        return (
          <FieldRow
            key={`${span[0]} ${name}`}
            label={number === null ? '' : words('window.note.paragraph', { number })}
          >
            <span className="field-plain" dir="auto">
              {name}
            </span>
          </FieldRow>
        )
      })}
    </Folded>
  )
}

/** What was taken away, each with a way back. */
export function RemovedItems() {
  const words = useWords()
  const { removed } = useReading()
  const { edit, changeable } = useDesk()
  return (
    <Folded name={words('window.removed.heading')} count={removed.length} testId="review-removed">
      {removed.map(({ list, key, text }) => (
        <div key={`${list} ${key}`} className="removed-row">
          <span dir="auto">{text}</span>
          {changeable && (
            <Button className="button" onPress={() => void edit({ kind: 'restore', list, key })}>
              {words('window.removed.restore')}
            </Button>
          )}
        </div>
      ))}
    </Folded>
  )
}

type FoldedProps = {
  readonly name: string
  readonly count: number
  readonly children: ReactNode
  readonly testId?: string
}

/** A part that is folded away until it is asked for; nothing while it is empty. */
export function Folded({ name, count, children, testId }: FoldedProps) {
  const words = useWords()
  if (count === 0) return null
  return (
    <details className="folded" data-testid={testId}>
      <summary>{words('window.mentions.counted', { name, count })}</summary>
      {children}
    </details>
  )
}
