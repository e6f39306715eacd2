// Asked before a new version is stored that looks like a mistake: a version can't be taken away again.
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { RevisionDoubt } from '../../domain/anchoring/revision-doubt.ts'
import { useWords } from '../words/intl.tsx'

type DoubtDialogProps = {
  readonly doubt: RevisionDoubt | null
  readonly onBack: () => void
  readonly onStore: () => void
}

/** The question, while there is a doubt; closing it by Escape or beside it goes back to the text. */
export function DoubtDialog({ doubt, onBack, onStore }: DoubtDialogProps) {
  const words = useWords()
  return (
    <ModalOverlay className="veil" isOpen={doubt !== null} onOpenChange={(open) => !open && onBack()}>
      <Modal className="dialog">
        <Dialog role="alertdialog" data-testid="doubt" data-doubt={doubt}>
          <Heading slot="title">{words(`window.doubt.${doubt ?? 'same-text'}.title`)}</Heading>
          <p>{words(`window.doubt.${doubt ?? 'same-text'}.text`)}</p>
          <div className="dialog-actions">
            <Button className="button" autoFocus data-testid="doubt-back" onPress={onBack}>
              {words('window.doubt.back')}
            </Button>
            <Button className="button danger" data-testid="doubt-store" onPress={onStore}>
              {words('window.doubt.store')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
