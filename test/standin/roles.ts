// What the menu roles do that Chromium does not do by itself; editing and everything unknown is left to Chromium.

/** Makes the look-up from a role (in lower case) to what choosing it does. */
export const createRoles = (quit: () => void, window: () => Electron.BrowserWindow | null) => {
  const zoomBy = (step: number | null): void => {
    const contents = window()?.webContents
    contents?.setZoomLevel(step === null ? 0 : contents.getZoomLevel() + step)
  }
  const actions: { readonly [role: string]: () => void } = {
    quit,
    close: () => window()?.close(),
    minimize: () => window()?.minimize(),
    reload: () => window()?.webContents.reload(),
    togglefullscreen: () => window()?.setFullScreen(!window()?.isFullScreen()),
    zoomin: () => zoomBy(0.5),
    zoomout: () => zoomBy(-0.5),
    resetzoom: () => zoomBy(null),
    ...Object.fromEntries(
      'undo redo cut copy paste pasteandmatchstyle delete selectall'.split(' ').map((role) => [role, () => edit(role)]),
    ),
  }
  const edit = (role: string): void =>
    void window()
      ?.webContents.executeJavaScript(
        `document.execCommand(${JSON.stringify(role === 'selectall' ? 'selectAll' : role)})`,
        true,
      )
      .catch(() => undefined)
  return (role: string): (() => void) | null => actions[role] ?? null
}
