// Draws assets/icons/icon.png from icon.svg with Chromium: `node scripts/icons.ts`, after the drawing has changed. electron-builder
// makes every other size from it.
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inProject } from './project.ts'
import { runProgram } from './run-program.ts'
import { findSystemProgram } from './system-packages.ts'

const size = 512

async function drawIcon(): Promise<number> {
  const chromium = findSystemProgram('chromium')
  if (chromium === null) {
    console.error('Chromium was not found: set CHROMIUM to its path.')
    return 1
  }
  const folder = await mkdtemp(join(tmpdir(), 'aide-icon-'))
  const page = join(folder, 'icon.html')
  const drawing = readFileSync(inProject('assets', 'icons', 'icon.svg'), 'utf8')
  await writeFile(page, `<!doctype html><style>*{margin:0}svg{display:block}</style>${drawing}`)
  const { code } = await runProgram(chromium, [
    '--headless=new',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
    // Chromium refuses to run as root with its sandbox; the page is our own drawing.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(folder, 'profile')}`,
    '--default-background-color=00000000',
    '--hide-scrollbars',
    `--window-size=${size},${size}`,
    `--screenshot=${inProject('assets', 'icons', 'icon.png')}`,
    pathToFileURL(page).href,
  ])
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  return code
}

process.exitCode = await drawIcon()
