// Asked before something goes for good. The library only goes when a word is typed, since no habit of the hands does that.
import { useState } from 'react'
import { Button, Dialog, Heading, Input, Label, Modal, ModalOverlay, TextField } from 'react-aria-components'
import { cancelLeaving, confirmLeaving } from '../actions/leaving.ts'
import { countsOf } from '../state/library.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'

/** The question while there is one; Escape and the way beside it go back. */
export function Leaving() {
  const app = useApp()
  const leaving = useAppState((state) => state.leaving)
  if (leaving === null) return null
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && cancelLeaving(app)}>
      <Modal className="dialog">
        <Dialog role="alertdialog" data-testid="leaving">
          {leaving.what === 'briefing' ? (
            <DeleteQuestion title={leaving.title} running={leaving.running} />
          ) : (
            <WipeQuestion running={leaving.running} />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function DeleteQuestion({ title, running }: { readonly title: string | null; readonly running: boolean }) {
  const words = useWords()
  const named = title === null || title === '' ? words('window.leaving.untitled') : title
  return (
    <>
      <Heading slot="title">{words('window.leaving.delete-title', { title: named })}</Heading>
      <p>{words('window.leaving.delete-text')}</p>
      <p className="small">{words('window.leaving.backups')}</p>
      <Answers label={words('window.leaving.delete')} running={running} possible />
    </>
  )
}

function WipeQuestion({ running }: { readonly running: boolean }) {
  const app = useApp()
  const words = useWords()
  const [typed, setTyped] = useState('')
  const folder = useAppState((state) => state.library.state?.folder ?? '')
  const rows = useAppState((state) => state.library.rows)
  const { library, bin } = countsOf(rows)
  const word = words('window.leaving.word')
  const possible = typed.trim().toLowerCase() === word.toLowerCase()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (possible) void confirmLeaving(app)
      }}
    >
      <Heading slot="title">{words('window.leaving.wipe-title')}</Heading>
      <p className="anywhere">{words('window.leaving.wipe-text', { count: library + bin, folder })}</p>
      <p className="small">{words('window.leaving.backups')}</p>
      <TextField className="typed-word" value={typed} onChange={setTyped} autoFocus isDisabled={running}>
        <Label>{words('window.leaving.type', { word })}</Label>
        <Input data-testid="wipe-word" autoComplete="off" spellCheck={false} />
      </TextField>
      <Answers
        label={words(running ? 'window.leaving.wiping' : 'window.leaving.wipe')}
        running={running}
        possible={possible}
      />
    </form>
  )
}

type AnswersProps = { readonly label: string; readonly running: boolean; readonly possible: boolean }

/** Going back has the focus where no word is typed. */
function Answers({ label, running, possible }: AnswersProps) {
  const app = useApp()
  const words = useWords()
  const briefing = useAppState((state) => state.leaving?.what === 'briefing')
  return (
    <div className="dialog-actions">
      <Button
        className="button"
        data-testid="leaving-cancel"
        autoFocus={briefing}
        isDisabled={running}
        onPress={() => cancelLeaving(app)}
      >
        {words('window.leaving.cancel')}
      </Button>
      <Button
        className="button danger"
        data-testid="leaving-confirm"
        isDisabled={running || !possible}
        onPress={() => void confirmLeaving(app)}
      >
        {label}
      </Button>
    </div>
  )
}
