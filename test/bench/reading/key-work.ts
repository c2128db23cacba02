import type { CDPSession, Page } from 'playwright-core'

/** An event of Chromium's trace; times in microseconds. */
interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  /** Time of the processor. */
  tdur?: number
  args: { data?: { type?: string } }
}

/** What a key made the main thread work, in milliseconds of the processor. */
export interface KeyWork {
  /** The handler, with the style, layout and paint of the first frame that shows what it did. */
  paint: number
  /** All that follows: saving, and whatever stands around the text. */
  after: number
}

const CATEGORIES = ['toplevel', 'devtools.timeline']
const TASK = 'ThreadControllerImpl::RunTask'

async function traced(cdp: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]))
  cdp.on('Tracing.dataCollected', collect)
  try {
    await cdp.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
    })
    await work()
    const complete = new Promise<void>((done) => cdp.once('Tracing.tracingComplete', () => done()))
    await cdp.send('Tracing.end')
    await complete
    return events
  } finally {
    cdp.off('Tracing.dataCollected', collect)
  }
}

const timeOf = (tasks: readonly TraceEvent[]): number =>
  tasks.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0), 0) / 1000

const holds = (task: TraceEvent, { ts }: TraceEvent): boolean => task.ts <= ts && ts <= task.ts + (task.dur ?? 0)

/** Divides the work after a key at the end of the frame that paints it. */
function divided(events: readonly TraceEvent[]): KeyWork {
  const key = events.find(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown')
  if (!key) throw new Error('the trace has no key')
  const own = events.filter(({ pid, tid }) => pid === key.pid && tid === key.tid)
  const tasks = own.filter(({ name, ph }) => ph === 'X' && name === TASK).sort((a, b) => a.ts - b.ts)
  const first = tasks.findIndex((task) => holds(task, key))
  const paints = own.filter(({ name, ts }) => name === 'Paint' && ts > key.ts)
  const last = tasks.findIndex((task) => paints.some((paint) => holds(task, paint)))
  if (first < 0 || last < first) throw new Error('the trace has no frame after the key')
  return { paint: timeOf(tasks.slice(first, last + 1)), after: timeOf(tasks.slice(last + 1)) }
}

/** Presses a key, waits until all is over that it started, and tells what the main thread worked meanwhile. */
export async function workOfKey(page: Page, cdp: CDPSession, key: string, quiet: number): Promise<KeyWork> {
  return divided(
    await traced(cdp, async () => {
      await page.keyboard.press(key)
      await page.waitForTimeout(quiet)
    }),
  )
}
