// A row of the review's panel: what a field is, its value, how it stands, and the same deeds for the pointer as keys have.
import { type ReactNode, useState } from 'react'
import type { Field } from '../../domain/reading/corrected.ts'
import type { Edit } from '../../domain/reading/edit.ts'
import type { OffsetPair } from '../../domain/reading/reading.ts'
import { whyOf } from '../state/why.ts'
import { useStateText } from '../words/field-states.ts'
import { useWords } from '../words/intl.tsx'
import { Icon, type IconName } from './icons.tsx'
import { useDesk } from './review-context.ts'

export type RowDeed = {
  readonly icon: IconName
  /** Key of its label. */
  readonly label: string
  readonly act: Edit | (() => void)
}

type FieldRowProps = {
  readonly label: ReactNode
  readonly children: ReactNode
  /** What stands at the row's end. */
  readonly mark?: ReactNode
  readonly deeds?: readonly RowDeed[]
  readonly className?: string
}

/** A row with its label; the deeds come up under the pointer and take no place. */
export function FieldRow({ label, children, mark, deeds = [], className = '' }: FieldRowProps) {
  const { changeable } = useDesk()
  const [over, setOver] = useState(false)
  return (
    <div
      className={`field-row ${className}`}
      onPointerEnter={() => setOver(true)}
      onPointerLeave={() => setOver(false)}
    >
      <div className="field-label">{label}</div>
      <div className="field-value">{children}</div>
      <div className="field-mark">{mark}</div>
      {over && changeable && deeds.length > 0 && <Deeds deeds={deeds} />}
    </div>
  )
}

function Deeds({ deeds }: { readonly deeds: readonly RowDeed[] }) {
  const { edit } = useDesk()
  const words = useWords()
  return (
    <div className="field-deeds">
      {deeds.map(({ icon, label, act }) => (
        <button
          key={label}
          type="button"
          className="icon-button"
          tabIndex={-1}
          aria-label={words(label)}
          title={words(label)}
          // The focus stays where the person is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => (typeof act === 'function' ? act() : void edit(act))}
        >
          <Icon name={icon} size={13} />
        </button>
      ))}
    </div>
  )
}

/** How a field stands, in a few words at the row's end; nothing for what the text plainly says beside its item. */
export function StateMark({ field, item }: { readonly field: Field<unknown>; readonly item?: OffsetPair }) {
  const { text } = useDesk()
  const words = useWords()
  const stateText = useStateText()
  if (field.state === 'confirmed') {
    return (
      <span className="confirmed" role="img" aria-label={words('window.state.confirmed')}>
        ✓
      </span>
    )
  }
  if (field.value === null && field.state !== 'corrected') return null
  return <>{stateText(field.state, item === undefined ? null : whyOf(text, field.evidence, item))}</>
}
