// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { listen, pathOf, request } from '../../../renderer/bridge'
import { type FakeMain, fakeMain } from '../app/harness'

let main: FakeMain
beforeEach(() => {
  main = fakeMain()
})

it('hands the answer on', async () => {
  main.answers['import:choose'] = () => ({ ok: true, value: { run: null } })
  expect(await request('import:choose', { what: 'files' })).toEqual({ ok: true, value: { run: null } })
  expect(main.asked).toEqual([{ channel: 'import:choose', payload: { what: 'files' } }])
})

it('hands the refusal of main on', async () => {
  const refusal = { ok: false, error: { key: 'errors.project.notOpen', params: {} } }
  main.answers['import:sample'] = () => refusal
  expect(await request('import:sample', null)).toEqual(refusal)
})

it('does not send what does not fit the contract', async () => {
  const result = await request('import:paths', { paths: [] })
  expect(result).toMatchObject({ ok: false, error: { key: 'errors.ipc.input', params: { channel: 'import:paths' } } })
  expect(main.asked).toEqual([])
})

it.each([null, 'yes', { ok: true, value: { run: 7 } }, { ok: true }, { ok: false }])(
  'takes %j for no answer',
  async (answer) => {
    main.answers['import:choose'] = () => answer
    expect(await request('import:choose', { what: 'folder' })).toMatchObject({
      ok: false,
      error: { key: 'errors.ipc.output', params: { channel: 'import:choose' } },
    })
  },
)

it('makes a failure of a main process that throws', async () => {
  main.answers['app:info'] = () => {
    throw new Error('gone')
  }
  expect(await request('app:info', null)).toMatchObject({
    ok: false,
    error: { key: 'errors.ipc.unexpected', params: { channel: 'app:info', detail: 'gone' } },
  })
})

it('makes a failure of a window without a preload', async () => {
  Object.defineProperty(window, 'duibiao', { value: undefined, configurable: true })
  expect(await request('app:info', null)).toMatchObject({ ok: false, error: { key: 'errors.ipc.unexpected' } })
})

it('hears events until told to stop, and throws at one that does not fit', () => {
  const heard: unknown[] = []
  const stop = listen('system:changed', (state) => heard.push(state))
  main.emit('system:changed', { language: 'en', dark: true })
  expect(() => main.emit('system:changed', { language: 'fr', dark: true })).toThrow('system:changed')
  stop()
  main.emit('system:changed', { language: 'zh-CN', dark: false })
  expect(heard).toEqual([{ language: 'en', dark: true }])
})

it('asks the preload for paths', () => {
  expect(pathOf(new File([''], '报告.txt'))).toBe('/files/报告.txt')
})
