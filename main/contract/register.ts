// The window's calls arrive here: sender checked, arguments parsed, failures returned as data. One channel for all calls, so
// that the contract's map alone says which calls exist.
import type { IpcMain } from 'electron'
import { callChannel } from '../../domain/channels.ts'
import { type CallName, type CallResult, contract, type ParsedArguments } from '../../domain/contract.ts'
import { failed, type Result } from '../../domain/result.ts'
import { isTrustedSender, type Sender } from '../security/sender.ts'

export type Handlers = { readonly [Name in CallName]: (args: ParsedArguments<Name>) => Promise<CallResult<Name>> }
export type RegisterOptions = {
  readonly handlers: Handlers
  /** Ids of the contents of our windows. */
  readonly ourContents: () => ReadonlySet<number>
  /** Told of programming errors, with their stack. */
  readonly report: (error: unknown) => void
}

/** Registers the one channel that answers every call of the contract. */
export function registerContract(ipcMain: Pick<IpcMain, 'handle'>, options: RegisterOptions): void {
  ipcMain.handle(callChannel, (event, name: unknown, args: unknown) => answer(event, name, args, options))
}

/**
 * Answers one call. Never throws: an unknown sender gives `call-refused`, an unknown name `call-unknown`, arguments the
 * schema refuses `arguments-invalid`, an exception in a handler `program-error` (reported with its stack).
 */
export async function answer(
  event: Sender,
  name: unknown,
  args: unknown,
  options: RegisterOptions,
): Promise<Result<unknown>> {
  if (!isTrustedSender(event, options.ourContents())) return failed('call-refused')
  if (!isCallName(name)) return failed('call-unknown')
  const parsed = contract[name].arguments.safeParse(args)
  if (!parsed.success) return failed('arguments-invalid', { call: name })
  try {
    return await run(options.handlers, name, parsed.data)
  } catch (error) {
    options.report(error)
    return failed('program-error')
  }
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}

/** The schema of `name` made `args`, so they fit its handler; TypeScript can't follow that through a union of names. */
function run(handlers: Handlers, name: CallName, args: unknown): Promise<Result<unknown>> {
  const handler = handlers[name] as (args: unknown) => Promise<Result<unknown>>
  return handler(args)
}
