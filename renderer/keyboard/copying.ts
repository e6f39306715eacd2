// Copy and cut of the page itself: what is chosen goes to main, which marks it as confidential for clipboard histories.
// Pasting stays with the browser.

/** What a copy takes: null for nothing, or where the browser would refuse as well (a password). */
export function chosenText(page: Document): string | null {
  const field = page.activeElement
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
    if (field.type === 'password') return null
    // Fields without text (a box to tick) say null; what is chosen in the page is meant then.
    const { selectionStart: start, selectionEnd: end } = field
    if (start !== null && end !== null) return start === end ? null : field.value.slice(start, end)
  }
  const text = page.getSelection()?.toString() ?? ''
  return text === '' ? null : text
}

/** Takes what was cut out of the field, as typing would: it can be undone. */
export function deleteChosen(page: Document): void {
  // The only way that keeps the field's own undo; marked obsolete elsewhere, kept by the HTML standard for editing.
  page.execCommand('delete')
}

/** Listens for copy and cut until the returned function is called; `copy` is handed the text. */
export function listenForCopying(page: Document, copy: (text: string) => Promise<boolean>): () => void {
  const onCopy = (event: ClipboardEvent) => void taken(page, event, copy)
  const onCut = (event: ClipboardEvent) => void cut(page, event, copy)
  page.addEventListener('copy', onCopy)
  page.addEventListener('cut', onCut)
  return () => {
    page.removeEventListener('copy', onCopy)
    page.removeEventListener('cut', onCut)
  }
}

/** Hands the chosen text over; false when there is none or it could not be copied. */
async function taken(
  page: Document,
  event: ClipboardEvent,
  copy: (text: string) => Promise<boolean>,
): Promise<boolean> {
  event.preventDefault()
  const text = chosenText(page)
  return text === null ? false : copy(text)
}

/** Nothing is taken out of a field before it is on the clipboard, nor when something else is chosen by then. */
async function cut(page: Document, event: ClipboardEvent, copy: (text: string) => Promise<boolean>): Promise<void> {
  const field = page.activeElement
  const text = chosenText(page)
  const isField = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement
  if (!(await taken(page, event, copy))) return
  if (isField && !field.readOnly && page.activeElement === field && chosenText(page) === text) deleteChosen(page)
}
