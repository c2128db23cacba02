import { PassThrough, Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { Output, OutputClosed } from '../../../electron/cli/output'

const quiet = (): PassThrough => new PassThrough()

it('waits for a slow reader, and leaves no listener behind', async () => {
  const taken: (() => void)[] = []
  const out = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => taken.push(done) })
  const output = new Output('en', out, quiet())
  const before = ['drain', 'close', 'error'].map((event) => out.listenerCount(event))
  for (let line = 0; line < 30; line += 1) {
    let written = false
    const writing = output.write('line\n').then(() => {
      written = true
    })
    await Promise.resolve()
    expect(written).toBe(false)
    taken.shift()?.()
    await writing
  }
  expect(['drain', 'close', 'error'].map((event) => out.listenerCount(event))).toEqual(before)
})

it('ends when the reader goes while it waits', async () => {
  const gone = Object.assign(new Error('gone'), { code: 'EPIPE' })
  const out = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => done(gone) })
  const output = new Output('en', out, quiet())
  await expect(output.write(new TextEncoder().encode('line\n'))).rejects.toBeInstanceOf(OutputClosed)
  await expect(output.write('line\n')).rejects.toBeInstanceOf(OutputClosed)
})
