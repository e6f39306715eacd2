// Tries to get out of the window: each attempt of SECURITY.md's "Electron" part that a page could make must come to nothing.
import { readdir } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { ownFolder, policyComplaints, policyViolations, shown, start, watchPolicy } from './support.ts'

it('the page has no Node, no Electron and only the bridge', async () => {
  const app = await start(await ownFolder(), { provokes: true })
  const found = await app.client.execute(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
    bridge: Object.keys(window.aideMemoire).sort(),
    frozen: Object.isFrozen(window.aideMemoire),
  }))
  expect(found).toEqual({ globals: [], bridge: ['call', 'on'], frozen: true })
})

it('script from strings, inline styles, frames, forms and foreign sources are refused by the policy', async () => {
  const app = await start(await ownFolder(), { provokes: true })
  await watchPolicy(app)
  const outcome = await app.client.executeAsync((done: (result: unknown) => void) => {
    const attempts: Record<string, string> = {}
    const attempt = (name: string, run: () => unknown) => {
      try {
        run()
        attempts[name] = 'ran'
      } catch {
        attempts[name] = 'refused'
      }
    }
    const indirect = window as unknown as { ran?: boolean; eval: (code: string) => void }
    // Not in this call but in one of the page's own: what a debugger evaluates may use `eval` whatever the policy says.
    setTimeout(() => {
      attempt('eval', () => indirect.eval('window.ran = true'))
      attempt('Function', () => new Function('window.ran = true')())
      attempt('innerHTML', () => {
        document.createElement('div').innerHTML = '<img src=x onerror="window.ran = true">'
      })
      const script = document.createElement('script')
      attempt('script text', () => {
        script.text = 'window.ran = true'
        document.head.append(script)
      })
    }, 0)
    const frame = document.createElement('iframe')
    frame.src = 'https://example.org/'
    document.body.append(frame)
    const image = document.createElement('img')
    image.src = 'https://example.org/pixel.png'
    document.body.append(image)
    const style = document.createElement('style')
    style.textContent = 'body { outline: 7px solid red }'
    document.head.append(style)
    // The image is refused last; by then the page has had its chance with all the others.
    image.addEventListener('error', () => {
      const outline = getComputedStyle(document.body).outlineWidth
      frame.remove()
      image.remove()
      setTimeout(() => done({ attempts, ran: indirect.ran === true, styled: outline === '7px' }), 0)
    })
  })
  expect(outcome).toEqual({
    attempts: { eval: 'refused', Function: 'refused', innerHTML: 'refused', 'script text': 'refused' },
    ran: false,
    styled: false,
  })
  const directives = (await policyViolations(app)).map((line) => line.split(':')[0])
  for (const directive of ['frame-src', 'img-src', 'style-src-elem']) expect(directives).toContain(directive)
  expect(await policyComplaints(app)).not.toEqual([])
})

it('nothing can be fetched, by any of the page’s means', async () => {
  const app = await start(await ownFolder(), { provokes: true })
  const reached = await app.client.executeAsync((done: (result: unknown) => void) => {
    const address = 'http://127.0.0.1:9/'
    const outcome = (promise: Promise<unknown>) => promise.then(() => 'reached').catch(() => 'refused')
    const socket = new Promise((resolve, reject) => {
      try {
        const opened = new WebSocket('ws://127.0.0.1:9/')
        opened.onopen = resolve
        opened.onerror = reject
      } catch (error) {
        reject(error)
      }
    })
    const request = new Promise((resolve, reject) => {
      const sent = new XMLHttpRequest()
      sent.onload = resolve
      sent.onerror = reject
      sent.open('GET', address)
      sent.send()
    })
    const worker = new Promise((resolve, reject) => {
      try {
        const made = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
        made.onmessage = resolve
        made.onerror = reject
      } catch (error) {
        reject(error)
      }
    })
    Promise.all([fetch(address), socket, request, worker].map(outcome)).then(done)
  })
  expect(reached).toEqual(['refused', 'refused', 'refused', 'refused'])
})

it('the window stays where it is: no navigation, no new window, no download', async () => {
  const folder = await ownFolder()
  const app = await start(folder, { provokes: true })
  const before = await app.client.getUrl()
  const opened = await app.client.execute(() => {
    const made = window.open('https://example.org/')
    const link = document.createElement('a')
    link.href = 'https://example.org/'
    document.body.append(link)
    link.click()
    link.target = '_blank'
    link.click()
    link.target = ''
    link.href = URL.createObjectURL(new Blob(['confidential']))
    link.download = 'leak.txt'
    link.click()
    link.remove()
    return made === null
  })
  expect(opened).toBe(true)
  await app.client.execute(() => {
    location.href = 'https://example.org/'
  })
  await app.client.execute(() => {
    location.href = 'file:///etc/passwd'
  })
  await shown(app, 'empty-library')
  expect(await app.client.getUrl()).toBe(before)
  expect(await app.client.getWindowHandles()).toHaveLength(1)
  const left = await readdir(folder, { recursive: true })
  expect(left.filter((name) => name.includes('leak'))).toEqual([])
})

it('every permission is denied', async () => {
  const app = await start(await ownFolder(), { provokes: true })
  const states = await app.client.executeAsync((done: (result: unknown) => void) => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
    ]
    const asked = names.map((name) =>
      navigator.permissions.query({ name: name as PermissionName }).then((status) => `${name} ${status.state}`),
    )
    const position = new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('position given'),
        () => resolve('position refused'),
      ),
    )
    const clipboard = navigator.clipboard.readText().then(
      () => 'clipboard read',
      () => 'clipboard refused',
    )
    Promise.all([...asked, position, clipboard]).then(done, (error: unknown) => done([String(error)]))
  })
  expect((states as string[]).filter((state) => !/denied|refused/.test(state))).toEqual([])
})

it('a call with a made-up name, arguments or channel is answered with a reason and has no effect', async () => {
  const app = await start(await ownFolder(), { provokes: true })
  const answers = await app.client.executeAsync((done: (result: unknown) => void) => {
    const call = window.aideMemoire.call as unknown as (
      name: unknown,
      args: unknown,
    ) => Promise<{ failure?: { code: string } }>
    const calls = [
      call('__proto__', {}),
      call('library.destroy', {}),
      call('briefing.open', { id: '../../../etc/passwd' }),
      call('note.add', { briefingId: 1 }),
      call('settings.set', { locale: 'xx' }),
    ]
    Promise.all(calls).then((results) => done(results.map((result) => result.failure?.code)))
  })
  expect(answers).toEqual([
    'call-unknown',
    'call-unknown',
    'arguments-invalid',
    'arguments-invalid',
    'arguments-invalid',
  ])
})
