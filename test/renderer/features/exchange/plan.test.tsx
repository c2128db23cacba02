// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { message, newId } from '#shared/model/identity'
import { ExchangeView } from '../../../../renderer/features/exchange/exchange-view'
import { exchangeState } from '../../../../renderer/features/exchange/state'
import { listCodes, type Session, SessionProvider } from '../../../../renderer/storage'
import type { ReadFile } from '../../../../renderer/workers/exchange/protocol'
import { acting, click, draw, until } from '../../app/harness'
import { AT, MemoryJournal, newProject, open } from '../../storage/fixture'

let session: Session
let remove: () => unknown

beforeEach(async () => {
  ;({ session } = await open(newProject(), new MemoryJournal()))
  const drawn = await draw(
    <SessionProvider session={session}>
      <ExchangeView />
    </SessionProvider>,
  )
  remove = drawn.remove
})
afterEach(async () => {
  await acting(() => exchangeState.setState({ working: null, opened: null }))
  await remove()
  session.close()
})

const button = (text: RegExp) =>
  [...document.querySelectorAll('button')].find((one) => text.test(one.ariaLabel ?? one.textContent ?? ''))
const shown = () => document.body.textContent ?? ''

const none = { added: 0, joined: 0, same: 0 }
const code = { parent: null, color: '#0072b2', definition: '', example: '', order: 1, key: null, author: '' }

const read = (added: number): ReadFile => ({
  ...{ name: '别人的课题', origin: 'QualCoder', authors: ['乙'], here: ['a.txt'], absent: ['b.docx'], carried: 0 },
  placed: {
    codes: [{ ...code, id: newId(), name: '民生', createdAt: AT }],
    ...{ annotations: [], memos: [], statements: [], provenance: [], reports: new Map() },
  },
  counts: {
    codes: { added, same: 1 - added },
    annotations: none,
    memos: none,
    statements: { added: 0, same: 0 },
    provenance: { added: 0 },
  },
  ...{ unplaced: 3, onAbsent: 0, memosLost: 0, statementsLost: 0 },
  leftOut: [message('exchangeFiles.leftOut.pictures', { count: 2 })],
})
const shows = (file: ReadFile) =>
  acting(() =>
    exchangeState.setState({ opened: { file: 'x.qdpx', type: 'qdpx', bytes: new Uint8Array(), read: file } }),
  )

it('shows what a file holds and what is left out, and imports it on the word of the user', async () => {
  await shows(read(1))
  for (const words of ['“x.qdpx”里的内容', 'QualCoder', 'b.docx', '新增 1 个，已有 0 个', '3 处段落', '2 '])
    expect(shown()).toContain(words)
  expect(await session.db.codes.count()).toBe(0)
  await click(button(/^导\s?入$/))
  await until(() => expect(exchangeState.getState()).toMatchObject({ opened: null, working: null }))
  expect((await listCodes(session.db)).map(({ name }) => name)).toEqual(['民生'])
  await acting(() => session.undo())
  expect(await session.db.codes.count()).toBe(0)
})

it('has nothing to import where all is here, and closes the file', async () => {
  await shows(read(0))
  expect(button(/^导\s?入$/)?.disabled).toBe(true)
  expect(shown()).toContain('文件里的内容课题里都已经有了')
  await click(button(/^关\s?闭$/))
  expect(exchangeState.getState().opened).toBeNull()
})

it('takes the texts of the file along, or only what stands on texts that are here', async () => {
  await shows({ ...read(0), carried: 1, onAbsent: 4 })
  expect(shown()).toContain('1 篇正文一起导入，以及其上的 4 处段落')
  expect(shown()).not.toContain('4 处段落所在的正文不在课题里')
  expect(button(/^导\s?入$/)?.disabled).toBe(false)
  const box = document.querySelector<HTMLInputElement>('input[type=checkbox]')
  if (!box) throw new Error('no box')
  await click(box)
  expect(shown()).toContain('4 处段落所在的正文不在课题里')
  expect(button(/^导\s?入$/)?.disabled).toBe(true)
})

it('says how far a work is, which can be given up, and saves a page only with a report in the reader', async () => {
  expect(button(/保存：带编码的报告网页/)?.disabled).toBe(true)
  const cancel = vi.fn()
  await acting(() => exchangeState.setState({ working: { type: 'write', done: 1, total: 4, cancel } }))
  expect(shown()).toContain('25%')
  await click(button(/^取\s?消$/))
  expect(cancel).toHaveBeenCalledOnce()
})
