// Title and dateline of a briefing. The headline's own words can be selected and annotated like the text's.
import { type Briefing, headOf, readingOf } from '../../domain/briefing.ts'
import { printedMarking } from '../../domain/marking.ts'
import { listedAs } from '../../domain/reading/listed-as.ts'
import type { Paragraph } from '../../domain/text/paragraphs.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/intl.tsx'

type ReaderHeadProps = {
  readonly briefing: Briefing
  readonly headline: Paragraph | undefined
  /** The words of its first event; null when it reports none. */
  readonly event: string | null
}

/**
 * The heading of an open briefing: the headline as printed if `headline` is given, else the corrected title; without one the
 * words of its first event, or its first words, marked as ours.
 */
export function ReaderHead({ briefing, headline, event }: ReaderHeadProps) {
  const words = useWords()
  const { title } = headOf(briefing)
  const name = title ?? listedAs(readingOf(briefing), event ?? undefined)
  return (
    <header>
      <h1
        className={title === null ? 'ours' : undefined}
        data-testid="reader-title"
        data-start={headline?.start}
        dir="auto"
        title={title === null ? words('window.reader.no-headline') : undefined}
      >
        {name}
      </h1>
      <DateLine briefing={briefing} ours={event === null ? 'first-words' : 'first-event'} />
    </header>
  )
}

type DateLineProps = { readonly briefing: Briefing; readonly ours: 'first-words' | 'first-event' }

function DateLine({ briefing, ours }: DateLineProps) {
  const words = useWords()
  const dates = useDates()
  const { title, place, date, source } = headOf(briefing)
  const { language } = briefing.reading
  return (
    <div className="dateline" lang="en">
      {title === null && <span className="ours-note">{words(`window.reader.ours.${ours}`)}</span>}
      {(place !== null || date !== null) && (
        <span>
          {place !== null && <b dir="auto">{place}</b>}
          {place !== null && date !== null && ', '}
          {date !== null && dates.full(date)}
        </span>
      )}
      {source !== null && <span dir="auto">{source}</span>}
      {language !== 'und' && <span>{words(`language.${language}`)}</span>}
      {briefing.marking !== null && <span className="tag">{printedMarking(briefing.marking)}</span>}
    </div>
  )
}
