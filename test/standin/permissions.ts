// A session's answers about permissions: the app's own handlers, asked for each permission that Chromium knows.

type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
export type Permission = Parameters<NonNullable<RequestHandler>>[1]

/**
 * Whether the app grants a permission to an origin: its check handler and its request handler must both agree; without
 * them all is granted, as in Electron.
 */
export type Grants = (contents: Electron.WebContents, permission: Permission, origin: string) => Promise<boolean>

/** Makes a session's permission handlers, and the question whether a permission is granted. */
export const createPermissions = () => {
  let check: CheckHandler = null
  let request: RequestHandler = null
  const grants: Grants = async (contents, permission, origin) => {
    const details = { requestingUrl: `${origin}/`, securityOrigin: `${origin}/`, isMainFrame: true }
    if (check !== null && !check(contents, permission, `${origin}/`, details)) return false
    const handler = request
    if (handler === null) return true
    return new Promise((resolve) =>
      handler(contents, permission, resolve, { requestingUrl: `${origin}/`, isMainFrame: true }),
    )
  }
  const members = {
    setPermissionCheckHandler: (handler: CheckHandler): void => {
      check = handler
    },
    setPermissionRequestHandler: (handler: RequestHandler): void => {
      request = handler
    },
    // Chromium offers a device or a screen only after a choice that nobody makes here.
    setDevicePermissionHandler: (): void => undefined,
    setDisplayMediaRequestHandler: (): void => undefined,
  }
  return { members, grants }
}

// The protocol's names for Electron's permissions; Chromium denies every one that is not granted by name.
const names: readonly (readonly [Permission, string])[] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['clipboard-read', 'clipboardReadWrite'],
  ['clipboard-sanitized-write', 'clipboardSanitizedWrite'],
  ['media', 'audioCapture'],
  ['media', 'videoCapture'],
  ['midi', 'midi'],
  ['midiSysex', 'midiSysex'],
  ['idle-detection', 'idleDetection'],
  ['display-capture', 'displayCapture'],
  ['sensors', 'sensors'],
  ['persistent-storage', 'durableStorage'],
  ['screen-wake-lock', 'wakeLockScreen'],
  ['local-fonts', 'localFonts'],
  ['window-management', 'windowManagement'],
  ['storage-access', 'storageAccess'],
  ['background-sync', 'backgroundSync'],
  ['background-fetch', 'backgroundFetch'],
]

/** The protocol's names of all permissions that the app grants to an origin. */
export const grantedNames = async (
  grants: Grants,
  contents: Electron.WebContents,
  origin: string,
): Promise<readonly string[]> => {
  const answers = names.map(async ([permission, name]) => ((await grants(contents, permission, origin)) ? [name] : []))
  return (await Promise.all(answers)).flat()
}
