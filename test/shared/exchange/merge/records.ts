import fc from 'fast-check'
import { canonical } from '#shared/exchange/merge/canonical'
import type { Fields, ProjectRecords, Standing } from '#shared/exchange/merge/merge-types'
import { TABLE_RULES } from '#shared/exchange/merge/tables'
import type { JournalTable } from '#shared/model/journal'

export const SOURCE = 'a'.repeat(64)
export const REPORT = '00000000-0000-8000-8000-000000000000'

/** The n-th id of a kind, the same in every project. */
export const idOf = (kind: number, n: number): string =>
  `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

/** An instant; later for a higher number. */
export const at = (n: number): string => `2026-01-01T00:00:${String(n).padStart(2, '0')}.000Z`

export const code = (id: string, name: string, more: Fields = {}): Fields => ({
  ...{ id, name, parent: null, color: '#0072b2', definition: '', example: '', order: 1, key: null },
  ...{ author: '甲', createdAt: at(0), ...more },
})

export const annotation = (id: string, start: number, codes: string[], more: Fields = {}): Fields => ({
  ...{ id, source: SOURCE, reading: `${SOURCE}:1`, report: REPORT, codes, memo: '', author: '甲', rule: null },
  anchor: { start, end: start + 2, quote: `字${start}`, prefix: '', suffix: '' },
  ...{ createdAt: at(0), updatedAt: at(0), orphan: false, also: [], ...more },
})

export const statement = (id: string, origin: string | null, more: Fields = {}): Fields => ({
  ...{ id, source: SOURCE, reading: `${SOURCE}:1`, report: REPORT, origin, start: 4, quantity: '8%', value: 8 },
  ...{ indicator: '增长', status: 'accepted', prefix: '', suffix: '', rule: 'level', confidence: 1 },
  ...{ sentence: { start: 0, end: 9 }, author: '甲', updatedAt: at(0), also: [], ...more },
})

export const memo = (id: string, type: string, subject: string, text: string, more: Fields = {}): Fields => ({
  ...{ id, subject: { type, id: subject }, text, author: '甲', updatedAt: at(0), ...more },
})

/** A project of records; who changed each last is its author. */
export function project(tables: Partial<Record<JournalTable, readonly Fields[]>>): ProjectRecords {
  const records = new Map<JournalTable, ReadonlyMap<string, Standing>>()
  for (const [name, list] of Object.entries(tables)) {
    const table = name as JournalTable
    const standing = (record: Fields): Standing => ({
      record,
      by: { author: String(record.author ?? '甲'), at: String(record.updatedAt ?? record.createdAt ?? at(0)) },
    })
    records.set(table, new Map(list.map((record) => [String(record[TABLE_RULES[table].key]), standing(record)])))
  }
  return records
}

/** A project after changes. */
export function changed(
  records: ProjectRecords,
  changes: readonly { table: JournalTable; key: string; after: Fields | null }[],
): ProjectRecords {
  const tables = new Map([...records].map(([table, list]) => [table, new Map(list)]))
  for (const { table, key, after } of changes) {
    const list = tables.get(table) ?? new Map<string, Standing>()
    if (after) list.set(key, { record: after, by: list.get(key)?.by ?? { author: '甲', at: at(0) } })
    else list.delete(key)
    tables.set(table, list)
  }
  return tables
}

export const recordsOf = (records: ProjectRecords, table: JournalTable): Fields[] =>
  [...(records.get(table)?.values() ?? [])].map(({ record }) => record)

/** The records by table in the order of their keys, to compare two projects by. */
export const dumped = (records: ProjectRecords): string =>
  canonical(
    [...records]
      .filter(([, list]) => list.size > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([table, list]) => [
        table,
        [...list].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { record }]) => [key, record]),
      ]),
  )

const few = (most: number) => fc.integer({ min: 0, max: most })
const word = fc.constantFrom('', '甲', '乙', '甲乙')

/** Codes of a project: names in two levels. Ids of `side` 0 are those that both have from before. */
const codesBy = (author: string, side: number) =>
  fc
    .uniqueArray(fc.record({ n: few(5), own: fc.boolean(), definition: word, when: few(9) }), {
      selector: ({ n }) => n,
      maxLength: 5,
    })
    .map((list) =>
      list.map(({ n, own, definition, when }) =>
        code(idOf(1, own ? n + 16 * side : n), `编码${n}`, { author, definition, createdAt: at(when) }),
      ),
    )

const annotationsBy = (author: string, side: number, codes: readonly Fields[]) =>
  fc
    .uniqueArray(
      fc.record({
        n: few(5),
        own: fc.boolean(),
        codes: fc.subarray(codes.map(({ id }) => String(id))),
        memo: word,
        when: few(9),
      }),
      { selector: ({ n }) => n, maxLength: 6 },
    )
    .map((list) =>
      list.map(({ n, own, codes: given, memo: text, when }) =>
        annotation(idOf(2, own ? n + 16 * side : n), n * 3, given, {
          author,
          memo: text,
          createdAt: at(when),
          updatedAt: at(when),
        }),
      ),
    )

const statementsBy = (author: string, side: number) =>
  fc
    .uniqueArray(
      fc.record({
        n: few(5),
        own: fc.boolean(),
        value: few(1),
        status: fc.constantFrom('accepted', 'rejected', 'edited'),
        when: few(9),
      }),
      {
        selector: ({ n }) => n,
        maxLength: 6,
      },
    )
    .map((list) =>
      list.map(({ n, own, value, status, when }) =>
        statement(idOf(3, own ? n + 16 * side : n), `${n}:8%:增长`, { author, value, status, updatedAt: at(when) }),
      ),
    )

/** Ids of codes that both sides may have. */
const SHARED = Array.from({ length: 16 }, (_, n) => idOf(1, n))

const memosBy = (author: string, side: number, codes: readonly Fields[]) =>
  fc
    .uniqueArray(fc.record({ n: few(5), own: fc.boolean(), text: word, when: few(9) }), {
      selector: ({ n }) => n,
      maxLength: 4,
    })
    .map((list) =>
      list.flatMap(({ n, own, text, when }): Fields[] => {
        const about = codes[n]
        if (!about) return []
        // A memo that both have is about what both have: its subject never changes.
        const shared = own ? -1 : SHARED.indexOf(String(about.id))
        const id = idOf(4, shared < 0 ? n + 16 * side : shared)
        return [memo(id, 'code', String(about.id), text, { author, updatedAt: at(when) })]
      }),
    )

/** A project as one of two authors may have it. @param side 1 or 2: ids that only this side has differ by it */
export const projectBy = (author: string, side: number): fc.Arbitrary<ProjectRecords> =>
  codesBy(author, side).chain((codes) =>
    fc
      .record({
        annotations: annotationsBy(author, side, codes),
        statements: statementsBy(author, side),
        memos: memosBy(author, side, codes),
      })
      .map((rest) => project({ codes, ...rest })),
  )
