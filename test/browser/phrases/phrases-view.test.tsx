import axe from 'axe-core'
import i18next from 'i18next'
import { createRoot, type Root } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { listenToKeys } from '../../../renderer/app/keys'
import { feature } from '../../../renderer/features/phrases'
import { addPhraseGroup, listPhraseGroups, type Session, SessionProvider } from '../../../renderer/storage'
import { attachHost, registerCommands } from '../../../renderer/workbench'
import '../../../renderer/ui/base.css'
import '../../../renderer/ui/theme.css'
import { analysed, importFile, MemoryJournal, newProject, open } from '../../renderer/storage/fixture'
import { painted, RESOURCES } from '../reader/surface'

const Phrases = feature.views[0]?.component

const OLD = '深入推进放管服改革，压减审批事项30项，打造一流营商环境。抓好粮食生产。'
const NEXT = '抓好粮食生产。持续优化营商环境，压减审批事项45项，打造一流营商环境。'

let session: Session
let journal: MemoryJournal
let root: Root
const ended: (() => void)[] = []

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'zh-CN', resources: RESOURCES, initAsync: false }))

async function importText(n: number, year: number, text: string): Promise<void> {
  const base = analysed(n)
  const reports = base.reports.map((one) => ({
    ...one,
    report: { ...one.report, year, end: text.length },
    sections: one.sections.map((section) => ({ ...section, end: text.length, topic: 'reform' })),
    statements: [],
  }))
  const stretches = [{ start: 0, end: text.length, kind: 'report', report: 0 } as const]
  await importFile(session.db, journal, n, { ...base, text: { ...base.text, text, stretches }, reports })
}

beforeEach(async () => {
  journal = new MemoryJournal()
  session = (await open(newProject(), journal)).session
  await importText(1, 2022, OLD)
  await importText(2, 2024, NEXT)
  ended.push(registerCommands(feature.commands), listenToKeys(window))
})

afterEach(async () => {
  root.unmount()
  await painted()
  session.close()
  for (const end of ended.splice(0)) end()
})

function show(): HTMLElement {
  if (!Phrases) throw new Error('no view')
  const frame = document.createElement('main')
  frame.style.cssText = 'width:1180px;height:700px;background:var(--db-surface)'
  document.body.append(frame)
  ended.push(() => frame.remove())
  root = createRoot(frame)
  root.render(
    <SessionProvider session={session}>
      <Phrases viewKey="" params={{}} visible />
      {feature.overlays?.map((Overlay) => (
        <Overlay key={Overlay.name} />
      ))}
    </SessionProvider>,
  )
  return frame
}

const until = <T,>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 20_000, interval: 20 })
const grid = () => document.querySelector<HTMLElement>('[role=grid]')
const texts = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent)

/** What axe finds that is serious, in both themes; controls of the library are its own. */
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

it('has pages that axe finds nothing serious in, and shows what stands where a wording stood', async () => {
  await addPhraseGroup(session, {
    name: '营商',
    terms: [
      { name: '放管服', variants: ['放管服改革'] },
      { name: '优化营商环境', variants: ['营商环境'] },
    ],
  })
  const opened: unknown[] = []
  ended.push(
    attachHost({ show: (location) => void opened.push(location), close: () => undefined, setTitle: () => undefined }),
  )
  const frame = show()
  await until(() => expect(grid()?.querySelectorAll('[role=row]')).toHaveLength(3))
  // The longer variant counts once; the second wording has the shorter one alone in the first report.
  expect(texts('[role=grid] [role=rowheader], [role=grid] [role=gridcell]')).toEqual([
    ...['放管服', '1', '1', '1 / 1', '2022 瀍河', '2022 瀍河'],
    ...['优化营商环境', '3', '2', '1 / 1', '2022 瀍河', '2024 瀍河'],
  ])
  expect(await serious(frame)).toEqual([])
  grid()?.focus()
  await userEvent.keyboard('2')
  await until(() => expect(document.querySelector('canvas')).not.toBeNull())
  expect(texts('table td, table th')).toEqual(expect.arrayContaining(['2023', '无报告', '0']))
  expect(await serious(frame)).toEqual([])
  document.querySelector<HTMLElement>('[aria-current=true]')?.focus()
  await userEvent.keyboard('3')
  await until(() => expect(texts('[role=gridcell]')[0]).toBe('2022 或更早'))
  expect(texts('[role=gridcell]')[1]).toBe('2022（2024 起没有）')
  expect(await serious(frame)).toEqual([])
  await userEvent.keyboard('4')
  await until(() => expect(texts('tbody td')).toContain('回顾'))
  expect(await serious(frame)).toEqual([])
  await userEvent.keyboard('5')
  await until(() => expect(document.querySelectorAll('blockquote')).toHaveLength(2))
  expect(texts('blockquote mark').join('|')).toContain('放管服')
  expect(texts('blockquote')[1]).toBe('持续优化营商环境，压减审批事项45项，打造一流营商环境。')
  expect(await serious(frame)).toEqual([])
  grid()?.focus()
  await userEvent.keyboard('{Enter}')
  await until(() => expect(opened).toHaveLength(1))
  expect(opened[0]).toMatchObject({ type: 'reader', params: { start: OLD.indexOf('放管服'), end: OLD.indexOf('，') } })
}, 90_000)

it('offers sets where there is no group, and takes in texts that come later', async () => {
  const frame = show()
  await until(() => expect(texts('section button strong').length).toBeGreaterThan(4))
  expect(await serious(frame)).toEqual([])
  expect(await listPhraseGroups(session.db)).toEqual([])
  document.querySelector<HTMLElement>('section button')?.click()
  await until(() => expect(grid()?.textContent).toContain('放管服'))
  await until(() => expect(texts('[role=grid] [role=row]').find((row) => row?.startsWith('放管服'))).toContain('11'))
  await importText(3, 2025, `${OLD}持续深化放管服改革。`)
  await until(() => expect(texts('[role=grid] [role=row]').find((row) => row?.startsWith('放管服'))).toContain('32'))
}, 90_000)
