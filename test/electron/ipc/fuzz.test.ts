import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHANNELS } from '#shared/ipc/channels'
import { watchFileAccess } from './fuzz/file-access'
import { faultsOf, fuzzChannels, strayed } from './fuzz/fuzz'

/** A short form of what `npm run soak` does with 10,000 for each channel and another seed each time. */
const PAYLOADS = 60
const SEED = 20261123

describe('random and hostile payloads', () => {
  it.each(CHANNELS)('%s answers each by its contract, and goes nowhere else', async (channel) => {
    const [fuzzed] = await fuzzChannels({ payloads: PAYLOADS, seed: SEED, channels: [channel] })
    expect(fuzzed?.failures.slice(0, 3)).toEqual([])
    expect(fuzzed?.sent).toBeGreaterThan(PAYLOADS * 0.7)
    // Some fit the contract: else only its schema would have been tested.
    expect(fuzzed?.taken).toBeGreaterThan(0)
  })
})

describe('the fuzzer finds', () => {
  it('what goes elsewhere', async () => {
    const access = watchFileAccess()
    const path = join(tmpdir(), `duibiao-fuzz-${process.pid}.txt`)
    await writeFile(path, 'x')
    await readFile(path)
    expect(strayed(access.taken(), [join(tmpdir(), 'other')])).toEqual([path])
    expect(strayed([path], [path])).toEqual([])
    access.stop()
    await readFile(path)
    expect(access.taken()).toEqual([])
  })

  it.each([
    ['no result', 'settings:read', { language: 'en' }, 'no result of the contract'],
    ['another value than the contract has', 'project:create', { ok: true, value: { id: '../..' } }, 'no result'],
    [
      'a defect',
      'app:info',
      { ok: false, error: { key: 'errors.ipc.unexpected', params: {} } },
      'errors.ipc.unexpected',
    ],
    ['a message that nobody wrote', 'app:info', { ok: false, error: { key: 'errors.x', params: {} } }, 'is no message'],
    ['silence', 'app:info', 'no answer came', 'no answer came'],
  ] as const)('%s', (_what, channel, answer, told) => {
    expect(faultsOf(channel, answer).join()).toContain(told)
  })
})
