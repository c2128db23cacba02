import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ImportProgress } from '../../shared/ipc/imports'
import { chooseInDialog, newProfile, removeProfile, start, type Workbench } from '../e2e/driver'

declare global {
  interface Window {
    Dexie: new (
      name: string,
    ) => {
      version(n: number): { stores(schema: Record<string, string>): void }
      open(): Promise<unknown>
      table(name: string): { bulkAdd(rows: readonly object[]): Promise<unknown> }
      delete(): Promise<void>
    }
    benchTexts?: string[]
    benchTasks?: number[]
  }
}

/** What an import in a real window took. */
export interface ImportFigures {
  /** Milliseconds from the request to the last acknowledged file. */
  ms: number
  /** Longest task of the visible window meanwhile, in milliseconds; tasks below 50 ms are not told and count as 0. */
  longest: number
  /** Most memory of all processes together, in MiB (PSS); null where the system does not tell. */
  memory: number | null
  imported: number
  reports: number
  statements: number
}

const MEMORY_EVERY = 1_000
/** Texts that cross to the page at once. */
const TEXTS_AT_ONCE = 300

function childrenOf(): Map<number, number[]> {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      children.set(parent, [...(children.get(parent) ?? []), Number(name)])
    } catch {
      // A process that ended between the two calls.
    }
  }
  return children
}

/** Memory of the app's processes together in MiB: proportional set size, so that shared pages count once. Linux only. */
export function memoryOf(workbench: Workbench): number | null {
  const main = workbench.app.process().pid
  if (process.platform !== 'linux' || main === undefined) return null
  const children = childrenOf()
  const all = [main]
  for (const pid of all) all.push(...(children.get(pid) ?? []))
  let sum = 0
  for (const pid of all) {
    try {
      sum += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      // As above.
    }
  }
  return sum / 1024
}

function watchTasks(): void {
  const tasks: number[] = []
  window.benchTasks = tasks
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  })
}

/** Runs in the window: asks for the import and waits for its end. */
async function importThere(): Promise<Omit<ImportFigures, 'longest' | 'memory'>> {
  const bridge = window.duibiao
  if (!bridge) throw new Error('the window has no bridge')
  const begin = performance.now()
  const sum = { reports: 0, statements: 0 }
  const ended = new Promise<Omit<ImportFigures, 'longest' | 'memory'>>((done) => {
    const stop = bridge.on('import:progress', (payload) => {
      const { state, imported, lines } = payload as ImportProgress
      for (const { outcome } of lines) {
        if (outcome.status !== 'imported') continue
        sum.reports += outcome.reports.length
        sum.statements += outcome.statements
      }
      if (state === 'running' || state === 'paused') return
      stop()
      done({ imported, ms: performance.now() - begin, ...sum })
    })
  })
  await bridge.invoke('import:choose', { what: 'files' })
  return ended
}

/**
 * Imports paths into the project of a profile, in a real window, and measures it.
 * @param weighed memory is looked at all along: the system halts a process while its pages are counted, so that time and
 * tasks are those of an import that is not
 */
export async function importInto(
  profile: string,
  paths: readonly string[],
  { weighed = false }: { weighed?: boolean } = {},
): Promise<ImportFigures> {
  const workbench = await start({ profile })
  let memory = weighed ? memoryOf(workbench) : null
  const look = () => {
    const now = memory === null ? null : memoryOf(workbench)
    if (memory !== null && now !== null) memory = Math.max(memory, now)
  }
  const timer = setInterval(look, MEMORY_EVERY)
  try {
    await chooseInDialog(workbench.app, paths)
    await workbench.page.evaluate(watchTasks)
    const figures = await workbench.page.evaluate(importThere)
    look()
    const tasks = await workbench.page.evaluate(() => window.benchTasks ?? [])
    return { ...figures, memory, longest: Math.max(0, ...tasks) }
  } finally {
    clearInterval(timer)
    await workbench.close()
  }
}

/** Milliseconds until the window of a profile shows its library: the lines of a full one, the welcome of an empty one. */
export async function startOf(profile: string): Promise<number> {
  const before = performance.now()
  const workbench = await start({ profile })
  try {
    // Asked at every frame; a locator would look again only now and then.
    await workbench.page.waitForFunction(() => document.querySelector('main [role="gridcell"], main h1') !== null)
    return performance.now() - before
  } finally {
    await workbench.close()
  }
}

/** Milliseconds of bare Dexie bulkAdds of texts in the same kind of window, one figure a round. */
export async function bulkAdds(texts: readonly string[], rounds: number): Promise<number[]> {
  const dexie = readFileSync(createRequire(import.meta.url).resolve('dexie/dist/dexie.min.js'), 'utf8')
  return withProfile(async (profile) => {
    const workbench = await start({ profile })
    await workbench.page.evaluate(dexie)
    for (let at = 0; at < texts.length; at += TEXTS_AT_ONCE) {
      await workbench.page.evaluate(
        (part) => {
          window.benchTexts = [...(window.benchTexts ?? []), ...part]
        },
        texts.slice(at, at + TEXTS_AT_ONCE),
      )
    }
    const figures: number[] = []
    for (let round = 0; round < rounds; round++) figures.push(await workbench.page.evaluate(bulkAddThere))
    await workbench.close()
    return figures
  })
}

async function bulkAddThere(): Promise<number> {
  const db = new window.Dexie('bench')
  db.version(1).stores({ texts: '++id' })
  await db.open()
  const rows = (window.benchTexts ?? []).map((text) => ({ text }))
  const begin = performance.now()
  await db.table('texts').bulkAdd(rows)
  const spent = performance.now() - begin
  await db.delete()
  return spent
}

/** Gives work an empty profile and takes it away afterwards. */
export async function withProfile<T>(work: (profile: string) => Promise<T>): Promise<T> {
  const profile = newProfile()
  try {
    return await work(profile)
  } finally {
    removeProfile(profile)
  }
}
