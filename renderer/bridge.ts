// The window's client of main: every call gives a Result, even when the channel itself breaks, so that no view ever sees an
// exception where it should show a sentence.
import type { Bridge, CallArguments, CallName, CallResult, EventName, Events } from '../domain/contract.ts'
import { failed } from '../domain/result.ts'

export type Client = {
  readonly call: <Name extends CallName>(name: Name, args: CallArguments<Name>) => Promise<CallResult<Name>>
  readonly on: <Name extends EventName>(name: Name, listener: (event: Events[Name]) => void) => () => void
}

/** Wraps the preload's bridge. A call that rejects or throws gives the failure `program-error`. */
export function createClient(bridge: Bridge): Client {
  return {
    call: async (name, args) => {
      try {
        return await bridge.call(name, args)
      } catch {
        return failed('program-error')
      }
    },
    on: (name, listener) => bridge.on(name, listener),
  }
}
