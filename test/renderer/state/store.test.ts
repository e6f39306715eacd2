import { expect, it, vi } from 'vitest'
import { createStore } from '../../../renderer/state/store.ts'

it('wakes listeners after a change, nobody when nothing changed, and nobody who left', () => {
  const store = createStore((count: number, step: number) => count + step, 1)
  const listener = vi.fn()
  const stop = store.subscribe(listener)
  store.dispatch(0)
  expect(listener).not.toHaveBeenCalled()
  store.dispatch(2)
  expect(listener).toHaveBeenCalledOnce()
  expect(store.get()).toBe(3)
  stop()
  store.dispatch(1)
  expect(listener).toHaveBeenCalledOnce()
})
