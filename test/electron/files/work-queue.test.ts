import { describe, expect, it } from 'vitest'
import { WorkQueue } from '../../../electron/files/work-queue'

describe('WorkQueue', () => {
  it('gives out work in order, and ends when all is done', async () => {
    const queue = new WorkQueue([1, 2])
    expect(await queue.take()).toBe(1)
    queue.done()
    expect(await queue.take()).toBe(2)
    queue.done()
    expect(await queue.take()).toBeNull()
  })

  it('lets a lane without work wait for what another brings, which goes first', async () => {
    const queue = new WorkQueue([1, 9])
    expect(await queue.take()).toBe(1)
    queue.push([2, 3])
    expect(await queue.take()).toBe(2)
    expect(await queue.take()).toBe(3)
    expect(await queue.take()).toBe(9)
    const waiting = queue.take()
    queue.push([10])
    expect(await waiting).toBe(10)
    for (let count = 0; count < 5; count += 1) queue.done()
    expect(await queue.take()).toBeNull()
  })

  it('gives out nothing more once it was ended, and lets those who wait go', async () => {
    const queue = new WorkQueue([1, 2])
    await queue.take()
    await queue.take()
    const waiting = queue.take()
    queue.end()
    expect(await waiting).toBeNull()
    queue.push([3])
    expect(await queue.take()).toBeNull()
  })
})
