import { afterEach, expect, it } from 'vitest'
import { AS_FOUND } from '#shared/model/source'
import { Analyser } from '../../../electron/cli/analyser'

const file = { name: 'a.txt', hash: '0'.repeat(64), bytes: new TextEncoder().encode('第一行\n第二行') }
let analyser: Analyser | null = null
afterEach(() => analyser?.close())

it('gives the text, and refuses what is none', async () => {
  analyser = new Analyser()
  expect(await analyser.text(file)).toBe('第一行\n第二行')
  await expect(analyser.text({ ...file, bytes: new Uint8Array(0) })).rejects.toMatchObject({
    reason: { key: 'errors.file.empty' },
  })
  expect(await analyser.text(file)).toBe('第一行\n第二行')
})

it('ends a file that takes too long', async () => {
  // Not even the worker's start fits into this limit.
  analyser = new Analyser(AS_FOUND, { seconds: 0.001, memory: 256 })
  await expect(analyser.text(file)).rejects.toMatchObject({ reason: { key: 'errors.import.timeout' } })
})

it('outlives a worker that runs out of memory', async () => {
  // A heap in which the worker can not even load its code.
  analyser = new Analyser(AS_FOUND, { seconds: 60, memory: 2 })
  await expect(analyser.text(file)).rejects.toMatchObject({ reason: { key: 'errors.import.crashed' } })
  await expect(analyser.text(file)).rejects.toMatchObject({ reason: { key: 'errors.import.crashed' } })
})
