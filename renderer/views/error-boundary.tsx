// If a view breaks, a sentence and a way on instead of a white window. (React offers this to classes only.)
import { Component, type ReactNode } from 'react'
import type { IntlShape } from 'react-intl'

type Props = { readonly words: IntlShape; readonly children: ReactNode }

/** Its children; after one of them threw while drawing, a sentence and a button that reloads the window. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override componentDidCatch(error: unknown): void {
    console.error(error)
  }

  override render(): ReactNode {
    const { words, children } = this.props
    if (!this.state.broken) return children
    return (
      <main className="calm" role="alert" data-testid="error">
        <h1>{words.formatMessage({ id: 'window.broken.title' })}</h1>
        <p>{words.formatMessage({ id: 'window.broken.text' })}</p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {words.formatMessage({ id: 'window.broken.reload' })}
        </button>
      </main>
    )
  }
}
