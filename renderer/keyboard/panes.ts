// Moving the keyboard focus between the panes and to single things in them, by what is drawn at that moment.
import type { Focus } from '../actions/app.ts'
import { caretOf, goToWords } from './page-caret.ts'

const paneNames = ['rail', 'list', 'reader', 'notes'] as const
export type PaneName = (typeof paneNames)[number]

/** The pane to go to. In: panes that can be reached, in order, and the one with the focus. Out: null when there is none. */
export function paneBeside(reachable: readonly PaneName[], current: PaneName | null, step: 1 | -1): PaneName | null {
  if (reachable.length === 0) return null
  const at = current === null ? -1 : reachable.indexOf(current)
  const next = at < 0 ? (step === 1 ? 0 : reachable.length - 1) : (at + step + reachable.length) % reachable.length
  return reachable[next] ?? null
}

/** Focus by attributes: `data-pane` marks a pane, `data-pane-focus` what takes the focus in it, of several the first in view. */
export function createFocus(page: Document): Focus {
  const afterDrawing = (act: () => void) => requestAnimationFrame(() => requestAnimationFrame(act))
  const target = (name: PaneName) => entryOf(page, name)
  return {
    pane: (name) => afterDrawing(() => enter(target(name))),
    nextPane: (step) => {
      const reachable = paneNames.filter((name) => target(name) !== null)
      const current = page.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane
      const next = paneBeside(reachable, paneNames.find((name) => name === current) ?? null, step)
      if (next !== null) enter(target(next))
    },
    filter: () => page.querySelector<HTMLInputElement>('[data-testid="list-filter"]')?.select(),
    caret: () => caretOf(page),
    words: (span, select) => goToWords(page, span, select),
    note: (noteId) => afterDrawing(() => noteCard(page, noteId)?.focus()),
    undoTyping: (step) => {
      const field = page.activeElement
      const isTyping = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement
      // The only way to the field's own undo; kept by the HTML standard for editing although marked obsolete elsewhere.
      return isTyping && page.execCommand(step)
    },
  }
}

/** Without scrolling: a text stays where it is read. */
function enter(entry: HTMLElement | null): void {
  entry?.focus({ preventScroll: true })
}

function entryOf(page: Document, name: PaneName): HTMLElement | null {
  const pane = page.querySelector(`[data-pane="${name}"]`)
  const marked = [...(pane?.querySelectorAll<HTMLElement>('[data-pane-focus="true"]') ?? [])]
  return marked.find(isBelowTop) ?? marked[0] ?? pane?.querySelector('button, input') ?? null
}

/** Whether something begins below the top of what it is scrolled in. */
function isBelowTop(element: HTMLElement): boolean {
  const scroller = element.closest('.notes-scroller')
  return element.getBoundingClientRect().top >= (scroller?.getBoundingClientRect().top ?? 0)
}

function noteCard(page: Document, noteId: string): HTMLElement | null {
  return page.querySelector<HTMLElement>(`[data-testid="note-card"][data-id="${CSS.escape(noteId)}"]`)
}
