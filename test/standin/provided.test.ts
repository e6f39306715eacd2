import { expect, test, vi } from 'vitest'
import { appEvent, constructible, emitterWith, provided } from './provided.ts'

test('what is not there throws when it is read, not undefined', () => {
  const shell = provided('shell', { beep: () => 'beep' }) as { beep: () => string; trashItem?: unknown }
  expect(shell.beep()).toBe('beep')
  expect(() => shell.trashItem).toThrow(/does not provide shell\.trashItem/)
})

test('a test may put something else in a member’s place', () => {
  const dialog = provided('dialog', { show: (): string => 'own' })
  dialog.show = () => 'test'
  expect(dialog.show()).toBe('test')
})

test('it can be awaited, printed and compared like any object', async () => {
  const app = provided('app', { name: 'x' })
  expect(await app).toBe(app)
  expect(JSON.stringify(app)).toBe('{"name":"x"}')
})

test('listening to an event that never comes throws', () => {
  const app = emitterWith('app', ['ready'], {})
  const listener = vi.fn()
  app.on('ready', listener)
  app.emit('ready')
  expect(listener).toHaveBeenCalledOnce()
  expect(() => app.on('raedy', listener)).toThrow(/app: event 'raedy'/)
  expect(() => app.once('raedy', listener)).toThrow(/app: event 'raedy'/)
})

test('members that are asked each time stay so', () => {
  let count = 0
  const counter = emitterWith('counter', [], {
    get next() {
      count += 1
      return count
    },
  })
  expect([counter.next, counter.next]).toEqual([1, 2])
})

test('an event remembers that its default was prevented', () => {
  const event = appEvent({ url: 'x' })
  expect(event.defaultPrevented).toBe(false)
  event.preventDefault()
  expect(event).toMatchObject({ url: 'x', defaultPrevented: true })
})

test('a class can be made with new and asked for its static members, not for others', () => {
  const Thing = constructible('Thing', (size: number) => ({ size }), { all: () => ['x'] })
  expect(new Thing(3).size).toBe(3)
  expect(Thing.all()).toEqual(['x'])
  expect(() => (Thing as unknown as { some: unknown }).some).toThrow(/Thing\.some/)
})
