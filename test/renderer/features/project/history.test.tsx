// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { JournalEntry } from '#shared/model/journal'
import { feature } from '../../../../renderer/features/project'
import { historyLines } from '../../../../renderer/features/project/history'
import { HistoryView } from '../../../../renderer/features/project/history-view'
import { SaveStatus } from '../../../../renderer/features/project/save-status'
import { addCode, listCodes, type Session, SessionProvider } from '../../../../renderer/storage'
import { runCommand, useNotices } from '../../../../renderer/workbench'
import { click, draw, until } from '../../app/harness'
import { AT, MemoryJournal, newProject, open } from '../../storage/fixture'

/** What the user is told, by its keys. */
const Told = () => <output>{useNotices().map(({ message }) => message.key)}</output>

const entry = (sequence: number, rest: Partial<JournalEntry> = {}): JournalEntry => ({
  sequence,
  at: AT,
  author: '甲',
  operation: { key: 'project.history.codeAdded', params: { name: String(sequence) } },
  changes: [],
  undoes: null,
  redoes: null,
  ...rest,
})
const told = (entries: JournalEntry[]) =>
  historyLines(entries.toReversed()).map(({ entry: { sequence }, undone }) => `${sequence}${undone ? ' undone' : ''}`)

it('tells what still holds', () => {
  expect(told([entry(1), entry(2)])).toEqual(['2', '1'])
  expect(told([entry(1), entry(2), entry(3, { undoes: 2 })])).toEqual(['2 undone', '1'])
  expect(told([entry(1), entry(2), entry(3, { undoes: 2 }), entry(4, { undoes: 1 })])).toEqual(['2 undone', '1 undone'])
  expect(told([entry(1), entry(2, { undoes: 1 }), entry(3, { redoes: 2 })])).toEqual(['1'])
  expect(told([entry(1), entry(2, { undoes: 1 }), entry(3, { redoes: 2 }), entry(4, { undoes: 1 })])).toEqual([
    '1 undone',
  ])
})

let session: Session
let journal: MemoryJournal
let remove: () => Promise<void>

beforeEach(async () => {
  journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(300)
  const overlays = (feature.overlays ?? []).map((Overlay) => <Overlay key={Overlay.name} />)
  ;({ remove } = await draw(
    <SessionProvider session={session}>
      {overlays}
      <HistoryView />
      <SaveStatus />
      <Told />
    </SessionProvider>,
  ))
})
afterEach(async () => {
  await remove()
  session.close()
  vi.restoreAllMocks()
})
const text = () => document.body.textContent ?? ''
const button = (name: RegExp) => [...document.querySelectorAll('button')].find((b) => name.test(b.textContent ?? ''))

it('lists what was done, takes it back and brings it again', async () => {
  expect(runCommand('edit.undo')).toBe(true)
  await until(() => expect(text()).toContain('project.history.nothingToUndo'))
  await until(() => expect(text()).toContain('还没有操作'))
  await addCode(session, { name: '民生' })
  await until(() => expect(text()).toContain('下一步撤销：新建编码“民生”'))
  await click(button(/撤\s?销/))
  await until(() => expect(document.querySelector('del')?.textContent).toBe('新建编码“民生”'))
  expect(await listCodes(session.db)).toEqual([])
  await until(() => expect(runCommand('edit.redo')).toBe(true))
  await until(() => expect(document.querySelector('del')).toBeNull())
  expect((await listCodes(session.db)).map(({ name }) => name)).toEqual(['民生'])
})

it('says that a change is not on disk, and tries again', async () => {
  expect(text()).toContain('已保存')
  journal.broken = true
  await expect(addCode(session, { name: '民生' })).rejects.toThrow()
  await until(() => expect(text()).toContain('未保存到磁盘'))
  journal.broken = false
  await click(button(/未保存到磁盘/))
  await until(() => expect(text()).not.toContain('未保存到磁盘'))
  expect(text()).toContain('已保存')
  expect(journal.last).toBe(1)
})
