// A form's own button. While it waits it keeps the focus, which a disabled one would lose together with the way back by key.
import type { ReactNode } from 'react'

type SubmitButtonProps = { readonly isWaiting: boolean; readonly testId: string; readonly children: ReactNode }

/** The form itself takes no second answer while it waits. */
export function SubmitButton({ isWaiting, testId, children }: SubmitButtonProps) {
  return (
    <button
      type="submit"
      className="button primary"
      aria-disabled={isWaiting}
      data-pending={isWaiting || undefined}
      data-testid={testId}
    >
      {children}
    </button>
  )
}
