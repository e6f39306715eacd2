// The topics of a reading under review: the words of each, and the event it was spoken of at.
import type { CorrectedTopic } from '../../domain/reading/corrected.ts'
import { numberAt } from '../state/why.ts'
import { useWords } from '../words/intl.tsx'
import { FieldRow, StateMark } from './field-row.tsx'
import { useDesk, useReading } from './review-context.ts'
import { ReviewField } from './review-field.tsx'
import { Folded } from './review-more.tsx'
import { EventField } from './review-outcome.tsx'

/** All topics, folded away until they are asked for. */
export function ReviewTopics() {
  const words = useWords()
  const { topics, meetings } = useReading()
  const labels = new Map(meetings.map(({ key, label }) => [key, label.value]))
  return (
    <Folded name={words('window.mentions.topics')} count={topics.length} testId="review-topics">
      {topics.map((topic) => (
        <TopicRow key={topic.key} topic={topic} event={labels.get(topic.meeting.value ?? '') ?? null} />
      ))}
    </Folded>
  )
}

type TopicProps = {
  readonly topic: CorrectedTopic
  /** The label of its event; null for none. */
  readonly event: string | null
}

function TopicRow({ topic: { key, text: topic, meeting, span }, event }: TopicProps) {
  const words = useWords()
  const { text } = useDesk()
  const number = numberAt(text, span[0])
  const item = { list: 'topics', key } as const
  return (
    <FieldRow
      label={number === null ? '' : words('window.note.paragraph', { number })}
      mark={<StateMark field={topic} />}
      deeds={[
        { icon: 'check', label: 'window.field.confirm', act: { kind: 'confirm-item', ...item } },
        { icon: 'bin', label: 'window.field.remove', act: { kind: 'remove', ...item } },
      ]}
    >
      <ReviewField
        address={{ ...item, field: 'text' }}
        field={topic}
        name={words('window.mentions.topics')}
        shown={topic.value}
        heads
        testId="topic-text"
        editor={{
          kind: 'text',
          typed: topic.value,
          editOf: (typed) => (typed === '' ? null : { kind: 'set', ...item, field: 'text', value: typed }),
          problem: 'window.field.empty',
        }}
      />{' '}
      <EventField address={{ ...item, field: 'meeting' }} field={meeting} item={span} event={event} />
    </FieldRow>
  )
}
