// Work that must not overtake other work: each piece begins when the one before has ended.

export type InOrder = <Value>(work: () => Promise<Value>) => Promise<Value>

/** Makes a queue. A piece that fails fails for who asked for it; the next ones go on. */
export function createInOrder(): InOrder {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}
