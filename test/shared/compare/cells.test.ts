import { describe, expect, it } from 'vitest'
import { Cell } from '#shared/model/cell'
import { settle, toCells } from '../../../shared/compare/cells'
import { statement } from './build'

describe('toCells', () => {
  it('takes numbers to the base unit of their family', () => {
    const [money, people, rate] = toCells([
      statement({ value: 160, unit: '亿元', kind: 'level' }),
      statement({ value: 1.8, unit: '万户', kind: 'level' }),
      statement({ value: 8, unit: '%' }),
    ])
    expect([money?.normal, money?.base]).toEqual([16_000_000_000, '元'])
    expect(people?.normal).toBe(18_000)
    expect([rate?.normal, rate?.base]).toEqual([8, '%'])
  })

  it('keeps binary fractions from blurring a sum of money', () => {
    const [cell] = toCells([statement({ value: 8.05, unit: '亿元', high: 8.29, kind: 'level' })])
    expect([cell?.normal, cell?.normalHigh]).toEqual([805_000_000, 829_000_000])
  })

  it('leaves out what was rejected, and what stands in another article unless the user took it', () => {
    const cells = toCells([
      statement({ start: 1, status: 'rejected' }),
      statement({ start: 2, article: 'other' }),
      statement({ start: 3, article: 'other', status: 'accepted' }),
    ])
    expect(cells.map(({ start }) => start)).toEqual([3])
  })

  it('names an unknown indicator by its phrase', () => {
    expect(toCells([statement({ canonical: '', indicator: '新增绿地' })])[0]?.indicator).toBe('新增绿地')
  })

  it('gives what the stored record allows', () => {
    expect(() => Cell.parse(toCells([statement()])[0])).not.toThrow()
  })
})

describe('settle', () => {
  it('rounds to twelve digits', () => expect(settle(0.1 + 0.2)).toBe(0.3))
})
