// Electron's accelerators (`CmdOrCtrl+Shift+N`) as keys that a page can compare with.

/** A key with its modifiers, as a keyboard event shows it. */
export type Chord = {
  readonly control: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly meta: boolean
  /** `event.key` in lower case. */
  readonly key: string
  /** `event.code` of the same key where the layout does not matter, or an empty text. */
  readonly code: string
  /** Set for signs that need shift on some layouts only. */
  readonly anyShift: boolean
}

const modifiers: { readonly [name: string]: 'control' | 'alt' | 'shift' | 'meta' } = {
  control: 'control',
  ctrl: 'control',
  commandorcontrol: 'control',
  cmdorctrl: 'control',
  alt: 'alt',
  option: 'alt',
  altgr: 'alt',
  shift: 'shift',
  super: 'meta',
  meta: 'meta',
}
const namedKeys: { readonly [name: string]: string } = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}

const codeOf = (key: string): string => {
  if (/^[a-z]$/.test(key)) return `Key${key.toUpperCase()}`
  return /^[0-9]$/.test(key) ? `Digit${key}` : ''
}

/** Reads an accelerator; null for one that has no key on this platform (macOS's `Cmd`). Throws for one that names no key. */
export const parseAccelerator = (accelerator: string): Chord | null => {
  // `Ctrl++` is the plus key with Ctrl.
  const parts = accelerator.replace(/\+\+$/, '+plus').toLowerCase().split('+')
  const last = parts.pop() ?? ''
  if (parts.some((part) => part === 'cmd' || part === 'command')) return null
  const held = parts.map((part) => modifiers[part])
  const key = namedKeys[last] ?? last
  if (key === '' || held.includes(undefined)) throw new Error(`Invalid accelerator ${accelerator}`)
  return {
    control: held.includes('control'),
    alt: held.includes('alt'),
    shift: held.includes('shift'),
    meta: held.includes('meta'),
    key,
    code: codeOf(key),
    anyShift: !/^[a-z0-9]|^ $/.test(key) && !held.includes('shift'),
  }
}
