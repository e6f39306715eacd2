// Electron shows no menu on right click by itself; officers expect cut, copy and paste there.
import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron'

/** Gives a page the usual edit menu on right click. `label` looks up `menu.<name>`. */
export function addContextMenu(contents: WebContents, label: (key: string) => string): void {
  contents.on('context-menu', (_event, { editFlags, selectionText, isEditable }) => {
    const items: MenuItemConstructorOptions[] = [
      ...(isEditable ? [{ role: 'cut', label: label('menu.cut'), enabled: editFlags.canCut } as const] : []),
      { role: 'copy', label: label('menu.copy'), enabled: selectionText !== '' },
      ...(isEditable ? [{ role: 'paste', label: label('menu.paste'), enabled: editFlags.canPaste } as const] : []),
      { role: 'selectAll', label: label('menu.select-all') },
    ]
    Menu.buildFromTemplate(items).popup()
  })
}
