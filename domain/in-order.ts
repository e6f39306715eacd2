// Work that must not overlap, one after the other; what one caller's work throws is that caller's alone.

export type InOrder = <T>(work: () => Promise<T>) => Promise<T>

/** A queue: each piece of work starts when the one before has ended, well or badly. */
export function inOrder(): InOrder {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work, work)
    last = result.catch(() => undefined)
    return result
  }
}

export type InOrderOf = {
  /** Runs work after all earlier work under the same key. */
  readonly run: <T>(key: string, work: () => Promise<T>) => Promise<T>
  /** Resolves when all work known now has ended. */
  readonly idle: () => Promise<void>
}

/** Queues by key; a key without work takes no memory. */
export function inOrderByKey(): InOrderOf {
  const tails = new Map<string, Promise<unknown>>()
  return {
    run: (key, work) => {
      const before = tails.get(key)
      const result = before === undefined ? work() : before.then(work)
      const tail = result.then(
        () => undefined,
        () => undefined,
      )
      tails.set(key, tail)
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key)
      })
      return result
    },
    idle: async () => {
      await Promise.all(tails.values())
    },
  }
}
