import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packRows } from '../../../../renderer/storage/pack'
import { Columns } from '../../../../renderer/workers/statements/columns'
import { statementAt } from '../../storage/fixture'
import { laid, reportOf } from './material'

describe('the columns', () => {
  it('give every statement back as it was', () => {
    const columns = new Columns()
    const said = [
      laid({
        value: -1.8,
        high: 3,
        unit: '万户',
        comparator: 'range',
        base: '同比',
        rank: '全市第一',
        part_of: '税收',
      }),
      laid({
        status: 'rejected',
        list: 'headline',
        binding: 'expected',
        due: '年底前',
        article: 'other',
        measure: 'net',
      }),
    ]
    columns.put(reportOf(1), said)
    expect([...columns.rowsOf(reportOf(1).id)].map((row) => columns.statement(row))).toEqual(
      said.map(({ statement }) => statement),
    )
    expect([...columns.rowsOf(reportOf(1).id)].map((row) => columns.keyOf(row))).toEqual(said.map(({ key }) => key))
  })

  it('give numbers and words of any kind back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: fc.double({ noNaN: true }), indicator: fc.string({ minLength: 1 }) })),
        (all) => {
          const columns = new Columns()
          const said = all.map((fields, start) => laid({ ...fields, start }))
          columns.put(reportOf(1), said)
          const rows = [...columns.rowsOf(reportOf(1).id)]
          expect(rows.map((row) => columns.statement(row).value)).toEqual(all.map(({ value }) => value))
          expect(rows.map((row) => columns.statement(row).indicator)).toEqual(all.map(({ indicator }) => indicator))
        },
      ),
    )
  })

  it('take what is stored packed as it is', () => {
    const said = [
      laid({ value: 1.5, high: 3, comparator: 'range', indicator: '甲' }),
      laid({ value: 2, sentence: { start: 7, end: 30 }, list: 'headline' }),
      laid({ indicator: '甲', unit: '万户', year: '2021-2025', confidence: 0.55 }),
    ]
    const packed = new Columns()
    packed.putPacked(reportOf(1), packRows(said.map(({ statement }) => statement)))
    const plain = new Columns()
    plain.put(reportOf(1), said)
    const all = (columns: Columns) =>
      [...columns.rowsOf(reportOf(1).id)].map((row) => [
        columns.keyOf(row),
        columns.statement(row),
        columns.codes.status[row],
      ])
    expect(all(packed)).toEqual(all(plain))
    // What comes after goes on from there, and finds its rows again.
    expect(packed.put(reportOf(1), said)).toBe(true)
  })

  it('take fields that an older version did not store as empty', () => {
    const { base: _, rank: __, ...older } = laid().statement
    const columns = new Columns()
    columns.putPacked(reportOf(1), packRows([older]) as unknown as Parameters<Columns['putPacked']>[1])
    expect(columns.statement(0)).toMatchObject({ base: '', rank: '' })
  })

  it('leave rows where they are while a report keeps its statements', () => {
    const columns = new Columns()
    const [a, b] = [laid(), laid()]
    columns.put(reportOf(1), [a, b])
    const rows = [...columns.rowsOf(reportOf(1).id)]
    // The user's word comes before the engine's where two have one start: the order tells nothing.
    expect(columns.put(reportOf(1), [{ ...b, status: 'accepted', id: 'x' }, a])).toBe(true)
    expect([...columns.rowsOf(reportOf(1).id)].sort()).toEqual(rows)
    expect(columns.codes.status[columns.find(reportOf(1).id, b.key)]).toBe(1)
    expect(columns.gone).toBe(0)
  })

  it('give new rows to a report with other statements', () => {
    const columns = new Columns()
    const a = laid()
    columns.put(reportOf(1), [a, laid()])
    expect(columns.put(reportOf(1), [a])).toBe(false)
    expect([...columns.rowsOf(reportOf(1).id)]).toEqual([2])
    expect(columns.gone).toBe(2)
  })

  it('name an edited statement by the key that it had', () => {
    const columns = new Columns()
    const edited = laid({ key: '5:8%:别的', id: 'x', status: 'edited', ...statementAt('10%') })
    columns.put(reportOf(1), [edited])
    expect(columns.keyOf(0)).toBe('5:8%:别的')
    columns.put(reportOf(1), [{ ...edited, id: null, key: `${edited.statement.start}:10%:地区生产总值` }])
    expect(columns.keyOf(columns.rowsOf(reportOf(1).id)[0] ?? -1)).toBe(`${edited.statement.start}:10%:地区生产总值`)
  })

  it('take a report away', () => {
    const columns = new Columns()
    columns.put(reportOf(1), [laid()])
    columns.put(reportOf(2), [laid()])
    columns.remove(reportOf(1).id)
    expect([...columns.present()].map(({ id }) => id)).toEqual([reportOf(2).id])
    expect([columns.rowsOf(reportOf(1).id).length, columns.find(reportOf(1).id, 'x')]).toEqual([0, -1])
  })

  it('grow with what comes', () => {
    const columns = new Columns()
    for (let n = 0; n < 30; n++)
      columns.put(
        reportOf(n),
        Array.from({ length: 100 }, () => laid({ value: n })),
      )
    expect(columns.length).toBe(3_000)
    expect(columns.statement(2_999).value).toBe(29)
    expect(columns.statement(0).value).toBe(0)
  })
})
