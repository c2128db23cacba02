// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { pressed } from '../../../../renderer/features/statement-table/filter-bar'
import { chipsOf, cleared, isFiltering, withoutChip } from '../../../../renderer/features/statement-table/filters'
import { orderAfter } from '../../../../renderer/features/statement-table/header'
import { NO_FILTER } from '../../../../renderer/workers/statements/protocol'

const filter = {
  ...NO_FILTER,
  statuses: ['suggested' as const],
  years: ['2023', ''],
  below: 0.8,
  scope: 'own' as const,
}

it('has a chip for every value in force', () => {
  expect(chipsOf(NO_FILTER)).toEqual([])
  expect(chipsOf(filter)).toEqual([
    { box: 'statuses', value: 'suggested' },
    { box: 'years', value: '2023' },
    { box: 'years', value: '' },
    { box: 'scope', value: 'own' },
    { box: 'below', value: 0.8 },
  ])
})

it('takes one value off', () => {
  expect(withoutChip(filter, { box: 'years', value: '2023' })).toEqual({ years: [''] })
  expect(withoutChip(filter, { box: 'below', value: 0.8 })).toEqual({ below: null })
  expect(withoutChip(filter, { box: 'scope', value: 'own' })).toEqual({ scope: null })
})

it('keeps the choice of versions when all is cleared', () => {
  expect(cleared({ ...filter, mainOnly: true })).toEqual({ ...NO_FILTER, mainOnly: true })
  expect(isFiltering(cleared({ ...filter, mainOnly: true }))).toBe(false)
  expect(isFiltering({ ...NO_FILTER, text: '税' })).toBe(true)
})

it('presses one of several buttons, or more with Ctrl', () => {
  expect(pressed(['a'], 'b', false)).toEqual(['b'])
  expect(pressed(['a'], 'b', true)).toEqual(['a', 'b'])
  expect(pressed(['a', 'b'], 'b', false)).toEqual(['a'])
})

it('orders by a column, the other way round, and as before', () => {
  const attention = [{ column: 'attention', down: false }]
  const once = orderAfter(attention as never, 'normal', false)
  expect(once).toEqual([{ column: 'normal', down: true }])
  const twice = orderAfter(once, 'normal', false)
  expect(twice).toEqual([{ column: 'normal', down: false }])
  expect(orderAfter(twice, 'normal', false)).toEqual(attention)
  expect(orderAfter(once, 'sentence', false)).toBe(once)
})

it('orders by a second column with Shift', () => {
  const first = [{ column: 'place', down: false }] as const
  const both = orderAfter(first, 'kind', true)
  expect(both).toEqual([...first, { column: 'kind', down: false }])
  expect(orderAfter(both, 'kind', true)).toEqual([...first, { column: 'kind', down: true }])
  expect(orderAfter(orderAfter(both, 'kind', true), 'kind', true)).toEqual(first)
  // A click without it leaves that column alone.
  expect(orderAfter(both, 'kind', false)).toEqual([{ column: 'kind', down: true }])
})
