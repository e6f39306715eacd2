// No fuse closes switches such as `--remote-debugging-port` or `--no-sandbox`. A packaged release therefore looks at its own
// command line before anything else and starts only with switches known to be harmless: a list of the harmful ones would
// grow with every version of Chromium.

const allowed: ReadonlySet<string> = new Set([
  // Which profile, which language, how large.
  'user-data-dir',
  'lang',
  'force-device-scale-factor',
  'high-dpi-support',
  // Which display the desktop uses.
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  // Machines whose graphics can't be used, and the installed command line.
  'disable-gpu',
  'headless',
  // What the system or Chromium itself adds when it starts a program again.
  'no-startup-window',
  'original-process-start-time',
])

/**
 * The switches of a command line (names only, in lower case) that a packaged release refuses to start with. Chromium takes
 * white space around a switch, and on Windows also `/` before it; both are taken off first.
 */
export function refusedSwitches(
  commandLine: readonly string[],
  platform: NodeJS.Platform = process.platform,
): readonly string[] {
  const prefix = platform === 'win32' ? /^(?:--?|\/)/ : /^--?/
  return commandLine
    .map((argument) => argument.trim())
    .filter((argument) => prefix.test(argument))
    .map(
      (argument) =>
        argument
          .replace(/^[-/]+/, '')
          .split('=', 1)[0]
          ?.toLowerCase() ?? '',
    )
    .filter((name) => name !== '' && !allowed.has(name))
}
