/** Closes a union: compiling proves every case is handled; reaching it at run time is a programming error and throws. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
