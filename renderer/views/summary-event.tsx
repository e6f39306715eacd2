// One event of the summary: its day and place beside it, its words and format, who was there, what was said and what came of it.
import { Fragment, memo } from 'react'
import type { SummaryEvent, SummaryLine, SummaryOutcome, SummaryPerson } from '../state/summary.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/intl.tsx'
import { LineLink, ParagraphMark } from './summary-line.tsx'

/** An event’s row in the card. */
export const EventRow = memo(({ event }: { readonly event: SummaryEvent }) => {
  const words = useWords()
  const dates = useDates()
  const { label, format, tie, day, place, people, outcomes, topics } = event
  return (
    <li className="summary-event" data-testid="summary-event" data-line-row>
      <div className="summary-when">
        {day !== null && (
          <LineLink line={day} className="line-day">
            <time dateTime={day.text}>{dates.short(day.text)}</time>
          </LineLink>
        )}
        {place !== null && <LineLink line={place} className="line-place" />}
      </div>
      <div className="summary-what">
        <LineLink
          line={label}
          className="line-label"
          after={
            <span className="line-format" data-state={format.state}>
              {words(`meeting-format.${format.value}`)}
              {tie !== null && <>, {words('window.summary.tie', { tie })}</>}
            </span>
          }
        />
        {people.length > 0 && <People people={people} />}
        {(outcomes.length > 0 || topics.length > 0) && (
          <ul>
            {outcomes.map((outcome) => (
              <Outcome key={outcome.key} outcome={outcome} />
            ))}
            {topics.length > 0 && <Topics topics={topics} />}
          </ul>
        )}
      </div>
    </li>
  )
})

/** People side by side, each with office and country as far as the text says them. */
export function People({ people }: { readonly people: readonly SummaryPerson[] }) {
  return (
    <div className="summary-people">
      {people.map((person, at) => (
        <Fragment key={person.key}>
          {at > 0 && '; '}
          <LineLink
            line={person}
            className="line-person"
            after={
              <span className="line-office">
                {[person.role, person.affiliation].map(
                  (part) =>
                    part !== null && (
                      <Fragment key={part}>
                        {', '}
                        <bdi>{part}</bdi>
                      </Fragment>
                    ),
                )}
              </span>
            }
          />
        </Fragment>
      ))}
    </div>
  )
}

/** One outcome with its paragraph and, where there is one, its deadline. */
export function Outcome({ outcome }: { readonly outcome: SummaryOutcome }) {
  const words = useWords()
  const dates = useDates()
  const { due, kind, paragraph } = outcome
  return (
    <li data-line-row>
      <LineLink
        line={outcome}
        className="line-outcome"
        after={
          <>
            {kind === 'commitment' && <span className="line-kind">{words('outcome-kind.commitment')}</span>}
            <ParagraphMark number={paragraph} />
          </>
        }
      />
      {due !== null && ' '}
      {due !== null && (
        <LineLink line={due} className="line-due">
          {words('window.summary.due', { date: dates.short(due.text) })}
        </LineLink>
      )}
    </li>
  )
}

/** What was talked about, as one item of the list. */
export function Topics({ topics }: { readonly topics: readonly SummaryLine[] }) {
  const words = useWords()
  return (
    <li data-line-row className="summary-topics">
      <span className="summary-name">{words('window.summary.topics')}</span>
      {topics.map((topic, at) => (
        <Fragment key={topic.key}>
          {at > 0 && '; '}
          <LineLink line={topic} className="line-topic" after={<ParagraphMark number={topic.paragraph} />} />
        </Fragment>
      ))}
    </li>
  )
}
