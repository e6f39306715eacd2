// Which mentions of a person are somebody else's: each with the words around it.
import { useState } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { CorrectedPerson } from '../../domain/reading/corrected.ts'
import type { OffsetPair } from '../../domain/reading/reading.ts'
import { numberAt } from '../state/why.ts'
import { useWords } from '../words/intl.tsx'
import { useDesk } from './review-context.ts'

/** UTF-16 units of the text shown before and after a mention. */
const around = 36

type SplitDialogProps = { readonly person: CorrectedPerson; readonly onClose: () => void }

/** The mentions to choose from; some of them, never all, become another person. */
export function SplitDialog({ person, onClose }: SplitDialogProps) {
  const words = useWords()
  const { edit } = useDesk()
  const { key, name, spans } = person
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const possible = chosen.size > 0 && chosen.size < spans.length
  const split = () => {
    onClose()
    void edit({ kind: 'split', list: 'people', key, spans: spans.filter((_, at) => chosen.has(at)) })
  }
  const toggle = (at: number) => {
    const next = new Set(chosen)
    if (!next.delete(at)) next.add(at)
    setChosen(next)
  }
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="dialog">
        <Dialog data-testid="split-dialog">
          <Heading slot="title">{words('window.people.split-title', { name: name.value })}</Heading>
          <p>{words('window.people.split-text')}</p>
          <ul className="mentions">
            {spans.map((span, at) => (
              <li key={span[0]}>
                <label>
                  <input type="checkbox" checked={chosen.has(at)} onChange={() => toggle(at)} autoFocus={at === 0} />
                  <Mention span={span} />
                </label>
              </li>
            ))}
          </ul>
          <div className="dialog-actions">
            <Button className="button" onPress={onClose}>
              {words('window.review.cancel')}
            </Button>
            <Button className="button primary" isDisabled={!possible} data-testid="split-do" onPress={split}>
              {words('window.people.split-do')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Mention({ span: [start, end] }: { readonly span: OffsetPair }) {
  const words = useWords()
  const { text } = useDesk()
  const number = numberAt(text, start)
  return (
    <span dir="auto">
      {number !== null && <span className="line-mark">{words('window.note.paragraph', { number })}</span>} …{' '}
      {text.text.slice(Math.max(0, start - around), start).replace(/^\S*\s/u, '')}
      <b>{text.text.slice(start, end)}</b>
      {text.text.slice(end, end + around).replace(/\s\S*$/u, '')} …
    </span>
  )
}
