// Electron approves permission requests unless told otherwise. The window needs none: all are denied, asked or checked.
import type { Session } from 'electron'

/** Denies every permission, device and screen capture in this session. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null))
  session.on('will-download', (event) => event.preventDefault())
}
