import { expect, it } from 'vitest'
import { Pace } from '../../../electron/files/pace'

function clock() {
  let now = 0
  const pace = new Pace(() => now)
  const after = (ms: number) => {
    now += ms
  }
  return { pace, after }
}

it('counts files a second over the last ten seconds', () => {
  const { pace, after } = clock()
  expect(pace.rate()).toBe(0)
  for (let second = 0; second < 30; second += 1) {
    after(1000)
    for (let file = 0; file < (second < 15 ? 10 : 2); file += 1) pace.note(100)
  }
  expect(pace.rate()).toBeCloseTo(2)
})

it('tells the time left by bytes, and by files where there are none', () => {
  const { pace, after } = clock()
  after(4000)
  pace.note(1000)
  pace.note(3000)
  expect(pace.secondsLeft(10, 8000)).toBe(8)
  expect(pace.secondsLeft(10, 0)).toBe(20)
  expect(pace.secondsLeft(0, 0)).toBe(0)
})

it('says nothing of the time left before it has measured a while, and after a pause', () => {
  const { pace, after } = clock()
  pace.note(10)
  after(1999)
  expect(pace.secondsLeft(5, 50)).toBeNull()
  after(1)
  expect(pace.secondsLeft(5, 50)).toBe(10)
  pace.restart()
  expect(pace.rate()).toBe(0)
  expect(pace.secondsLeft(5, 50)).toBeNull()
})
