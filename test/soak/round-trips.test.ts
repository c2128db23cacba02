import { expect, it } from 'vitest'
import { randomOf } from './random'
import { tripRows } from './round-trips'
import { table } from './row'

it('brings random projects back from every format', async () => {
  for (const { rounds, failures } of await tripRows({ seed: 8, rounds: 20 })) {
    expect(failures).toEqual([])
    expect(rounds).toBe(20)
  }
})

it('brings the same randomness with the same seed', () => {
  const draw = (seed: number) => {
    const random = randomOf(seed)
    return Array.from(
      { length: 50 },
      () => `${random.whole(1, 9)} ${random.weighed({ a: 1, b: 3 })} ${random.chance(0.5)}`,
    )
  }
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
  expect(new Set(draw(7).map(([digit]) => digit))).toHaveLength(9)
})

it('lists what failed below the table', () => {
  const rows = [
    { name: 'kill -9', rounds: 3, failures: ['kill 2: lost'], seed: 5 },
    { name: 'ipc', rounds: 300, failures: [] },
  ]
  expect(
    table(rows)
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual([
    'part     rounds  failures  seed  note',
    'kill -9  3       1         5',
    'ipc      300     0',
    'kill -9: kill 2: lost',
  ])
})
