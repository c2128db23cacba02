// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { feature } from '../../../../renderer/features/project'
import { HistoryView } from '../../../../renderer/features/project/history/history-view'
import { SaveStatus } from '../../../../renderer/features/project/save-status'
import { addCode, listCodes, type Session, SessionProvider, updateCode } from '../../../../renderer/storage'
import { runCommand, useNotices } from '../../../../renderer/workbench'
import { click, draw, press, type as typeInto, until } from '../../app/harness'
import { MemoryJournal, newProject, open } from '../../storage/fixture'

/** What the user is told, by its keys. */
const Told = () => <output>{useNotices().map(({ message }) => message.key)}</output>

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

const options = () => [...document.querySelectorAll('[role=option]')]
const list = () => document.querySelector('[role=listbox]') ?? document.body
const active = () => document.getElementById(list().getAttribute('aria-activedescendant') ?? '')?.textContent ?? ''

it('goes back to a step by keys after it has asked, and forth again on a branch that was left', async () => {
  for (const name of ['一', '二', '三']) await addCode(session, { name })
  await until(() => expect(options()).toHaveLength(4))
  expect(options().at(-1)?.textContent).toContain('开始')
  await until(() => expect(active()).toContain('编码“三”'))
  expect(active()).toContain('现在')
  await press(list(), 'ArrowDown')
  await press(list(), 'ArrowDown')
  expect(active()).toContain('编码“一”')
  await press(list(), 'Enter')
  await until(() => expect(text()).toContain('将撤销 2 步'))
  await click(button(/^回到这一步$/))
  await until(async () => expect((await listCodes(session.db)).map(({ name }) => name)).toEqual(['一']))
  await until(() => expect(text()).toContain('history.go.reached'))
  await until(() => expect([...document.querySelectorAll('del')].map((one) => one.textContent)).toHaveLength(2))
  await addCode(session, { name: '四' })
  await until(() => expect(text()).toContain('已撤销，另有分支'))
  await press(list(), 'Home')
  await press(list(), 'ArrowDown')
  expect(active()).toContain('编码“三”')
  await press(list(), 'Enter')
  await until(() => expect(text()).toContain('将重做 2 步'))
  expect(text()).toContain('将撤销 1 步')
  await click(button(/^回到这一步$/))
  await until(async () => expect((await listCodes(session.db)).map(({ name }) => name)).toEqual(['一', '二', '三']))
})

it('tells what a step changed, field by field', async () => {
  const { id } = await addCode(session, { name: '民生' })
  await updateCode(session, id, { name: '民生保障', definition: '就业、教育' })
  await until(() => expect(options()).toHaveLength(3))
  await until(() => expect(text()).toContain('修改编码 民生保障'))
  expect(document.querySelector('section[aria-label="这一步改了什么"]')?.textContent).toMatch(
    /名称 民生 → 民生保障.*定义 （空） → 就业、教育/,
  )
})

it('shows a kind, an author and what was typed alone', async () => {
  await addCode(session, { name: '民生' })
  session.author = '乙'
  await addCode(session, { name: '经济' })
  await until(() => expect(options()).toHaveLength(3))
  const field = document.querySelector<HTMLInputElement>('input[placeholder="查找操作"]')
  if (!field) throw new Error('no field')
  await typeInto(field, '经济')
  await until(() => expect(options()).toHaveLength(2))
  expect(options()[0]?.textContent).toContain('乙')
  expect(text()).toContain('1 步')
})

it('says that a change is not on disk, and tries again', async () => {
  expect(text()).toContain('已保存')
  journal.broken = true
  await expect(addCode(session, { name: '民生' })).rejects.toThrow()
  await until(() => expect(text()).toContain('未保存到磁盘'))
  await until(() => expect(document.body.textContent).toContain('未保存的改动（1 步）都留在内存里'))
  journal.broken = false
  await click(button(/^再试一次$/))
  await until(() => expect(text()).not.toContain('未保存到磁盘'))
  expect(text()).toContain('已保存')
  expect(journal.last).toBe(1)
})
