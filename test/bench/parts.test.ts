import { expect, it, vi } from 'vitest'
import { failureLine, isHeld, measure, type Part, part } from './parts'
import { type Row, row } from './row'

const judged = (name: string, ours: number): Row =>
  row(name, 'ms', [ours], { name: 'limit', figures: [10] }, { most: 1 })

const broken: Part = {
  name: 'search',
  async *rows() {
    yield judged('phrase', 5)
    throw new Error('Timeout exceeded\n\u001b[2m  at the window\u001b[22m')
  },
}

it('keeps the rows before a failure and measures the parts behind it', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const kept: string[][] = []
  const parts = [
    part('import', async () => [judged('import', 4)]),
    broken,
    part('engine', async () => [judged('all', 9)]),
  ]
  const measured = await measure(parts, ({ rows, failures }) =>
    kept.push([...rows, ...failures].map(({ name }) => name)),
  )
  said.mockRestore()
  expect(measured.rows.map(({ name }) => name)).toEqual(['import', 'phrase', 'all'])
  expect(measured.failures).toEqual([{ name: 'search', error: 'Timeout exceeded\n\u001b[2m  at the window\u001b[22m' }])
  expect(measured.failures.map(failureLine)).toEqual(['FAILED  search: Timeout exceeded at the window'])
  expect(kept).toEqual([
    ['import'],
    ['import', 'phrase'],
    ['import', 'phrase', 'search'],
    ['import', 'phrase', 'all', 'search'],
  ])
  expect(isHeld(measured)).toBe(false)
})

it('is held where every part came to its end and every budget is kept', () => {
  const [good, bad] = [judged('import', 10), judged('start', 11)]
  expect(isHeld({ rows: [good], failures: [] })).toBe(true)
  expect(isHeld({ rows: [good, bad], failures: [] })).toBe(false)
  expect(isHeld({ rows: [good], failures: [{ name: 'search', error: '' }] })).toBe(false)
  expect(isHeld({ rows: [], failures: [] })).toBe(false)
})
