// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { analyseFile } from '#shared/analysis/analyse'
import { FORMAT_RESOURCES } from '../../../../electron/cli/format-resources'
import { listenToKeys } from '../../../../renderer/app/keys'
import { LedgerView } from '../../../../renderer/features/ledger/ledger-view'
import { listLedgerRulings, type Session, SessionProvider, saveCitedFigure } from '../../../../renderer/storage'
import { attachHost, type Location } from '../../../../renderer/workbench'
import { serve } from '../../../../renderer/workers/by-place/serve'
import { ledgerClientOf } from '../../../../renderer/workers/ledger/client'
import { LEDGER_VIEWS } from '../../../../renderer/workers/ledger/maker'
import { acting, click, draw, press, until } from '../../app/harness'
import { hashOf, importFile, MemoryJournal, newProject, open } from '../../storage/fixture'

const SEEDS = join(import.meta.dirname, '../../../../seeds')

/** The ledger's worker in this thread. */
class WorkerHere extends EventTarget {
  readonly #served = serve(
    { postMessage: (data) => void queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data }))) },
    LEDGER_VIEWS,
    'ledger.failed',
  )
  postMessage(request: Parameters<ReturnType<typeof serve>['take']>[0]): void {
    void this.#served.take(request)
  }
  terminate(): void {
    this.#served.end()
  }
}

let session: Session
let journal: MemoryJournal
let shown: { location: Location; beside: boolean }[]
let ends: (() => unknown)[]

beforeEach(async () => {
  localStorage.clear()
  vi.stubGlobal('Worker', WorkerHere)
  journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  shown = []
  // jsdom lays nothing out: the grid takes itself for 400 pixels high. Charts need a canvas; Chromium tests them.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200)
  const host = {
    show: (location: Location, { beside }: { beside: boolean }) => void shown.push({ location, beside }),
    close: vi.fn(),
    setTitle: vi.fn(),
  }
  ends = [attachHost(host), listenToKeys(window)]
})
afterEach(async () => {
  for (const end of ends) await end()
  ledgerClientOf(session.project.id).end()
  session.close()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Imports a seed as the importer does. */
async function importSeed(n: number, name: string): Promise<void> {
  const bytes = readFileSync(join(SEEDS, name))
  const file = { name, folder: '', hash: hashOf(n), bytes, at: '2026-01-02T03:04:05.000Z' }
  const made = await analyseFile(file, { resources: FORMAT_RESOURCES })
  if (!made.ok) throw new Error(made.reason.key)
  await importFile(session.db, journal, n, made.value)
}

async function drawLedger(): Promise<void> {
  const drawn = await draw(
    <SessionProvider session={session}>
      <LedgerView viewKey="" params={{}} visible />
    </SessionProvider>,
  )
  ends.unshift(drawn.remove)
}
const grid = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('[role=grid]')
  if (!found) throw new Error('no grid')
  return found
}
const current = () => document.querySelector('[role=row][data-current=true]')?.textContent ?? ''
const detail = () => document.querySelector('[aria-label=目标详情]')?.textContent ?? ''

it('says which reports to import while there are none', async () => {
  await drawLedger()
  await until(() => expect(document.body.textContent).toContain('还没有可对照的报告'))
  expect(document.body.textContent).toContain('相邻两年')
})

it('says which report is missing', async () => {
  await importSeed(1, '001_c1cea06f4beada15.txt')
  await drawLedger()
  await until(() => expect(document.querySelector('[role=note]')?.textContent).toMatch(/没有瀍河回族区\d{4}年的报告/))
})

it('holds targets against results, pairs, overrules and takes cited figures', async () => {
  await importSeed(1, '000_72280f6944ee79bd.txt')
  await importSeed(2, '001_c1cea06f4beada15.txt')
  await drawLedger()
  await until(() => expect(current()).toContain('地区生产总值'))
  expect(current()).toMatch(/8%.*4\.3%.*未完成.*−3\.7个百分点/)
  await until(() => expect(detail()).toContain('今年全区经济社会发展的主要预期目标'))
  grid().focus()
  await press(grid(), 'r')
  expect(shown.at(-1)?.location).toMatchObject({ type: 'reader', params: { statement: expect.any(String) } })
  await press(grid(), 'b')
  expect(shown.slice(-2).map(({ beside }) => beside)).toEqual([false, true])

  await press(grid(), '1')
  await until(() => expect(current()).toContain('口径不可比'))
  await until(() => expect(detail()).toContain('按规则：未完成（4.3%）'))
  await press(grid(), 'a')
  await until(() => expect(current()).toContain('−3.7个百分点'))
  expect(await listLedgerRulings(session.db)).toEqual([])

  for (let step = 0; step < 3; step++) await press(grid(), 'j')
  expect(current()).toMatch(/社会消费品零售总额.*未提及/)
  await until(() => expect(detail()).toContain('社会消费品零售总额'))
  await click(document.querySelector('[data-overrule][data-verdict=missed]'))
  await until(() => expect(current()).toContain('未完成'))
  expect((await listLedgerRulings(session.db))[0]).toMatchObject({ verdict: 'missed', pairing: 'auto' })

  await press(grid(), 'j')
  expect(current()).toMatch(/一般公共预算收入.*未提及/)
  const [report] = await session.db.reports.toArray()
  await acting(() =>
    saveCitedFigure(session, {
      place: report?.place?.code ?? '',
      year: '2022',
      indicator: 'public_budget_revenue',
      kind: 'growth',
      value: 6.2,
      high: null,
      unit: '%',
      comparator: 'eq',
      basis: '',
      subset: '',
      genre: 'bulletin',
      citation: '统计公报',
    }),
  )
  await until(() => expect(current()).toMatch(/6\.2%.*超额完成/))
})
