// A field for a passphrase: hidden unless somebody wants to see what they type. Nothing of it is suggested, corrected or remembered.
import { type ReactNode, useId, useState } from 'react'
import { Button, Input } from 'react-aria-components'
import { longestSecret } from '../../../domain/gate.ts'
import { useWords } from '../../words/intl.tsx'

type SecretFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly testId: string
  /** Begins with the focus. */
  readonly isFirst?: boolean
  /** Shown as typed from the beginning, as a recovery key is copied sign by sign. */
  readonly isPlain?: boolean
  /** What is said under the field. */
  readonly children?: ReactNode
}

/** The label, the field, the switch that shows what was typed, and a line under them. */
export function SecretField({ label, value, onChange, testId, isFirst, isPlain = false, children }: SecretFieldProps) {
  const words = useWords()
  const id = useId()
  const [isShown, setShown] = useState(isPlain)
  return (
    <div className="gate-field">
      <label htmlFor={id}>{label}</label>
      <div className="gate-input">
        <Input
          id={id}
          data-testid={testId}
          type={isShown ? 'text' : 'password'}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          maxLength={longestSecret}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          autoFocus={isFirst === true}
          aria-describedby={children === undefined ? undefined : `${id}-more`}
        />
        {!isPlain && (
          <Button className="gate-show" aria-pressed={isShown} onPress={() => setShown(!isShown)}>
            {words(isShown ? 'window.gate.hide' : 'window.gate.show')}
          </Button>
        )}
      </div>
      {children !== undefined && <div id={`${id}-more`}>{children}</div>}
    </div>
  )
}
