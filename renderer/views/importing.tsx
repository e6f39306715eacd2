// Several files on their way in: a bar that can be stopped, then what was read in and what was not, and why.
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { ImportReport } from '../../domain/contract.ts'
import { closeReport, stopImport } from '../actions/importing.ts'
import type { ImportingSlice } from '../state/importing.ts'
import { useFailureText } from '../words/failures.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'

/** The dialog of an import; nothing while there is none. Escape stops it, and closes its report. */
export function Importing() {
  const app = useApp()
  const importing = useAppState((state) => state.importing)
  if (importing.step === 'none') return null
  const leave = () => void (importing.step === 'running' ? stopImport(app) : closeReport(app))
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && leave()}>
      <Modal className="dialog wide">
        <Dialog data-testid="importing">
          {importing.step === 'running' && <Running importing={importing} />}
          {importing.step === 'done' && <Report report={importing.report} />}
          {importing.step === 'refused' && <RefusedFiles importing={importing} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

type Of<Step extends ImportingSlice['step']> = { readonly importing: Extract<ImportingSlice, { step: Step }> }

function Running({ importing: { done, total, file, stopping } }: Of<'running'>) {
  const app = useApp()
  const words = useWords()
  return (
    <>
      <Heading slot="title">{words('window.import.running', { total })}</Heading>
      <progress aria-label={words('window.import.label')} value={done} max={total} />
      <p className="import-file">
        <span>{words('window.import.progress', { done, total })}</span> <bdi>{file}</bdi>
      </p>
      <div className="dialog-actions">
        <Button
          className="button"
          data-testid="import-stop"
          autoFocus
          isDisabled={stopping}
          onPress={() => void stopImport(app)}
        >
          {words(stopping ? 'window.import.stopping' : 'window.import.stop')}
        </Button>
      </div>
    </>
  )
}

function Report({ report }: { readonly report: ImportReport }) {
  const words = useWords()
  const failureText = useFailureText()
  const { added, failed, left } = report
  const closed = added.filter(({ attachments }) => attachments.length > 0)
  return (
    <>
      <Heading slot="title">{words('window.import.done', { added: added.length })}</Heading>
      {failed.length > 0 && <p>{words('window.import.failed', { count: failed.length })}</p>}
      {failed.length > 0 && (
        <ul
          className="import-list"
          data-testid="import-failed"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long report is scrolled by key
          tabIndex={0}
          aria-label={words('window.import.failures')}
        >
          {failed.map(({ file, failure }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never changes
            <li key={at}>
              <b>
                <bdi>{file}</bdi>
              </b>
              <span>{failureText(failure)}</span>
            </li>
          ))}
        </ul>
      )}
      {left > 0 && <p>{words('window.import.left', { count: left })}</p>}
      {closed.map(({ id, file, attachments }) => (
        <p key={id}>{words('window.import.attachments', { file, names: attachments.join(', ') })}</p>
      ))}
      <CloseReport />
    </>
  )
}

function RefusedFiles({ importing }: Of<'refused'>) {
  const words = useWords()
  const failureText = useFailureText()
  return (
    <>
      <Heading slot="title">{words('window.import.refused')}</Heading>
      <p>{failureText(importing.failure)}</p>
      <CloseReport />
    </>
  )
}

function CloseReport() {
  const app = useApp()
  const words = useWords()
  return (
    <div className="dialog-actions">
      <Button className="button primary" data-testid="import-close" autoFocus onPress={() => void closeReport(app)}>
        {words('window.close')}
      </Button>
    </div>
  )
}
