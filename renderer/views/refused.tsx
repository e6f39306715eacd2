// Why a file could not be read in, in one sentence; where its encoding is the reason, a choice of encodings.
import { useState } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { cancelIncoming, decodeAgain } from '../actions/incoming.ts'
import type { Undecoded } from '../state/incoming.ts'
import { useFailureText } from '../words/failures.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'

/** WHATWG labels of the encodings texts in this trade come in, by region. */
const encodings = [
  'utf-8',
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1256',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'utf-16le',
  'utf-16be',
] as const

/** The dialog for a file that could not be read in; nothing while none was refused. */
export function Refused() {
  const app = useApp()
  const words = useWords()
  const failureText = useFailureText()
  const incoming = useAppState((state) => state.incoming)
  if (incoming.step !== 'refused') return null
  const { failure, undecoded } = incoming
  const ofEncoding = failure.code === 'text-encoding' || failure.code === 'text-encoding-unknown'
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && cancelIncoming(app)}>
      <Modal className="dialog">
        <Dialog role="alertdialog" data-testid="error">
          <Heading slot="title">{words('window.refused.title')}</Heading>
          <p>{failureText(failure)}</p>
          {ofEncoding && undecoded !== null ? (
            <EncodingChoice undecoded={undecoded} />
          ) : (
            <div className="dialog-actions">
              <Button className="button primary" autoFocus onPress={() => cancelIncoming(app)}>
                {words('window.close')}
              </Button>
            </div>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function EncodingChoice({ undecoded }: { readonly undecoded: Undecoded }) {
  const app = useApp()
  const words = useWords()
  const [encoding, setEncoding] = useState<string>('windows-1252')
  return (
    <>
      <label className="encoding">
        {words('window.refused.encoding')}
        <select value={encoding} onChange={(event) => setEncoding(event.target.value)}>
          {encodings.map((label) => (
            <option key={label} value={label}>
              {words(`window.encoding.${label}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="dialog-actions">
        <Button className="button" onPress={() => cancelIncoming(app)}>
          {words('window.close')}
        </Button>
        <Button className="button primary" autoFocus onPress={() => void decodeAgain(app, undecoded, encoding)}>
          {words('window.try-again')}
        </Button>
      </div>
    </>
  )
}
