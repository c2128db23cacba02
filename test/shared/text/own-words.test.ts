import { describe, expect, it } from 'vitest'
import { holdsOwn, howCommon, ownCharacters } from '#shared/text/own-words'

const own = (text: string): number => ownCharacters(text, 0, text.length)

describe('characters of a name’s own', () => {
  it.each([
    ['唐寺门立交', 3],
    ['手拉手新能源汽车产业园', 3],
    ['老旧小区改造', 0],
    ['', 0],
  ])('%s: %d', (text, count) => expect(own(text)).toBe(count))

  it('counts only between the offsets', () => {
    expect(ownCharacters('建设唐寺门立交建设', 2, 5)).toBe(own('唐寺门'))
  })

  it('tells whether there are any', () => {
    expect(holdsOwn('加快唐寺门立交建设', 0, 9)).toBe(true)
    expect(holdsOwn('老旧小区改造', 0, 6)).toBe(false)
  })

  it('tells how common a pair is', () => {
    expect(howCommon('产业', 0)).toBe(2)
    expect(howCommon('唐寺', 0)).toBe(0)
    expect(howCommon('业', 0)).toBe(0)
  })
})
