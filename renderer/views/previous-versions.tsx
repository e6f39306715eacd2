// The list of a briefing's previous versions beside what the chosen one held. Not the versions of its text: a state of the whole.
import { Button, Dialog, Heading, ListBox, ListBoxItem, Modal, ModalOverlay } from 'react-aria-components'
import { useIntl } from 'react-intl'
import type { PreviousVersion } from '../../domain/previous-version.ts'
import { choosePrevious, closePrevious, loadPrevious, restoreChosen } from '../actions/previous.ts'
import { canWrite } from '../state/library.ts'
import type { PreviousSlice } from '../state/previous.ts'
import { useFailureText } from '../words/failures.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { KeyHint } from './key-hint.tsx'
import { useChangeWords } from './use-change-words.ts'

type Ready = { readonly previous: Extract<PreviousSlice, { step: 'ready' }> }

/** The dialog while the list is open; Escape leaves everything as it is. */
export function PreviousVersions() {
  const app = useApp()
  const words = useWords()
  const previous = useAppState((state) => state.previous)
  if (previous.step === 'none') return null
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && closePrevious(app)}>
      <Modal className="dialog previous-dialog">
        <Dialog data-testid="previous">
          <Heading slot="title">{words('window.previous.title')}</Heading>
          {previous.step === 'loading' && <p role="status">{words('window.previous.loading')}</p>}
          {previous.step === 'failed' && <Failed previous={previous} />}
          {previous.step === 'ready' && (previous.chosen === null ? <None /> : <Versions previous={previous} />)}
          {previous.step === 'loading' && <Leave />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function None() {
  const words = useWords()
  return (
    <>
      <p data-testid="previous-none">{words('window.previous.none')}</p>
      <Leave />
    </>
  )
}

function Failed({ previous: { id, failure } }: { readonly previous: Extract<PreviousSlice, { step: 'failed' }> }) {
  const app = useApp()
  const words = useWords()
  const failureText = useFailureText()
  return (
    <>
      <p role="alert">{failureText(failure)}</p>
      <Leave>
        <Button className="button primary" onPress={() => void loadPrevious(app, id)}>
          {words('window.try-again')}
        </Button>
      </Leave>
    </>
  )
}

function Leave({ children }: { readonly children?: React.ReactNode }) {
  const app = useApp()
  const words = useWords()
  return (
    <div className="dialog-actions">
      <Button className="button" autoFocus={children === undefined} onPress={() => closePrevious(app)}>
        {words('window.close')}
        <KeyHint>{words('window.key.escape')}</KeyHint>
      </Button>
      {children}
    </div>
  )
}

function Versions({ previous }: Ready) {
  const app = useApp()
  const words = useWords()
  const failureText = useFailureText()
  const refusal = useRefusal()
  const shown = previous.versions.find(({ moment }) => moment === previous.chosen)
  return (
    <>
      <p>{words('window.previous.explained')}</p>
      <div className="previous-sides">
        <ListBox<PreviousVersion>
          className="previous-list"
          data-testid="previous-list"
          aria-label={words('window.previous.title')}
          items={previous.versions}
          autoFocus="first"
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={previous.chosen === null ? [] : [previous.chosen]}
          onSelectionChange={(keys) => {
            const [moment] = keys === 'all' ? [] : [...keys]
            if (moment !== undefined) choosePrevious(app, String(moment))
          }}
          onAction={() => void (refusal === null && restoreChosen(app))}
        >
          {(version) => <Line version={version} />}
        </ListBox>
        {shown !== undefined && <Held version={shown} />}
      </div>
      {previous.failure !== null && <p role="alert">{failureText(previous.failure)}</p>}
      {refusal !== null && <p data-testid="previous-refusal">{refusal}</p>}
      <Leave>
        <Button
          className="button primary"
          data-testid="previous-restore"
          isDisabled={refusal !== null || previous.busy}
          onPress={() => void restoreChosen(app)}
        >
          {words(previous.busy ? 'window.previous.restoring' : 'window.previous.restore')}
          <KeyHint>{words('window.key.edit')}</KeyHint>
        </Button>
      </Leave>
    </>
  )
}

/** Why nothing can be restored now, in words; null when it can. */
function useRefusal(): string | null {
  const words = useWords()
  const failureText = useFailureText()
  const library = useAppState((state) => state.library)
  const inBin = useAppState(({ reading: { open } }) => open.phase === 'ready' && open.briefing.deleted !== null)
  if (!canWrite(library)) {
    const failure = library.state?.readOnly ?? null
    return failure === null ? words('window.previous.read-only') : failureText(failure)
  }
  return inBin ? words('window.previous.in-bin') : null
}

/** When it was stored, and what was changed next. */
function Line({ version }: { readonly version: PreviousVersion }) {
  const words = useWords()
  const when = useMoment(version)
  const changes = useChangeWords(version.changes)
  return (
    <ListBoxItem id={version.moment} className="previous-line" data-testid="previous-line" textValue={when}>
      <span className="previous-when">{when}</span>
      <span className="previous-change">{words('window.previous.then', { changes })}</span>
    </ListBoxItem>
  )
}

/** What the chosen one held. */
function Held({ version }: { readonly version: PreviousVersion }) {
  const words = useWords()
  const when = useMoment(version)
  const { title, opening, texts, notes } = version
  return (
    <section className="previous-held" data-testid="previous-held" aria-live="polite" aria-label={when}>
      <p className="previous-when">{when}</p>
      {title !== null && <h3 dir="auto">{title}</h3>}
      <p dir="auto">{opening}</p>
      <p className="previous-change">
        {words('window.previous.notes', { count: notes })} · {words('window.previous.texts', { count: texts })}
      </p>
    </section>
  )
}

function useMoment({ moment }: PreviousVersion): string {
  return useIntl().formatDate(moment, { dateStyle: 'medium', timeStyle: 'medium' })
}
