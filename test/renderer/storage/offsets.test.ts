import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { analyseFile } from '#shared/analysis/analyse'
import { buildMatrix } from '#shared/compare/matrix'
import { comparisonCsv } from '#shared/exchange/comparison-workbook'
import { comparisonDefaults } from '#shared/model/comparison'
import { newId } from '#shared/model/identity'
import { FORMAT_RESOURCES } from '../../../electron/cli/format-resources'
import { listCells, openDatabase, reviewStatements, storeImport } from '../../../renderer/storage'
import { gbk, utf8, utf16 } from '../../shared/formats/bytes'

const AT = '2026-01-02T03:04:05.000Z'

/** What shifts offsets where somebody counts wrongly: beyond the basic plane, two bytes, four bytes, line ends. */
const ODD = fc.constantFrom('瀍', '𠮷', '😀', '👨‍👩‍👧', 'é', '㎡', '\r\n', '\r', '\n', '　', '“', '①', '&nbsp;')
const NUMBERS = fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 4 })

const report = (odd: readonly string[], numbers: readonly number[]): string =>
  [
    `瀍河回族区政府工作报告${odd.join('')}`,
    '各位代表：现在，我代表区人民政府，向大会报告工作，请予审议。',
    '一、2022年工作回顾',
    ...numbers.map((n, i) => `${odd.slice(i).join('')}地区生产总值完成${n}亿元，增长${(n % 90) / 10 + 1}%。`),
    '二、2023年工作安排',
    `${odd.join('')}一般公共预算收入增长5%以上。`,
    '各位代表，让我们团结奋斗。谢谢大家！',
  ].join('\r\n')

const ENCODINGS: readonly (readonly [string, (text: string) => Uint8Array, number])[] = [
  ['utf-8', utf8, 0],
  ['utf-8 with a mark', (text) => utf8(`\ufeff${text}`), 1],
  ['utf-16le with a mark', (text) => utf16(`\ufeff${text}`, 'le'), 1],
  ['utf-16be', (text) => utf16(text, 'be'), 0],
  ['gb18030', gbk, 0],
]

async function stored(bytes: Uint8Array) {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const analysed = await analyseFile({ name: 'a.txt', hash, bytes, at: AT }, { resources: FORMAT_RESOURCES })
  if (!analysed.ok) throw new Error(analysed.reason.key)
  const db = await openDatabase(newId())
  await storeImport(db, analysed.value, { mode: 'import', author: '', at: AT })
  const text = (await db.texts.toArray())[0]?.text ?? ''
  const id = analysed.value.reports[0]?.report.id ?? ''
  const statements = await reviewStatements(db, id)
  const records = await listCells(db)
  db.close()
  return { text, statements, records }
}

/** Offset and written quantity of every line of the exported table. */
function exported(records: Awaited<ReturnType<typeof stored>>['records'], text: string): [number, string][] {
  const matrix = buildMatrix(records, {
    ...comparisonDefaults(),
    id: newId(),
    name: '',
    updatedAt: AT,
    places: ['410304'],
    years: ['2022', '2023'],
    indicators: ['gdp', 'general_budget_revenue'],
    role: 'both',
    kind: 'growth',
    view: 'table',
    author: '',
  })
  const csv = comparisonCsv(matrix, {
    language: 'zh-CN',
    indicatorName: (id) => id,
    groupName: (group: string) => group,
    linkOf: () => '',
    fileOf: () => 'a.txt',
    pageOf: () => '',
    sentenceOf: (_, start) => text.slice(start, start + 1),
  })
  const [head = [], ...rows] = new TextDecoder()
    .decode(csv)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
  const [offset, written] = [head.indexOf('位置'), head.indexOf('原文数据')]
  return rows.map((row) => [Number(row[offset]), row[written] ?? ''])
}

it('points at the same characters in store and export, whatever the encoding', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ODD, { maxLength: 4 }), NUMBERS, async (odd, numbers) => {
      const text = report(odd, numbers)
      const found: string[] = []
      for (const [name, encode, shift] of ENCODINGS) {
        const { text: kept, statements, records } = await stored(encode(text))
        expect(kept.slice(shift), name).toBe(text)
        expect(statements.length, name).toBeGreaterThan(numbers.length)
        for (const { start, quantity } of statements) expect(kept.slice(start, start + quantity.length)).toBe(quantity)
        const lines = exported(records, kept)
        expect(lines.length, name).toBeGreaterThan(0)
        for (const [offset, written] of lines) expect(kept.slice(offset, offset + written.length)).toBe(written)
        found.push(JSON.stringify(statements.map(({ start, quantity }) => [start - shift, quantity])))
      }
      expect(new Set(found).size).toBe(1)
    }),
    { numRuns: 15 },
  )
})
