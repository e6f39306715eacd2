// The meeting summary above a text: one tab stop, arrows inside, every line opens its words.
import { Fragment, type KeyboardEvent, type RefObject, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { movedLine } from '../state/pointing.ts'
import type { Summary, SummaryLine } from '../state/summary.ts'
import { useWords } from '../words/intl.tsx'
import { CardContext } from './summary-context.ts'
import { EventRow, Outcome, People, Topics } from './summary-event.tsx'
import { LineLink } from './summary-line.tsx'
import type { ShownSummary } from './use-summary.ts'

/** Events drawn before somebody asks for all of them: more would push the text out of sight. */
const eventsAtFirst = 12

type SummaryCardProps = {
  readonly shown: ShownSummary
  readonly card: RefObject<HTMLElement | null>
  readonly go: (line: SummaryLine) => void
  readonly isReal: () => boolean
}

/** The card of a summary; one calm line where the text reports no event. */
export function SummaryCard({ shown, card, go, isReal }: SummaryCardProps) {
  const words = useWords()
  const { summary, lines, pointing } = shown
  const context = useMemo(() => ({ pointing, first: lines[0]?.key ?? null, go, isReal }), [pointing, lines, go, isReal])
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const next = lineBeside(event.currentTarget, event)
    if (next === null) return
    event.preventDefault()
    next.focus()
  }
  return (
    <CardContext.Provider value={context}>
      <section
        ref={card}
        className="summary"
        data-testid="summary"
        data-empty={lines.length === 0}
        lang="en"
        aria-label={words('window.summary.heading')}
        onKeyDown={press}
      >
        {lines.length > 0 && (
          <h2>
            {words('window.summary.heading')}
            <span>{words('window.summary.hint')}</span>
          </h2>
        )}
        <Events summary={summary} />
        <Loose summary={summary} />
      </section>
    </CardContext.Provider>
  )
}

function Events({ summary }: { readonly summary: Summary }) {
  const words = useWords()
  const [all, setAll] = useState(false)
  const { events } = summary
  if (events.length === 0) return <p className="summary-none">{words('window.summary.no-events')}</p>
  const drawn = all ? events : events.slice(0, eventsAtFirst)
  return (
    <>
      <ol className="summary-events">
        {drawn.map((event) => (
          <EventRow key={event.key} event={event} />
        ))}
      </ol>
      {drawn.length < events.length && (
        <Button className="button" data-testid="summary-all" onPress={() => setAll(true)}>
          {words('window.summary.all', { count: events.length })}
        </Button>
      )}
    </>
  )
}

/** What belongs to no event: outcomes and topics under their own heading; without any event, people and places too. */
function Loose({ summary }: { readonly summary: Summary }) {
  const words = useWords()
  const { events, outcomes, topics, people, places } = summary
  const alone = events.length === 0
  return (
    <>
      {outcomes.length + topics.length > 0 && (
        <div className="summary-loose" data-testid="summary-loose">
          <h3>{words(alone ? 'window.summary.outcomes' : 'window.summary.loose')}</h3>
          <ul>
            {outcomes.map((outcome) => (
              <Outcome key={outcome.key} outcome={outcome} />
            ))}
            {topics.length > 0 && <Topics topics={topics} />}
          </ul>
        </div>
      )}
      {alone && people.length > 0 && (
        <div className="summary-loose" data-line-row>
          <h3>{words('window.summary.people')}</h3>
          <People people={people} />
        </div>
      )}
      {alone && places.length > 0 && (
        <div className="summary-loose" data-line-row>
          <h3>{words('window.summary.places')}</h3>
          <div className="summary-people">
            {places.map((place, at) => (
              <Fragment key={place.key}>
                {at > 0 && '; '}
                <LineLink line={place} />
              </Fragment>
            ))}
          </div>
        </div>
      )}
    </>
  )
}

/** The link an arrow key leads to, by how the lines are drawn. */
function lineBeside(card: HTMLElement, { key, target }: KeyboardEvent): HTMLElement | null {
  const links = [...card.querySelectorAll<HTMLElement>('[data-line]')]
  const rows = [...card.querySelectorAll('[data-line-row]')]
  const current = links.find((link) => link === target)
  if (current === undefined) return null
  const lines = links.map((link) => {
    const row = link.closest('[data-line-row]')
    return { key: link.dataset.line ?? '', row: row === null ? 0 : rows.indexOf(row) }
  })
  const rightToLeft = getComputedStyle(card).direction === 'rtl'
  const next = movedLine(lines, current.dataset.line ?? null, key, rightToLeft)
  return links.find((link) => link.dataset.line === next) ?? null
}
