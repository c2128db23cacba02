import { afterEach, expect, it } from 'vitest'
import { ImportAnswer } from '#shared/ipc/imports'
import { newId } from '#shared/model/identity'
import { openDatabase, type ProjectDatabase } from '../../../renderer/storage'
import { libraryKeeperOf } from '../../../renderer/storage/library-keeper'

const workers: Worker[] = []
afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate()
})

/** Starts the import worker with one end of a channel, as the page does; gives the other end. */
function start(): MessagePort {
  const url = new URL('../../../renderer/workers/import/worker.ts', import.meta.url)
  const worker = new Worker(url, { type: 'module' })
  workers.push(worker)
  const { port1, port2 } = new MessageChannel()
  worker.postMessage(null, [port2])
  return port1
}

const nextAnswer = (port: MessagePort): Promise<ImportAnswer> =>
  new Promise((resolve) => {
    port.onmessage = ({ data }) => resolve(ImportAnswer.parse(data))
  })

async function requestOf(project: string, text: string) {
  const { buffer } = new TextEncoder().encode(text)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', buffer))
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const at = '2026-01-02T03:04:05.000Z'
  const readAs = { format: null, encoding: null }
  const file = { name: 'a.txt', folder: '', hash, bytes: buffer, readAs, since: null }
  return { type: 'file', ticket: 1, project, mode: 'import', journalLast: 0, ...file, author: '甲', at }
}

/** Resolves when this window's library has a source. */
const seen = (db: ProjectDatabase): Promise<void> =>
  new Promise((resolve) => {
    const keeper = libraryKeeperOf(db)
    const end = keeper.subscribe(() => {
      if (keeper.snapshot()?.rows.length !== 1) return
      end()
      resolve()
    })
  })

it('says ready, imports a file, and the window sees it', async () => {
  const project = newId()
  const db = await openDatabase(project)
  const visible = seen(db)
  const port = start()
  expect(await nextAnswer(port)).toEqual({ type: 'ready' })
  const answer = nextAnswer(port)
  port.postMessage(await requestOf(project, '政府工作报告\n2023年地区生产总值增长8%。'))
  expect(await answer).toMatchObject({
    type: 'done',
    ticket: 1,
    outcome: { status: 'imported' },
    entry: { sequence: 1 },
  })
  await visible
  db.close()
})
