import { expect, test } from 'vitest'
import { comparatorOf, kindOf, signOf } from '#shared/statements/fields'
import { scanQuantities } from '#shared/statements/scan'

/** Comparator, kind and sign of the last number of a clause. */
function read(clause: string): string {
  const quantity = scanQuantities(clause).at(-1)
  if (!quantity) throw new Error(`no number in ${clause}`)
  const before = clause.slice(0, quantity.start)
  const kind = kindOf(quantity, before, '')
  return [comparatorOf(quantity, before, clause.slice(quantity.end)), kind, signOf(kind, before)].join(' ')
}

test.each([
  ['税收增长8%', 'eq growth 1'],
  ['税收下降8%左右', 'approx growth -1'],
  ['降幅收窄到8%', 'eq growth -1'],
  ['覆盖率提高到8%以上', 'ge ratio 1'],
  ['覆盖率由5%提高到2022年的8%', 'eq ratio 1'],
  ['税收由下降1%升至2022年增长8%', 'eq growth 1'],
  ['覆盖率不低于8%', 'ge ratio 1'],
  ['失业率低于5%', 'le ratio 1'],
  ['失业率控制在5%以内', 'le ratio 1'],
  ['占税收的5%', 'eq ratio 1'],
  ['提高2个百分点', 'eq points 1'],
  ['下降2个百分点以上', 'ge points -1'],
  ['高于全市2个百分点', 'eq points 1'],
  ['新增近30家', 'approx level 1'],
  ['学校附近30家', 'eq level 1'],
  ['预约30人', 'eq level 1'],
  ['突破30亿元', 'ge level 1'],
  ['不到30亿元', 'le level 1'],
  ['30多亿元', 'ge level 1'],
  ['3—5家', 'range level 1'],
  ['收入翻1番', 'eq growth 1'],
])('%s', (clause, expected) => expect(read(clause)).toBe(expected))
