import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findJoins } from '#shared/text/joins'
import type { Session } from '../../../../renderer/storage'
import { answerOf } from '../../../../renderer/workers/phrases/answer'
import type { Replacement } from '../../../../renderer/workers/phrases/protocol'
import { analysed, importFile, type MemoryJournal, opened } from '../../storage/fixture'

const OLD = '深入推进放管服改革，压减审批事项30项，打造一流营商环境。抓好粮食生产。'
const NEXT = '抓好粮食生产。持续优化营商环境，压减审批事项45项，打造一流营商环境。'

let session: Session
let journal: MemoryJournal

beforeEach(async () => {
  const made = await opened()
  session = made.session
  journal = made.journal
})
afterEach(() => session.close())

/** Imports a file whose only report is this text. */
async function importText(n: number, text: string): Promise<string> {
  const base = analysed(n)
  const [first] = base.reports
  if (!first) throw new Error('no report')
  const section = {
    ...first.sections[0],
    start: 0,
    end: text.length,
    topic: 'reform',
    outlook: 'review',
    turn: 27,
  } as const
  const deeper = { ...section, level: 2, topic: null, outlook: 'none', parent: 0 } as const
  const { turn: _, ...under } = deeper
  await importFile(session.db, journal, n, {
    ...base,
    text: {
      ...base.text,
      text,
      joins: findJoins(text),
      stretches: [{ start: 0, end: text.length, kind: 'report', report: 0 }],
    },
    reports: [
      {
        report: { ...first.report, end: text.length },
        sections: [section, under] as typeof first.sections,
        statements: [],
        matters: [],
      },
    ],
  })
  return first.report.id
}

const ask = (question: Parameters<typeof answerOf>[0]['question']) =>
  answerOf({ project: session.project.id, question })

it('tells topic and outlook of hits: of the deepest section that has them, also behind its turn', async () => {
  const report = await importText(11, OLD)
  const spots = [4, 10, 28].map((start) => ({ report, start }))
  expect(await ask({ ask: 'sections', spots })).toEqual([
    { topic: 'reform', outlook: 'review', hits: 2 },
    { topic: 'reform', outlook: 'plan', hits: 1 },
  ])
})

it('tells nothing of the sections of a report that is gone', async () => {
  const spots = [{ report: '00000000-0000-8000-8000-000000000000', start: 0 }]
  expect(await ask({ ask: 'sections', spots })).toEqual([{ topic: null, outlook: 'none', hits: 1 }])
})

it('lays the sentence of a last use beside the one that is most like it in the next report', async () => {
  const [last, next] = [await importText(11, OLD), await importText(12, NEXT)]
  const found = (await ask({
    ask: 'replaced',
    last: { report: last, start: OLD.indexOf('放管服') },
    next,
  })) as Replacement
  expect(found.before.words).toBe('深入推进放管服改革，压减审批事项30项，打造一流营商环境。')
  expect(found.after?.words).toBe('持续优化营商环境，压减审批事项45项，打造一流营商环境。')
  expect(NEXT.slice(found.after?.start, found.after?.end)).toBe(found.after?.words)
  expect(found.after?.common.map(({ start, end }) => found.after?.words.slice(start, end))).toEqual([
    '压减审批事项',
    '项，打造一流营商环境',
  ])
})

it('says that no sentence is like it, and that a report is gone', async () => {
  const [last, next] = [await importText(11, OLD), await importText(12, '城镇新增就业五千人。')]
  expect(await ask({ ask: 'replaced', last: { report: last, start: 4 }, next })).toMatchObject({
    before: { words: expect.stringContaining('放管服'), common: [] },
    after: null,
    likeness: 0,
  })
  expect(await ask({ ask: 'replaced', last: { report: last, start: 4 }, next: last.replace(/^./, 'f') })).toBeNull()
})
