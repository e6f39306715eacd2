// Step one of a new briefing: a field for the text. Rich text pasted here comes in as its headings, lists and paragraphs in plain words.
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { Button } from 'react-aria-components'
import type { App } from '../actions/app.ts'
import { cancelIncoming, convertRich, readText } from '../actions/incoming.ts'
import type { TextStepSlice } from '../state/incoming.ts'
import { useFailureText } from '../words/failures.ts'
import { useWords } from '../words/intl.tsx'
import { useApp } from './context.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import { KeyHint, withControl } from './key-hint.tsx'

type TextStepProps = { readonly incoming: TextStepSlice }

/** The field for a text to be typed or pasted, with the reason if reading it has just failed. */
export function TextStep({ incoming }: TextStepProps) {
  const app = useApp()
  const words = useWords()
  const failureText = useFailureText()
  const [text, setText] = useState(incoming.text)
  const [asking, setAsking] = useState(false)
  const read = () => text.trim() !== '' && !incoming.busy && void readText(app, text, incoming.source)
  const cancel = () => (text.trim() === '' ? cancelIncoming(app) : setAsking(true))
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') cancel()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) read()
    else return
    event.preventDefault()
  }
  return (
    <main className="review" data-testid="review" aria-label={words('window.review.title')} onKeyDown={press}>
      <header className="review-head">
        <h1>{words('window.review.title')}</h1>
        <span className="review-facts">{words('window.review.step-text')}</span>
        <span className="gap" />
        <Button className="button" data-testid="review-cancel" onPress={cancel}>
          {words('window.review.cancel')}
          <KeyHint>{words('window.key.escape')}</KeyHint>
        </Button>
        <Button className="button primary" data-testid="review-read" isDisabled={text.trim() === ''} onPress={read}>
          {words('window.review.read')}
          <KeyHint>{withControl('↵')}</KeyHint>
        </Button>
      </header>
      {incoming.failure !== null && (
        <p className="review-problem" role="alert" data-testid="error">
          {failureText(incoming.failure)}
        </p>
      )}
      <TextField
        text={text}
        busy={incoming.busy}
        onChange={(typed) => {
          setText(typed)
          app.saveDraftSoon.call(typed, incoming.source)
        }}
      />
      <DiscardDialog isOpen={asking} onKeep={() => setAsking(false)} onDiscard={() => cancelIncoming(app)} />
    </main>
  )
}

type TextFieldProps = {
  readonly text: string
  readonly busy: boolean
  readonly onChange: (text: string) => void
  readonly field?: RefObject<HTMLTextAreaElement | null>
}

/** The field itself, which takes rich text as plain words. */
export function TextField({ text, busy, onChange, field }: TextFieldProps) {
  const app = useApp()
  const words = useWords()
  return (
    <textarea
      ref={field}
      className="review-field"
      data-testid="review-text"
      aria-label={words('window.review.text')}
      placeholder={words('window.review.write')}
      dir="auto"
      readOnly={busy}
      // biome-ignore lint/a11y/noAutofocus: the field is what the person asked for
      autoFocus
      value={text}
      onPaste={(event) => {
        const html = event.clipboardData.getData('text/html')
        if (html === '') return
        event.preventDefault()
        void pasteRich(app, event.currentTarget, html, event.clipboardData.getData('text/plain'))
      }}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** Puts the words of rich text where the caret is; the plain ones where they can't be had. */
async function pasteRich(app: App, field: HTMLTextAreaElement, html: string, plain: string): Promise<void> {
  const result = await convertRich(app, html)
  field.focus()
  // As if it were typed, so that the field's own undo takes it back; kept by the HTML standard for editing though marked obsolete.
  document.execCommand('insertText', false, result?.ok === true ? result.value.reading.text : plain)
}
