// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { listenToKeys } from '../../../../renderer/app/keys'
import { StatementTableView } from '../../../../renderer/features/statement-table/statement-table-view'
import { reviewStatements, type Session, SessionProvider } from '../../../../renderer/storage'
import { attachHost, type Location } from '../../../../renderer/workbench'
import { clientOf } from '../../../../renderer/workers/statements/client'
import { reportId } from '../../../../shared/model/identity'
import { draw, press, until } from '../../app/harness'
import { hashOf, importFile, MemoryJournal, newProject, open } from '../../storage/fixture'
import { workerHere } from '../../workers/statements/worker-here'

let session: Session
let shown: Location[]
let started: number
let ends: (() => unknown)[]

beforeEach(async () => {
  const journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  await importFile(session.db, journal, 1)
  shown = []
  started = 0
  vi.stubGlobal(
    'Worker',
    class {
      constructor() {
        started++
        Object.assign(this, workerHere())
      }
    },
  )
  // jsdom lays nothing out: the table takes itself for 400 pixels high.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(400)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1200)
  Element.prototype.scrollTo = () => undefined
  const host = { show: (location: Location) => void shown.push(location), close: vi.fn(), setTitle: vi.fn() }
  ends = [attachHost(host), listenToKeys(window)]
})
afterEach(async () => {
  for (const end of ends) await end()
  clientOf(session.project.id).end()
  session.close()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function drawTable(visible: boolean): Promise<HTMLElement> {
  const { element, remove } = await draw(
    <SessionProvider session={session}>
      <StatementTableView viewKey="" params={{}} visible={visible} />
    </SessionProvider>,
  )
  ends.unshift(remove)
  return element
}

const grid = (element: HTMLElement): HTMLElement => {
  const found = element.querySelector<HTMLElement>('[role="grid"]')
  if (!found) throw new Error('no grid yet')
  return found
}
const rowsOf = (element: HTMLElement) => [...grid(element).querySelectorAll('[data-column="indicator"]')]

it('reads nothing before it is seen', async () => {
  const element = await drawTable(false)
  expect(element.textContent).toContain('正在读取数据项')
  expect(started).toBe(0)
})

it('shows the statements, the doubtful ones first, and settles them by key', async () => {
  const element = await drawTable(true)
  await until(() => expect(rowsOf(element)).toHaveLength(3))
  expect(started).toBe(1)
  grid(element).focus()
  await press(grid(element), 'a', { code: 'KeyA' })
  await press(grid(element), 'r', { code: 'KeyR' })
  await until(async () => {
    const statements = await reviewStatements(session.db, reportId(hashOf(1), 0))
    expect(statements.map(({ status }) => status).sort()).toEqual(['accepted', 'rejected', 'suggested'])
  })
  // What was settled stays in its place, and the counts follow.
  await until(() => expect(element.textContent).toContain('已采纳 1'))
  expect(rowsOf(element)).toHaveLength(3)
})

it('opens the sentence of a row', async () => {
  const element = await drawTable(true)
  await until(() => expect(rowsOf(element)).toHaveLength(3))
  await press(grid(element), 'o', { code: 'KeyO' })
  expect(shown.at(-1)).toMatchObject({ type: 'reader', key: hashOf(1), params: { report: reportId(hashOf(1), 0) } })
})

it('edits a cell and leaves it by Esc', async () => {
  const element = await drawTable(true)
  await until(() => expect(rowsOf(element)).toHaveLength(3))
  for (const _ of '12345') await press(grid(element), 'ArrowRight')
  await press(grid(element), 'Enter')
  const input = grid(element).querySelector('input:not([type="checkbox"]), select')
  expect(input?.getAttribute('aria-label')).toBe('数据年份')
  await press(input ?? grid(element), 'Escape')
  expect(grid(element).querySelector('input:not([type="checkbox"]), select')).toBeNull()
})
