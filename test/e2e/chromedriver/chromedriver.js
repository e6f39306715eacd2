#!/usr/bin/env node
// Stands in for electron-chromedriver, which downloads a driver: finds one on this machine and becomes it, handing on
// arguments and signals. It is plain CommonJS, because Spectron starts it as a script.
const { spawn } = require('node:child_process')
const { existsSync } = require('node:fs')
const path = require('node:path')

const program = process.platform === 'win32' ? 'chromedriver.exe' : 'chromedriver'
const root = path.resolve(__dirname, '../../..')

/** The drivers to try: the one that was named, one that came with Electron, the system's. */
const candidates = () => [
  process.env.CHROMEDRIVER,
  process.env.ELECTRON_OVERRIDE_DIST_PATH && path.join(process.env.ELECTRON_OVERRIDE_DIST_PATH, program),
  path.join(root, 'node_modules/electron/dist', program),
  '/usr/bin/chromedriver',
  ...(process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, program)),
]

// npm puts a link to this very file on the PATH of its scripts.
const isThisFile = (file) => require('node:fs').realpathSync(file) === __filename

/** Path of a ChromeDriver, or undefined. */
const findDriver = () => candidates().find((file) => file && existsSync(file) && !isThisFile(file))

const run = () => {
  const driver = findDriver()
  if (driver === undefined) {
    process.stderr.write(
      'No ChromeDriver was found. Install it (Debian: apt-get install chromium-driver) or set CHROMEDRIVER.\n',
    )
    process.exit(1)
  }
  const child = spawn(driver, process.argv.slice(2), { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.on('exit', () => child.kill('SIGKILL'))
  child.on('error', (error) => {
    process.stderr.write(`${driver}: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code) => process.exit(code ?? 0))
}

module.exports = { findDriver }
if (require.main === module) run()
