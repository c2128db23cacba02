import { describe, expect, it } from 'vitest'
import { Problem } from '../../../electron/files/problem'
import { answer, type Handler } from '../../../electron/ipc/handle'

const OURS = { sender: 'workbench', senderFrame: { url: 'app://duibiao/index.html', parent: null } }
const RUN = '0b1f2c64-7c0e-4f0b-9d55-0d6c1a2b3c4d'

/** Answers `import:cancel` or `import:paths` with what the test gives; `defects` collects what was logged. */
function bench() {
  const defects: unknown[] = []
  const log = {
    isWorkbench: (contents: unknown) => contents === 'workbench',
    logDefect: (_channel: string, error: unknown): void => void defects.push(error),
  }
  return {
    defects,
    cancel: (handler: Handler<'import:cancel'>) => answer('import:cancel', handler, log),
    paths: (handler: Handler<'import:paths'>) => answer('import:paths', handler, log),
  }
}

describe('answer', () => {
  it('gives the handler what the contract lets in, and answers with its value', async () => {
    let seen: unknown
    const { paths } = bench()
    const handle = paths((input) => {
      seen = input
      return { run: RUN }
    })
    expect(await handle(OURS, { paths: ['/a'], more: 1 })).toEqual({ ok: true, value: { run: RUN } })
    expect(seen).toEqual({ paths: ['/a'] })
  })

  it('refuses a strange sender before anything else', async () => {
    let called = false
    const handle = bench().cancel(() => {
      called = true
      return null
    })
    const refused = { ok: false, error: { key: 'errors.ipc.sender', params: {} } }
    const strange = { sender: 'workbench', senderFrame: { url: 'https://example.com/', parent: null } }
    expect(await handle(strange, { run: RUN })).toEqual(refused)
    // The importer's page, which gave itself the workbench's address.
    expect(await handle({ ...OURS, sender: 'importer' }, { run: RUN })).toEqual(refused)
    expect(called).toBe(false)
  })

  it('refuses what the contract does not know, and names the fault', async () => {
    const handle = bench().paths(() => ({ run: RUN }))
    const refused = await handle(OURS, { paths: [] })
    expect(refused).toMatchObject({
      ok: false,
      error: { key: 'errors.ipc.input', params: { channel: 'import:paths' } },
    })
    expect(refused).toMatchObject({ error: { params: { detail: expect.stringContaining('paths') } } })
  })

  it('passes on the message of a problem without logging it', async () => {
    const { cancel, defects } = bench()
    const handle = cancel(() => {
      throw new Problem('errors.project.notOpen')
    })
    expect(await handle(OURS, { run: RUN })).toEqual({
      ok: false,
      error: { key: 'errors.project.notOpen', params: {} },
    })
    expect(defects).toEqual([])
  })

  it('turns any other error into a failure, and logs it', async () => {
    const { cancel, defects } = bench()
    const error = new TypeError('x is undefined')
    const handle = cancel(() => Promise.reject(error))
    expect(await handle(OURS, { run: RUN })).toEqual({
      ok: false,
      error: { key: 'errors.ipc.unexpected', params: { channel: 'import:cancel', detail: 'x is undefined' } },
    })
    expect(defects).toEqual([error])
  })

  it('holds back an answer that is not what the contract says', async () => {
    const { paths, defects } = bench()
    const handle = paths(() => ({ run: 'no uuid' }))
    expect(await handle(OURS, { paths: ['/a'] })).toMatchObject({ ok: false, error: { key: 'errors.ipc.output' } })
    expect(defects).toHaveLength(1)
  })
})
