// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { listenToKeys } from '../../../../renderer/app/keys'
import { AutocodeView } from '../../../../renderer/features/autocode/autocode-view'
import { autocodeOf } from '../../../../renderer/features/autocode/controller'
import {
  addCode,
  codedAnnotations,
  listCodes,
  listRules,
  type Session,
  SessionProvider,
} from '../../../../renderer/storage'
import { attachHost, type Location } from '../../../../renderer/workbench'
import { scanClientOf } from '../../../../renderer/workers/scan/client'
import { reportId } from '../../../../shared/model/identity'
import { acting, click, draw, press, type, until } from '../../app/harness'
import { hashOf, importFile, MemoryJournal, newProject, open, TEXT } from '../../storage/fixture'
import { workerHere } from '../../workers/scan/worker-here'

let session: Session
let shown: Location[]
let ends: (() => unknown)[]
let element: HTMLElement
let redraw: () => Promise<void>

beforeEach(async () => {
  const journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  for (const n of [1, 2]) await importFile(session.db, journal, n)
  shown = []
  vi.stubGlobal(
    'Worker',
    class {
      constructor() {
        Object.assign(this, workerHere())
      }
    },
  )
  // jsdom lays nothing out: the list takes itself for 400 pixels high.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(400)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1200)
  Element.prototype.scrollTo = () => undefined
  const host = { show: (location: Location) => void shown.push(location), close: vi.fn(), setTitle: vi.fn() }
  ends = [attachHost(host), listenToKeys(window)]
  const view = () =>
    draw(
      <SessionProvider session={session}>
        <AutocodeView viewKey="" params={{}} visible />
      </SessionProvider>,
    )
  let drawn = await view()
  element = drawn.element
  ends.unshift(() => drawn.remove())
  redraw = async () => {
    await drawn.remove()
    drawn = await view()
    element = drawn.element
  }
})
afterEach(async () => {
  for (const end of ends) await end()
  scanClientOf(session.project.id).end()
  session.close()
  localStorage.clear()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const controller = () => autocodeOf(session.project.id)
const one = <E extends Element = HTMLElement>(selector: string): E => {
  const found = element.querySelector<E>(selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}
const list = () => one('[role="grid"]')
const hits = () => [...element.querySelectorAll('mark')].map(({ textContent }) => textContent)
const ticked = () =>
  [...element.querySelectorAll<HTMLInputElement>('[role="row"] input')].map(({ checked }) => (checked ? 1 : 0)).join('')

async function find(words: string): Promise<void> {
  const field = one<HTMLInputElement>('input[data-focus-first]')
  await type(field, words)
  await press(field, 'Enter')
}

it('says what to do, and what is wrong with an expression while it is typed', async () => {
  expect(element.textContent).toContain('查找一个短语')
  await acting(() => controller().set({ type: 'regex' }))
  await type(one<HTMLInputElement>('input[data-focus-first]'), '(增长')
  expect(element.textContent).toContain('正则表达式有误')
  expect(one('input[data-focus-first]').getAttribute('aria-invalid')).toBe('true')
  await press(one('input[data-focus-first]'), 'Enter')
  expect(controller().store.getState().ran).toBeNull()
})

it('shows hits in their surroundings by report, ticked by key, and codes those in one step', async () => {
  await find('增长')
  await until(() => expect(hits()).toEqual(['增长', '增长', '增长', '增长']))
  expect(element.textContent).toContain('瀍河 2024')
  const { id } = await addCode(session, { name: '增速' })
  await acting(() => controller().set({ codes: [id] }))
  // The head of the first report, its two hits, the second report.
  expect(ticked()).toBe('111111')
  await press(list(), 'j', { code: 'KeyJ' })
  await press(list(), ' ')
  expect(ticked()).toBe('001111')
  await press(list(), 'Enter', { ctrlKey: true, shiftKey: true })
  await until(async () => expect(await codedAnnotations(session.db, [id])).toHaveLength(3))
  // What has the code is unticked from now on; what was unticked stays so.
  await until(() => expect(ticked()).toBe('000000'))
  expect(element.querySelectorAll('[data-carried="true"]')).toHaveLength(3)
  await session.undo()
  await until(() => expect(ticked()).toBe('001111'))
})

it('leads to the passage, and is as it was when one comes back', async () => {
  await find('停车场')
  await until(() => expect(hits()).toHaveLength(2))
  await press(list(), 'ArrowDown')
  await press(list(), 'ArrowDown')
  await press(list(), 'ArrowDown')
  await press(list(), 'Enter')
  const start = TEXT.indexOf('停车场')
  const params = { report: reportId(hashOf(2), 0), start, end: start + 3 }
  expect(shown.at(-1)).toEqual({ type: 'reader', key: hashOf(2), params })
  await redraw()
  await until(() => expect(hits()).toHaveLength(2))
  expect(one('[data-current="true"] mark').textContent).toBe('停车场')
  expect(one<HTMLInputElement>('input[data-focus-first]').value).toBe('停车场')
})

it('folds a report, ticks all of it, and all or none', async () => {
  await find('增长')
  await until(() => expect(hits()).toHaveLength(4))
  await press(list(), 'ArrowLeft')
  expect(hits()).toHaveLength(2)
  await press(list(), ' ')
  expect(controller().store.getState().hits.ticked).toBe(2)
  await press(list(), 'ArrowRight')
  expect(ticked()).toBe('000111')
  await press(list(), 'a', { code: 'KeyA' })
  expect(controller().store.getState().hits.ticked).toBe(4)
  await press(list(), 'n', { code: 'KeyN' })
  expect(controller().store.getState().hits.ticked).toBe(0)
})

it('keeps a query as a rule, and takes it from there', async () => {
  const { id } = await addCode(session, { name: '增速' })
  await acting(() => controller().set({ codes: [id], extent: 'sentence' }))
  await find('增长')
  await until(() => expect(hits()).toHaveLength(4))
  await press(list(), 's', { ctrlKey: true, code: 'KeyS' })
  await until(() => expect(document.querySelector('#autocode-rule-name')).not.toBeNull())
  const name = document.querySelector<HTMLInputElement>('#autocode-rule-name')
  if (!name) throw new Error('no field for the name')
  expect(name.value).toBe('增长')
  await type(name, '增速句')
  await click(document.querySelector('.ant-modal input[type="checkbox"]'))
  await acting(() => name.form?.requestSubmit())
  await until(async () =>
    expect(await listRules(session.db)).toMatchObject([
      { name: '增速句', type: 'phrase', pattern: '增长', extent: 'sentence', codes: [id], onImport: true },
    ]),
  )
  await until(() => expect(element.textContent).toContain('规则：增速句'))
  await find('停车场')
  expect(element.textContent).toContain('已改动')
  const run = 'aside button[aria-label="运行“增速句”"]'
  await until(() => expect(element.querySelector(run)).not.toBeNull())
  await click(one(run))
  await until(() => expect(hits()).toEqual(['增长', '增长', '增长', '增长']))
  await press(list(), 'Enter', { ctrlKey: true, shiftKey: true })
  const [rule] = await listRules(session.db)
  await until(async () => expect((await codedAnnotations(session.db, [id]))[0]?.rule).toBe(rule?.id))
})

it('lets go of a code that is gone, and makes one of a name', async () => {
  await acting(() => controller().set({ codes: ['gone'] }))
  await until(() => expect(controller().store.getState().query.codes).toEqual([]))
  const field = one<HTMLInputElement>('input[aria-label="给这些文字的编码"]')
  await type(field, '新码')
  await until(() => expect(document.querySelector('.ant-select-item-option')?.textContent).toBe('新建编码“新码”'))
  await press(field, 'Enter', { keyCode: 13 })
  await until(async () => expect((await listCodes(session.db)).map((code) => code.name)).toEqual(['新码']))
  await until(() => expect(controller().store.getState().query.codes).toHaveLength(1))
})
