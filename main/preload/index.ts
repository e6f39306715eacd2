// The only door between the window and main: two channel names, no schema, nothing of Electron handed on. It runs sandboxed,
// and main checks whatever comes through.
import { contextBridge, ipcRenderer } from 'electron'
import { callChannel, eventChannel } from '../../domain/channels.ts'
import type { Bridge, EventName, Events } from '../../domain/contract.ts'

type Listener = (event: never) => void

const listeners = new Map<string, Set<Listener>>()

ipcRenderer.on(eventChannel, (_event, name: unknown, payload: unknown) => {
  if (typeof name !== 'string') return
  for (const listener of listeners.get(name) ?? []) listener(payload as never)
})

/** Adds a listener to the page's own set for that event; the returned function takes it out again. */
function listen<Name extends EventName>(name: Name, listener: (event: Events[Name]) => void): () => void {
  const known = listeners.get(name) ?? new Set<Listener>()
  listeners.set(name, known.add(listener))
  return () => {
    known.delete(listener)
  }
}

const bridge: Bridge = {
  call: (name, args) => ipcRenderer.invoke(callChannel, name, args),
  on: listen,
}

contextBridge.exposeInMainWorld('aideMemoire', bridge)
