import axe from 'axe-core'
import i18next from 'i18next'
import { createRoot, type Root } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { listenToKeys } from '../../../renderer/app/keys'
import { feature } from '../../../renderer/features/search'
import { type Session, SessionProvider } from '../../../renderer/storage'
import { registerCommands } from '../../../renderer/workbench'
import { searchClientOf } from '../../../renderer/workers/search/client'
import '../../../renderer/ui/base.css'
import '../../../renderer/ui/theme.css'
import { importFile, MemoryJournal, newProject, open } from '../../renderer/storage/fixture'
import { painted, RESOURCES } from '../reader/surface'

const View = feature.views[0]?.component
const [Keeper] = feature.overlays ?? []

let session: Session
let journal: MemoryJournal
let root: Root
let frame: HTMLElement
const ended: (() => void)[] = []

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'zh-CN', resources: RESOURCES, initAsync: false }))

beforeEach(async () => {
  localStorage.clear()
  journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  for (let n = 1; n <= 40; n++) await importFile(session.db, journal, n)
  ended.push(registerCommands(feature.commands), listenToKeys(window))
  if (!View || !Keeper) throw new Error('no view')
  frame = document.createElement('main')
  frame.style.cssText = 'width:1280px;height:720px;background:var(--db-surface)'
  document.body.append(frame)
  root = createRoot(frame)
  root.render(
    <SessionProvider session={session}>
      <View viewKey="" params={{}} visible />
      <Keeper />
    </SessionProvider>,
  )
})

afterEach(async () => {
  root.unmount()
  await painted()
  frame.remove()
  searchClientOf(session.project.id).end()
  session.close()
  for (const end of ended.splice(0)) end()
})

const until = <T,>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 20_000, interval: 20 })
const one = <E extends Element = HTMLElement>(selector: string): E => {
  const found = frame.querySelector<E>(selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}
const marks = () => [...frame.querySelectorAll('mark')].map(({ textContent }) => textContent)

/** What axe finds that is serious, in both themes. */
async function serious(): Promise<string[]> {
  const found: string[] = []
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset.theme = theme
    await painted()
    const { violations } = await axe.run(document.body, { resultTypes: ['violations'] })
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical') found.push(`${theme} ${id} ${nodes[0]?.html.slice(0, 200)}`)
  }
  return found.filter((line) => !/ant-/.test(line))
}

async function type(query: string): Promise<void> {
  await until(() => one('search input'))
  one('search input').focus()
  await userEvent.keyboard('{Control>}a{/Control}')
  await userEvent.keyboard(query)
}

it('shows hits, figure and filters that axe finds nothing serious in', async () => {
  await until(() => expect(frame.textContent).toContain('输入要找的字'))
  expect(await serious()).toEqual([])
  await type('停车场')
  await until(() => {
    expect(marks().length).toBeGreaterThan(10)
    expect(new Set(marks())).toEqual(new Set(['停车场']))
  })
  await userEvent.keyboard('{Control>}{Alt>}o{/Alt}{/Control}')
  await until(() => one('[aria-label="层级"]'))
  await userEvent.keyboard('{Enter}')
  await until(() => expect(document.activeElement?.getAttribute('role')).toBe('grid'))
  await userEvent.keyboard('{ArrowDown} ')
  await until(() => expect(frame.querySelectorAll('[aria-selected="true"]')).toHaveLength(1))
  expect(await serious()).toEqual([])
}, 90_000)

it('begins every hit under the one above it, whatever stands before', async () => {
  await type('/(2023年)?地区|停车场/')
  await until(() => expect(new Set(marks()).size).toBe(2))
  const lefts = [...frame.querySelectorAll('mark')].map((mark) => Math.round(mark.getBoundingClientRect().left))
  expect(new Set(lefts).size).toBe(1)
  const heads = [...frame.querySelectorAll('[role="columnheader"]')].map((head) => head.getBoundingClientRect())
  const row = one('[role="rowgroup"]:last-child [role="row"]')
  const cells = [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.getBoundingClientRect())
  expect(heads.map(({ left }) => Math.round(left))).toEqual(cells.map(({ left }) => Math.round(left)))
}, 60_000)

it('holds only the lines in sight, and keeps their place', async () => {
  await type('地区 | 停车场')
  await until(() => expect(frame.textContent).toContain('80 处'))
  await until(() => expect(marks().length).toBeGreaterThan(5))
  expect(frame.querySelectorAll('[role="row"]').length).toBeLessThan(60)
  await userEvent.keyboard('{Enter}')
  await until(() => expect(document.activeElement?.getAttribute('role')).toBe('grid'))
  await userEvent.keyboard('{End}')
  await until(() => {
    const current = one('[data-current="true"]').getBoundingClientRect()
    const list = one('[role="grid"]').getBoundingClientRect()
    expect(current.top).toBeGreaterThan(list.top)
    expect(current.bottom).toBeLessThanOrEqual(list.bottom + 1)
  })
  await userEvent.keyboard('{Home}')
  await until(() => {
    const head = one('[role="columnheader"]').getBoundingClientRect()
    expect(one('[data-current="true"]').getBoundingClientRect().top).toBeGreaterThanOrEqual(head.bottom - 2)
  })
}, 60_000)

it('says what could be loosened where nothing is found, and looks again', async () => {
  await type('停車場')
  await until(() => expect(frame.textContent).toContain('没有找到'))
  expect(await serious()).toEqual([])
  const script = [...frame.querySelectorAll<HTMLButtonElement>('fieldset[aria-label="可以放宽："] button')]
  script.find(({ textContent }) => textContent === '繁＝简')?.click()
  await until(() => expect(marks()).toContain('停车场'))
}, 60_000)

it('finds what is imported while it is looked at', async () => {
  await type('停车场')
  await until(() => expect(frame.textContent).toContain('40 处'))
  await importFile(session.db, journal, 41)
  await until(() => expect(frame.textContent).toContain('41 处'))
}, 60_000)
