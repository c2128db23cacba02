import { describe, expect, it } from 'vitest'
import { gapAfter, type List, ListLabels, type ListLevel } from '#shared/formats/office/list-labels'

const LEVEL: ListLevel = {
  start: 1,
  format: 'decimal',
  text: '%1.',
  suffix: 'nothing',
  legal: false,
  restart: null,
  font: '',
}

const list = (levels: readonly Partial<ListLevel>[], starts: Record<number, number> = {}, instance = 'a'): List => ({
  definition: 'd',
  instance,
  level: (index) => (levels[index] ? { ...LEVEL, ...levels[index] } : undefined),
  startOverride: (index) => starts[index],
})

const count = (steps: readonly (readonly [List, number])[]): string[] => {
  const labels = new ListLabels()
  return steps.map(([each, index]) => labels.next(each, index))
}

describe('labels of lists', () => {
  it('count one definition together, under whatever name it is used', () => {
    const [a, b] = [list([{}]), list([{}], {}, 'b')]
    expect(
      count([
        [a, 0],
        [b, 0],
        [a, 0],
      ]),
    ).toEqual(['1.', '2.', '3.'])
  })

  it('begin anew once where an instance says so', () => {
    const [a, b] = [list([{}]), list([{}], { 0: 5 }, 'b')]
    expect(
      count([
        [a, 0],
        [b, 0],
        [b, 0],
        [a, 0],
      ]),
    ).toEqual(['1.', '5.', '6.', '7.'])
  })

  it.each([
    [null, ['1', '1', '2', '1']],
    [0, ['1', '1', '2', '2']],
    [1, ['1', '1', '2', '1']],
  ])('start a level again after one below %s', (restart, expected) => {
    const levels = list([{ text: '%1' }, { text: '%2', restart }])
    expect(
      count([
        [levels, 0],
        [levels, 1],
        [levels, 0],
        [levels, 1],
      ]),
    ).toEqual(expected)
  })

  it('write all numbers as digits where a level is legal', () => {
    const levels = list([
      { format: 'chineseCounting', text: '第%1章' },
      { text: '%1.%2', legal: true },
    ])
    expect(
      count([
        [levels, 0],
        [levels, 1],
      ]),
    ).toEqual(['第一章', '1.1'])
  })

  it('are empty for levels that no definition has', () => {
    expect(count([[list([{}]), 7]])).toEqual([''])
  })

  it.each([
    ['一、', ''],
    ['（一）', ''],
    ['①', ''],
    ['●', ''],
    ['1.', ' '],
    ['(1)', ' '],
    ['a)', ' '],
  ])('stand before their words with what fits: %s', (label, gap) => {
    expect(gapAfter(label)).toBe(gap)
  })
})
