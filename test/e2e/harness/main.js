// Starts the built app with what an end-to-end test needs around it, so that the app itself has no hook for tests: the
// test answers dialogs and gives orders through a folder, AIDE_E2E_CONTROL. Plain JavaScript, the same on Electron and
// on its stand-in.
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, BrowserWindow, clipboard, dialog, Menu, powerMonitor } from 'electron'

const control = process.env.AIDE_E2E_CONTROL
const file = (name) => join(control, name)
const log = (text) => appendFileSync(file('stderr.log'), text)

// ChromeDriver throws the app's output away.
for (const stream of [process.stderr, process.stdout]) {
  const write = stream.write.bind(stream)
  stream.write = (...args) => {
    log(typeof args[0] === 'string' ? args[0] : Buffer.from(args[0]).toString())
    return write(...args)
  }
}
process.on('uncaughtExceptionMonitor', (error) => log(`uncaught: ${error instanceof Error ? error.stack : error}\n`))
writeFileSync(file('pid.part'), String(process.pid))
renameSync(file('pid.part'), file('pid'))

/** Takes the next answer that the test gave; undefined when there is none. */
const nextAnswer = () => {
  const path = file('answers.json')
  const [answer, ...rest] = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []
  if (answer !== undefined) writeFileSync(path, JSON.stringify(rest))
  return answer
}
// A dialog may be called with its window first.
const asked = (kind, args) => {
  const options = args.at(-1)
  const answer = nextAnswer()
  appendFileSync(file('dialogs.jsonl'), `${JSON.stringify({ kind, options })}\n`)
  if (answer === undefined || !(kind in answer))
    log(`harness: ${kind} dialog without an answer: ${JSON.stringify(options)}\n`)
  return { options, answer: answer?.[kind] }
}
dialog.showOpenDialog = async (...args) => {
  const { answer } = asked('open', args)
  return { canceled: !answer, filePaths: answer ?? [] }
}
dialog.showSaveDialog = async (...args) => {
  const { answer } = asked('save', args)
  return { canceled: !answer, filePath: answer ?? '' }
}
dialog.showMessageBox = async (...args) => {
  const { answer, options } = asked('message', args)
  return { response: answer ?? options.cancelId ?? 0, checkboxChecked: false }
}
dialog.showErrorBox = (title, content) => {
  appendFileSync(file('dialogs.jsonl'), `${JSON.stringify({ kind: 'error', options: { title, content } })}\n`)
  log(`harness: error box: ${title}: ${content}\n`)
}

const orders = {
  'crash-page': () => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  menu: ({ id }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id)
    if (!item) return log(`harness: no menu item ${id}\n`)
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    item.click({}, window, window?.webContents)
  },
  power: ({ event }) => powerMonitor.emit(event),
  clipboard: async () => {
    const items = await clipboard.read()
    const pairs = items.flatMap((item) =>
      item.types.map(async (type) => [type, await (await item.getType(type)).text()]),
    )
    writeFileSync(file('clipboard.part'), JSON.stringify(Object.fromEntries(await Promise.all(pairs))))
    renameSync(file('clipboard.part'), file('clipboard.json'))
  },
  quit: () => app.quit(),
}
const follow = (_event, name) => {
  const orderFiles = name ? [name] : readdirSync(control)
  for (const entry of orderFiles) {
    if (!/^order-\d+\.json$/.test(entry) || !existsSync(file(entry))) continue
    const order = JSON.parse(readFileSync(file(entry), 'utf8'))
    rmSync(file(entry))
    orders[order.name](order)
  }
}
watch(control, follow)

await import(pathToFileURL(process.env.AIDE_E2E_MAIN).href)
