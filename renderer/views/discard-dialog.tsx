// Asked before a text that somebody typed or changed is thrown away.
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words/intl.tsx'

type DiscardDialogProps = { readonly isOpen: boolean; readonly onKeep: () => void; readonly onDiscard: () => void }

/**
 * The question whether to throw an unsaved text away, while `isOpen`; closing it by Escape or beside it means keeping.
 */
export function DiscardDialog({ isOpen, onKeep, onDiscard }: DiscardDialogProps) {
  const words = useWords()
  return (
    <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={(open) => !open && onKeep()}>
      <Modal className="dialog">
        <Dialog role="alertdialog">
          <Heading slot="title">{words('window.discard.title')}</Heading>
          <p>{words('window.discard.text')}</p>
          <div className="dialog-actions">
            <Button className="button" autoFocus onPress={onKeep}>
              {words('window.discard.keep')}
            </Button>
            <Button className="button danger" data-testid="review-discard" onPress={onDiscard}>
              {words('window.discard.discard')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
