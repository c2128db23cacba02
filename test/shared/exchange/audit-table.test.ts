import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, it } from 'vitest'
import { auditReport } from '#shared/compare/audit/audit'
import { defaultAuditOptions } from '#shared/compare/audit/rules'
import { auditCsv, auditWorkbook, type ListedFinding } from '#shared/exchange/audit-table'
import { readCsv } from '#shared/exchange/csv-read'
import { seedMaterials } from '../compare/audit/materials'

let listed: ListedFinding[]

beforeAll(async () => {
  const { findings } = auditReport((await seedMaterials())['000'], defaultAuditOptions(), [])
  listed = findings.map((finding) => ({
    finding,
    quotes: ['=HYPERLINK("x")'],
    judgement: 'fine',
    note: '-1',
    author: '甲',
  }))
})

it('writes a line for each finding with its arithmetic', () => {
  const [heads = [], ...rows] = readCsv(new TextDecoder().decode(auditCsv(listed, 'zh-CN'))).map(({ cells }) => cells)
  expect(rows).toHaveLength(listed.length)
  const column = (name: string): (string | undefined)[] => rows.map((row) => row[heads.indexOf(name)])
  expect(column('地区')).toEqual(listed.map(() => '瀍河回族区'))
  expect(column('算式').join('\n')).toContain('÷')
  expect(column('处理')).toEqual(listed.map(() => '无问题'))
})

it('keeps formulas from being one, and numbers numbers', async () => {
  expect(new TextDecoder().decode(auditCsv(listed, 'en'))).not.toMatch(/,=HYPERLINK/)
  const sheet = strFromU8(unzipSync(await auditWorkbook(listed, 'en'))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).not.toContain('<f>')
  expect(sheet).toMatch(/<c r="F2" s="\d+"><v>[-\d.]+<\/v><\/c>/)
})
