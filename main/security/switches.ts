// No fuse closes switches such as `--remote-debugging-port` or `--no-sandbox`. A packaged release therefore looks at its own
// command line before anything else and refuses to start with one that opens it to others.

const refused: readonly RegExp[] = [
  /^remote-debugging-/,
  /^remote-allow-origins$/,
  /^no-sandbox$/,
  /^disable-(gpu-)?sandbox$/,
  /^disable-setuid-sandbox$/,
  /^disable-namespace-sandbox$/,
  /^disable-web-security$/,
  /^disable-site-isolation/,
  /^allow-(file-access|running-insecure-content)/,
  /^inspect/,
  /^js-flags$/,
  /^load-extension$/,
  /^proxy-/,
  /^host-(resolver-)?rules$/,
  /^enable-logging$/,
  /^log-net-log$/,
  /^trace-startup/,
  /^utility-cmd-prefix$/,
  /^renderer-cmd-prefix$/,
  /^gpu-launcher$/,
  /^auto-open-devtools-for-tabs$/,
  /^unsafely-/,
]

/** The switches of a command line (without their values) that a packaged release refuses to start with. */
export function refusedSwitches(commandLine: readonly string[]): readonly string[] {
  return commandLine
    .filter((argument) => argument.startsWith('-'))
    .map((argument) => argument.replace(/^-+/, '').split('=', 1)[0]?.toLowerCase() ?? '')
    .filter((name) => refused.some((pattern) => pattern.test(name)))
}
