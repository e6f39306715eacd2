// Every action with its key, once: the menu shows them, the window listens for them.
// Accelerators are in Electron's notation; `CmdOrCtrl` is Command on macOS. Labels are `command.<id>` in the catalogues.

export const commands = {
  'briefing.new': { accelerator: 'CmdOrCtrl+N', menu: 'file', writes: true },
  'briefing.open-file': { accelerator: 'CmdOrCtrl+O', menu: 'file', writes: true },
  'briefing.revise': { accelerator: 'CmdOrCtrl+Shift+N', menu: 'file', writes: true },
  'briefing.delete': { accelerator: 'CmdOrCtrl+Delete', menu: 'file', writes: true },
  'briefing.restore': { accelerator: 'CmdOrCtrl+Shift+R', menu: 'file', writes: true },
  'briefing.delete-for-good': { accelerator: 'CmdOrCtrl+Shift+Delete', menu: 'file', writes: true },
  'notes.export': { accelerator: 'CmdOrCtrl+Shift+X', menu: 'file', writes: false },
  'notes.import': { accelerator: 'CmdOrCtrl+Shift+I', menu: 'file', writes: true },
  'backup.show': { accelerator: 'CmdOrCtrl+Shift+Y', menu: 'file', writes: false },
  'backup.restore': { accelerator: 'CmdOrCtrl+Shift+O', menu: 'file', writes: false },
  'library.protection': { accelerator: 'CmdOrCtrl+Shift+K', menu: 'file', writes: false },
  'library.lock': { accelerator: 'CmdOrCtrl+L', menu: 'file', writes: false },
  'library.repair': { accelerator: 'CmdOrCtrl+Shift+D', menu: 'file', writes: false },
  'library.wipe': { accelerator: 'CmdOrCtrl+Alt+Shift+Delete', menu: 'file', writes: true },
  'edit.undo-action': { accelerator: 'CmdOrCtrl+Z', menu: 'edit', writes: true },
  'edit.redo-action': { accelerator: 'CmdOrCtrl+Shift+Z', menu: 'edit', writes: true },
  'briefing.correct': { accelerator: 'CmdOrCtrl+Shift+E', menu: 'edit', writes: false },
  'briefing.versions': { accelerator: 'CmdOrCtrl+Shift+H', menu: 'view', writes: false },
  'briefing.previous': { accelerator: 'CmdOrCtrl+Shift+G', menu: 'view', writes: false },
  'list.filter': { accelerator: 'CmdOrCtrl+K', menu: 'view', writes: false },
  'view.library': { accelerator: 'CmdOrCtrl+1', menu: 'view', writes: false },
  'view.bin': { accelerator: 'CmdOrCtrl+2', menu: 'view', writes: false },
  'pane.next': { accelerator: 'F6', menu: 'view', writes: false },
  'pane.previous': { accelerator: 'Shift+F6', menu: 'view', writes: false },
  'theme.system': { accelerator: null, menu: 'theme', writes: false },
  'theme.light': { accelerator: null, menu: 'theme', writes: false },
  'theme.dark': { accelerator: null, menu: 'theme', writes: false },
  'theme.next': { accelerator: 'CmdOrCtrl+Shift+L', menu: 'view', writes: false },
  'note.next': { accelerator: 'Alt+Down', menu: 'note', writes: false },
  'note.previous': { accelerator: 'Alt+Up', menu: 'note', writes: false },
  'note.words': { accelerator: 'Alt+Enter', menu: 'note', writes: false },
  'note.paragraph': { accelerator: 'CmdOrCtrl+Shift+P', menu: 'note', writes: true },
  'note.briefing': { accelerator: 'CmdOrCtrl+Shift+B', menu: 'note', writes: true },
  'briefing.settle': { accelerator: 'CmdOrCtrl+Shift+S', menu: 'note', writes: false },
  'note.edit': { accelerator: 'CmdOrCtrl+E', menu: 'note', writes: true },
  'note.tags': { accelerator: 'CmdOrCtrl+Shift+T', menu: 'note', writes: true },
  'note.filter': { accelerator: 'CmdOrCtrl+Shift+F', menu: 'note', writes: false },
  'note.filter-clear': { accelerator: 'CmdOrCtrl+Shift+A', menu: 'note', writes: false },
  'note.delete': { accelerator: 'CmdOrCtrl+Backspace', menu: 'note', writes: true },
} as const satisfies Record<
  string,
  {
    readonly accelerator: string | null
    readonly menu: 'file' | 'edit' | 'view' | 'theme' | 'note'
    readonly writes: boolean
  }
>

export type CommandId = keyof typeof commands

/** All commands in menu order. */
export const commandIds = Object.keys(commands) as readonly CommandId[]
