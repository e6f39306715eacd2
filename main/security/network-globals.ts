// Node gives every thread ways to open a connection without importing anything. Nothing here needs them, and libraries
// that read documents know how to use them: so they are taken away before a document or a text is looked at.

/** Names of global functions and classes that open connections. */
export const networkGlobals = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'WebSocketStream'] as const

/** Removes them from a thread's globals; using one afterwards is an error like any unknown name. */
export function removeNetworkGlobals(globals: object = globalThis): void {
  for (const name of networkGlobals) Reflect.deleteProperty(globals, name)
}
