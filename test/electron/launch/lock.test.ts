import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { alone, ownName, partOf, removeAbandoned } from '../../../electron/launch/lock.mjs'
import { deadProcess, folderWith } from './temporary'

const HOST = ownName().slice(0, -`-${process.pid}`.length)
const LONG_AGO = new Date('2026-01-01T00:00:00Z')

describe('two at once', () => {
  it('go one after the other', async () => {
    const path = join(folderWith(), 'deep', 'a.lock')
    const order: string[] = []
    const work = (name: string) =>
      alone(path, 'testing', async () => {
        order.push(`${name} begins`)
        await new Promise((done) => setImmediate(done))
        order.push(`${name} ends`)
        return name
      })
    expect(await Promise.all([work('a'), work('b')])).toEqual(['a', 'b'])
    // Either may be first; neither begins before the other has ended.
    const [first, second] = order[0] === 'a begins' ? ['a', 'b'] : ['b', 'a']
    expect(order).toEqual([`${first} begins`, `${first} ends`, `${second} begins`, `${second} ends`])
    expect(existsSync(path)).toBe(false)
  })

  it('are let in again when the first one fails', async () => {
    const path = join(folderWith(), 'a.lock')
    const failing = alone(path, 'testing', () => Promise.reject(new Error('broken')))
    await expect(failing).rejects.toThrow('broken')
    expect(await alone(path, 'testing', async () => 1)).toBe(1)
  })

  it('do not wait for one that is gone', async () => {
    const path = join(folderWith({ 'a.lock/holder': `${HOST}-${await deadProcess()}` }), 'a.lock')
    expect(await alone(path, 'testing', async () => 1)).toBe(1)
  })

  it('do not wait for one that died before it had said its name', async () => {
    const path = join(folderWith(), 'a.lock')
    mkdirSync(path)
    utimesSync(path, LONG_AGO, LONG_AGO)
    expect(await alone(path, 'testing', async () => 1)).toBe(1)
  })
})

it('removes the folders of starts that were killed, and no others', async () => {
  const folder = folderWith()
  const dead = await deadProcess()
  const names = {
    killed: `x.part-${HOST}-${dead}-abc123`,
    alive: `${partOf('x')}abc123`,
    otherMachine: `x.part-other.${hostname()}-${dead}-abc123`,
    otherMachineLongAgo: `x.part-other.${hostname()}-1-abc123`,
    runtime: 'electron-33.2.1-linux-x64-1',
  }
  for (const name of Object.values(names)) mkdirSync(join(folder, name))
  writeFileSync(join(folder, names.killed, 'file'), 'x')
  utimesSync(join(folder, names.otherMachineLongAgo), LONG_AGO, LONG_AGO)
  await removeAbandoned(folder)
  expect(readdirSync(folder).sort()).toEqual([names.runtime, names.alive, names.otherMachine].sort())
})
