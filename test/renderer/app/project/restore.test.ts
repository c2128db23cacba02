// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { newId } from '#shared/model/identity'
import { restoreOriginals } from '../../../../renderer/app/project/restore'
import { fakeMain } from '../harness'
import { progress } from './progress'

const ORIGINALS = [{ hash: 'a'.repeat(64), name: '1.txt' }]
it('waits for the end of its own run', async () => {
  const run = newId()
  const main = fakeMain({ 'import:restore': () => ({ ok: true, value: { run } }) })
  const done: number[] = []
  let through = false
  const waiting = restoreOriginals(ORIGINALS, (count) => done.push(count)).then(() => {
    through = true
  })
  await Promise.resolve()
  main.emit('import:progress', progress(newId(), { mode: 'import', state: 'finished', done: 9 }))
  main.emit('import:progress', progress(newId(), { state: 'finished', done: 7 }))
  main.emit('import:progress', progress(run))
  await new Promise((resolve) => setTimeout(resolve))
  expect(through).toBe(false)
  main.emit('import:progress', progress(run, { state: 'finished', done: 1 }))
  await waiting
  expect(done).toEqual([7, 0, 1])
  expect(main.askedOn('import:restore')).toEqual([{ originals: ORIGINALS }])
})

it('does not miss an end that comes before the answer', async () => {
  const run = newId()
  const main = fakeMain()
  main.answers['import:restore'] = () => {
    main.emit('import:progress', progress(run, { state: 'finished', done: 1 }))
    return { ok: true, value: { run } }
  }
  await restoreOriginals(ORIGINALS, () => undefined)
})

it('fails with the reason of main', async () => {
  fakeMain({
    'import:restore': () => ({ ok: false, error: { key: 'errors.original.missing', params: {} } }),
  })
  await expect(restoreOriginals(ORIGINALS, () => undefined)).rejects.toMatchObject({
    reason: { key: 'errors.original.missing' },
  })
})
