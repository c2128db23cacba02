import axe from 'axe-core'
import i18next from 'i18next'
import { createRoot, type Root } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { listenToKeys } from '../../../renderer/app/keys'
import { feature } from '../../../renderer/features/matters'
import { type Session, SessionProvider } from '../../../renderer/storage'
import { registerCommands } from '../../../renderer/workbench'
import '../../../renderer/ui/base.css'
import '../../../renderer/ui/theme.css'
import { importFile, MemoryJournal, newProject, open } from '../../renderer/storage/fixture'
import { withMatters } from '../../renderer/storage/matters/made'
import { painted, RESOURCES } from '../reader/surface'

const Matters = feature.views[0]?.component

let session: Session
let root: Root
const ended: (() => void)[] = []

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'zh-CN', resources: RESOURCES, initAsync: false }))

beforeEach(async () => {
  const journal = new MemoryJournal()
  session = (await open(newProject(), journal)).session
  for (const n of [1, 2]) {
    const source = withMatters(n)
    const reports = source.reports.map((one) => ({ ...one, report: { ...one.report, year: 2023 + n } }))
    await importFile(session.db, journal, n, { ...source, reports })
  }
  ended.push(registerCommands(feature.commands), listenToKeys(window))
})

afterEach(async () => {
  root.unmount()
  await painted()
  session.close()
  for (const end of ended.splice(0)) end()
})

function show(width: number): HTMLElement {
  if (!Matters) throw new Error('no view')
  const frame = document.createElement('main')
  frame.style.cssText = `width:${width}px;height:600px;background:var(--db-surface)`
  document.body.append(frame)
  ended.push(() => frame.remove())
  root = createRoot(frame)
  root.render(
    <SessionProvider session={session}>
      <Matters viewKey="" params={{}} visible />
    </SessionProvider>,
  )
  return frame
}

const until = <T,>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 12_000, interval: 20 })
const table = () => document.querySelector<HTMLElement>('[data-matters-table] [role=grid]')
const rows = () => [...document.querySelectorAll<HTMLElement>('[data-matters-table] [role=rowgroup] [role=row]')]

/** What axe finds that is serious, in both themes. */
async function serious(frame: HTMLElement): Promise<string[]> {
  const found: string[] = []
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset.theme = theme
    await painted()
    const { violations } = await axe.run(frame, { resultTypes: ['violations'] })
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical') found.push(`${theme} ${id} ${nodes[0]?.html.slice(0, 200)}`)
  }
  return found.filter((line) => !/ant-/.test(line))
}

it('has tables that axe finds nothing serious in, each by its key, also with a choice and an opened line', async () => {
  const frame = show(1280)
  await until(() => expect(rows()).toHaveLength(2))
  table()?.focus()
  for (const [key, count] of [
    ['1', 2],
    ['2', 2],
    ['3', 2],
    ['4', 6],
    ['5', 4],
  ] as const) {
    await userEvent.keyboard(key)
    await until(() => expect(rows()).toHaveLength(count))
    expect(await serious(frame)).toEqual([])
  }
  await userEvent.keyboard(' ')
  await until(() => expect(document.querySelectorAll('blockquote')).toHaveLength(1))
  const second = () => rows()[1]?.getBoundingClientRect().top ?? 0
  await until(() => expect(second()).toBeGreaterThanOrEqual((rows()[0]?.getBoundingClientRect().bottom ?? 0) - 1))
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
  await until(() => expect(rows()[1]?.getAttribute('aria-selected')).toBe('true'))
  expect(await serious(frame)).toEqual([])
  await userEvent.keyboard(' ')
  await userEvent.keyboard('{ArrowUp} ')
  await until(() => expect(document.querySelectorAll('blockquote')).toHaveLength(1))
}, 60_000)

it('finds like ventures in a worker, and goes to them and back by key', async () => {
  const frame = show(1280)
  await until(() => expect(rows()).toHaveLength(2))
  table()?.focus()
  await userEvent.keyboard('5')
  const pairs = () => document.querySelectorAll('[data-pairs] [role=row]')
  await until(() => expect(pairs()).toHaveLength(2))
  expect(await serious(frame)).toEqual([])
  await userEvent.keyboard('c')
  await until(() => expect(document.activeElement?.closest('[data-pairs]')).not.toBeNull())
  await userEvent.keyboard('s')
  await until(() => expect(pairs()).toHaveLength(1))
  await userEvent.keyboard('c')
  await until(() => expect(document.activeElement).toBe(table()))
  await userEvent.keyboard('ggg')
  await until(() => expect(document.querySelectorAll('[data-matters-table] strong')).toHaveLength(2))
  expect(await serious(frame)).toEqual([])
}, 60_000)

it('shows no more columns than there is room for', async () => {
  const frame = show(1280)
  await until(() => expect(rows()).toHaveLength(2))
  const heads = () => document.querySelectorAll('[data-matters-table] [role=columnheader]').length
  const wide = heads()
  frame.style.width = '700px'
  await until(() => expect(heads()).toBeLessThan(wide))
  const grid = table()
  expect(grid?.scrollWidth).toBeLessThanOrEqual(grid?.clientWidth ?? 0)
}, 60_000)
