import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { type ExtractedStatement, statementKey } from '#shared/model/statement'
import { addStatement, changeStatements, editStatement, type Session, storeImport } from '../../../renderer/storage'
import { packCells, touchedOf } from '../../../renderer/storage/derive'
import { unpackRows } from '../../../renderer/storage/pack'
import { AT, analysed, MemoryJournal, newProject, open, statementAt } from './fixture'

/** Numbers that share a place in the text, that stand apart from the report, and that are called alike. */
const STATEMENTS: ExtractedStatement[] = [
  statementAt('160亿元'),
  statementAt('160亿元', { indicator: '工业增加值', canonical: '' }),
  statementAt('160亿元', { indicator: '服务业增加值', canonical: '', article: 'other' }),
  statementAt('8%'),
  statementAt('10%', { indicator: '固定资产投资', canonical: 'fixed_asset_investment', role: 'target' }),
  statementAt('5个', { indicator: '停车场', canonical: '' }),
]
const KEYS = STATEMENTS.map(statementKey)

async function project(statements: readonly ExtractedStatement[] = STATEMENTS) {
  const journal = new MemoryJournal()
  const { session } = await open(newProject(), journal)
  const file = analysed(1)
  const reports = file.reports.map((one) => ({ ...one, statements: [...statements] }))
  const { entry } = await storeImport(session.db, { ...file, reports }, { mode: 'import', author: '甲', at: AT })
  await journal.append(entry ? [entry] : [])
  return { session, report: reports[0]?.report.id ?? '' }
}

/** What is stored, and what would be made of the whole report. */
async function both({ db }: Session, id: string) {
  const report = await db.reports.get(id)
  const output = await db.engineOutput.get(id)
  if (!report || !output) throw new Error('the report is gone')
  return [await db.cells.get(id), packCells(report, unpackRows(output.statements), await touchedOf(db, report))]
}

it('leaves the cells that would be made of the whole report, whatever is done and undone', async () => {
  const keys = fc.subarray(KEYS, { minLength: 1 })
  const step = fc.oneof(
    fc.record({ type: fc.constantFrom('accept' as const, 'reject' as const, 'reset' as const), keys }),
    fc.record({ type: fc.constantFrom('value' as const, 'move' as const, 'add' as const), keys }),
    fc.record({ type: fc.constantFrom('undo' as const, 'redo' as const), keys }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const { session, report } = await project()
      const [other = ''] = KEYS.slice(3)
      for (const { type, keys } of steps) {
        const names = keys.map((key) => ({ report, key }))
        if (type === 'undo') await session.undo()
        else if (type === 'redo') await session.redo()
        else if (type === 'value') await changeStatements(session, names, { type: 'set', patch: { year: '2021' } })
        else if (type === 'move') {
          const { start, quantity } = statementAt('10%')
          await editStatement(session, report, other, { start, quantity })
        } else if (type === 'add') await addStatement(session, report, statementAt('5个', { indicator: '车位' }))
        else await changeStatements(session, names, { type })
        const [stored, made] = await both(session, report)
        expect(stored).toEqual(made)
      }
      session.close()
    }),
    { numRuns: 60 },
  )
})

it('makes the cells anew where the engine’s statements are in no order', async () => {
  const { session, report } = await project(STATEMENTS.toReversed())
  await changeStatements(session, [{ report, key: KEYS[3] ?? '' }], { type: 'accept' })
  const [stored, made] = await both(session, report)
  expect(stored).toEqual(made)
  session.close()
})

it('brings a step to the journal without reading it again', async () => {
  const { session, report } = await project()
  await session.flush()
  const read = vi.spyOn(session.db.journalMirror, 'where')
  const entry = await changeStatements(session, [{ report, key: KEYS[0] ?? '' }], { type: 'accept' })
  expect(entry?.changes).toHaveLength(1)
  expect(read).not.toHaveBeenCalled()
  expect(session.status.getState().pending).toBe(0)
  session.close()
})
