// A new version of a stored text: the field it is typed, pasted, dropped or opened in, and the question when it looks like a mistake.
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { headOf } from '../../domain/briefing.ts'
import { cancelIncoming } from '../actions/incoming.ts'
import { chooseVersionFile, storeVersion, typeVersion } from '../actions/revising.ts'
import type { TextStepSlice } from '../state/incoming.ts'
import { useFailureText } from '../words/failures.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import { DoubtDialog } from './doubt-dialog.tsx'
import { KeyHint, keyOfCommand, withControl } from './key-hint.tsx'
import { TextField } from './text-step.tsx'

/** The field for the next version of the open text, with the reason if storing it has just failed. */
export function VersionStep({ incoming }: { readonly incoming: TextStepSlice }) {
  const app = useApp()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(incoming.text)
  const [asking, setAsking] = useState(false)
  const title = useTitle()
  const type = (typed: string) => {
    setText(typed)
    typeVersion(app, typed, incoming.source)
  }
  useFileWords(field, incoming, type)
  const store = () => !incoming.busy && void storeVersion(app, text, false)
  const cancel = () => (text.trim() === '' ? cancelIncoming(app) : setAsking(true))
  const press = (event: KeyboardEvent) => {
    const withCommand = event.ctrlKey || event.metaKey
    if (event.key === 'Escape') cancel()
    else if (event.key === 'Enter' && withCommand) store()
    else if (event.key.toLowerCase() === 'o' && withCommand && !event.shiftKey) void chooseVersionFile(app)
    else return
    event.preventDefault()
  }
  return (
    <main className="review" data-testid="revise" aria-label={title} onKeyDown={press}>
      <VersionHead title={title} incoming={incoming} empty={text.trim() === ''} onCancel={cancel} onStore={store} />
      <Problem incoming={incoming} />
      <TextField field={field} text={text} busy={incoming.busy} onChange={type} />
      <DoubtDialog
        doubt={incoming.doubt}
        onBack={() => typeVersion(app, text, incoming.source)}
        onStore={() => void storeVersion(app, text, true)}
      />
      <DiscardDialog isOpen={asking} onKeep={() => setAsking(false)} onDiscard={() => cancelIncoming(app)} />
    </main>
  )
}

type VersionHeadProps = {
  readonly title: string
  readonly incoming: TextStepSlice
  readonly empty: boolean
  readonly onCancel: () => void
  readonly onStore: () => void
}

function VersionHead({ title, incoming, empty, onCancel, onStore }: VersionHeadProps) {
  const app = useApp()
  const words = useWords()
  const { source, revises, busy } = incoming
  return (
    <header className="review-head">
      <h1 className="version-title" dir="auto">
        {title}
      </h1>
      <span className="review-facts">
        {source.file ?? words('window.revise.step', { number: (revises?.basedOn ?? 0) + 1 })}
      </span>
      <span className="gap" />
      <Button className="button" data-testid="revise-file" onPress={() => void chooseVersionFile(app)}>
        {words('window.revise.file')}
        <KeyHint>{keyOfCommand('briefing.open-file')}</KeyHint>
      </Button>
      <Button className="button" data-testid="review-cancel" onPress={onCancel}>
        {words('window.review.cancel')}
        <KeyHint>{words('window.key.escape')}</KeyHint>
      </Button>
      <Button className="button primary" data-testid="revise-store" isDisabled={empty || busy} onPress={onStore}>
        {words('window.revise.store')}
        <KeyHint>{withControl('↵')}</KeyHint>
      </Button>
    </header>
  )
}

function Problem({ incoming }: { readonly incoming: TextStepSlice }) {
  const words = useWords()
  const failureText = useFailureText()
  const { failure, revises } = incoming
  if (failure === null) return null
  return (
    <p className="review-problem" role="alert" data-testid="error">
      {failure.code === 'briefing-changed'
        ? words('window.revise.changed', { number: revises?.basedOn ?? 0 })
        : failureText(failure)}
    </p>
  )
}

/** The name of the open text in the heading. */
function useTitle(): string {
  const words = useWords()
  const title = useAppState(({ reading: { open }, library: { rows } }) => {
    if (open.phase !== 'ready') return ''
    return headOf(open.briefing).title ?? rows.get(open.id)?.opening ?? ''
  })
  return words('window.revise.title', { title })
}

/** Puts a file's words in the place of what is in the field, as if they were pasted: the field's own undo takes them back. */
function useFileWords(
  field: RefObject<HTMLTextAreaElement | null>,
  { filled, text }: TextStepSlice,
  type: (text: string) => void,
): void {
  const known = useRef(filled)
  useEffect(() => {
    const element = field.current
    if (element === null || known.current === filled) return
    known.current = filled
    element.focus()
    element.select()
    // Kept by the HTML standard for editing though marked obsolete; where it does nothing the words come in all the same.
    if (!document.execCommand('insertText', false, text)) type(text)
    element.setSelectionRange(0, 0)
    element.scrollTop = 0
  }, [field, filled, text, type])
}
