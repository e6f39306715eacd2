// A quiet page in the middle of a pane: one thing to know and one thing to do.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

type CalmProps = {
  readonly title: string
  readonly text: string
  readonly action?: { readonly label: string; readonly act: () => void }
  readonly error?: boolean
  readonly children?: ReactNode
}

/** A heading, a sentence, and one button if there is something to do; with `error` it is announced as an alert. */
export function Calm({ title, text, action, error = false, children }: CalmProps) {
  return (
    <div className="calm" role={error ? 'alert' : undefined} data-testid={error ? 'error' : undefined}>
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
      {action !== undefined && (
        <Button className="button" data-pane-focus="true" onPress={action.act}>
          {action.label}
        </Button>
      )}
    </div>
  )
}
