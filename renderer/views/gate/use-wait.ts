// Counts down until the next passphrase is looked at.
import { useEffect, useState } from 'react'

/** Whole seconds that are left of `wait` milliseconds, from when it was told; a wait told anew begins anew. */
export function useWait(wait: number, told: unknown): number {
  const [left, setLeft] = useState(wait)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same number of milliseconds told again is another wait
  useEffect(() => {
    const end = performance.now() + wait
    const look = () => setLeft(Math.max(0, end - performance.now()))
    look()
    if (wait === 0) return
    const timer = setInterval(() => {
      look()
      if (performance.now() >= end) clearInterval(timer)
    }, 200)
    return () => clearInterval(timer)
  }, [wait, told])
  return Math.ceil(left / 1000)
}
