// What was promised, on the card: when it is due, by whom, to whom, and how it stands.
import type { Commitment } from '../../domain/notes/note.ts'
import { dueTimeOf } from '../state/note-filter.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/intl.tsx'
import { useToday } from './use-shown-notes.ts'

/** One line of what is known; nothing for a commitment of which nothing was said. */
export function CommitmentLine({ commitment }: { readonly commitment: Commitment }) {
  const words = useWords()
  const { owner, counterpart, due, status } = commitment
  if (owner === '' && counterpart === '' && due === null && status === 'open') return null
  return (
    <p className="card-facts" data-testid="commitment-line">
      {due !== null && <Due commitment={commitment} due={due} />}
      {status !== 'open' && <span className="card-status">{words(`window.commitment.status.${status}`)}</span>}
      {owner !== '' && <span dir="auto">{words('window.commitment.owner-is', { name: owner })}</span>}
      {counterpart !== '' && <span dir="auto">{words('window.commitment.counterpart-is', { name: counterpart })}</span>}
    </p>
  )
}

function Due({ commitment, due }: { readonly commitment: Commitment; readonly due: string }) {
  const words = useWords()
  const dates = useDates()
  const today = useToday()
  const time = dueTimeOf({ kind: 'commitment', commitment }, today)
  const day = due.slice(0, 4) === today.slice(0, 4) ? dates.short(due) : dates.full(due)
  return (
    <span className="card-due" data-time={time}>
      {words(time === 'overdue' ? 'window.commitment.overdue' : 'window.commitment.due-is', { day })}
    </span>
  )
}
