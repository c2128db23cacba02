import { expect, it } from 'vitest'
import { Room } from '../../../electron/files/room'

/** Work that ends when the test says so. */
function held() {
  let release: () => void = () => undefined
  const ended = new Promise<void>((resolve) => {
    release = resolve
  })
  return { ended, release }
}

it('lets in what there is room for, and one thing however large it is', async () => {
  const room = new Room(10)
  const inside: string[] = []
  const [a, b, large] = [held(), held(), held()]
  const work = (name: string, bytes: number, { ended }: { ended: Promise<void> }) =>
    room.within(bytes, async () => {
      inside.push(name)
      await ended
      inside.splice(inside.indexOf(name), 1)
    })
  const all = [work('a', 6, a), work('b', 4, b), work('large', 50, large)]
  await new Promise(setImmediate)
  expect(inside).toEqual(['a', 'b'])
  a.release()
  await all[0]
  await new Promise(setImmediate)
  expect(inside).toEqual(['b'])
  b.release()
  await all[1]
  await new Promise(setImmediate)
  expect(inside).toEqual(['large'])
  large.release()
  await all[2]
})

it('gives its room back when the work fails', async () => {
  const room = new Room(10)
  await expect(room.within(10, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await room.within(10, async () => 'in')).toBe('in')
})
