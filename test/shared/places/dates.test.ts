import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dated, isoDate, readSmall, readYear } from '#shared/places/dates'

/** Year, month and day of the first date of a text. */
function firstDate(text: string): string | null {
  const match = dated('').exec(text)
  if (match === null) return null
  const [, year = '', month, day] = match
  return isoDate(
    readYear(year),
    month === undefined ? null : readSmall(month),
    day === undefined ? null : readSmall(day),
  )
}

it.each([
  ['2023年1月8日', '2023-01-08'],
  ['2023 年 1 月 8 日', '2023-01-08'],
  ['２０２３年１２月２９日', '2023-12-29'],
  ['二〇二三年十二月二十九日', '2023-12-29'],
  ['二○二三年元月', '2023-01'],
  ['二O一九年十月十日', '2019-10-10'],
  ['2 0 2 3 年', '2023'],
  ['2O23年', '2023'],
  ['20l9年', '2019'],
  ['2023年度', '2023'],
  ['2023年13月', '2023'],
  ['120234年', null],
  ['第三年', null],
])('%s is %s', (written, iso) => {
  expect(firstDate(written)).toBe(iso)
})

it('reads back every day that it writes, in digits and in Chinese', () => {
  const digits = [...'〇一二三四五六七八九']
  const small = (n: number): string =>
    n < 10 ? (digits[n] ?? '') : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : digits[n % 10]}`
  fc.assert(
    fc.property(
      fc.integer({ min: 1980, max: 2099 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      (year, month, day) => {
        const iso = isoDate(year, month, day)
        expect(firstDate(`${year}年${month}月${day}日`)).toBe(iso)
        const chinese = [...String(year)].map((digit) => digits[Number(digit)]).join('')
        if (year < 2000 === chinese.startsWith('一九'))
          expect(firstDate(`${chinese}年${small(month)}月${small(day)}日`)).toBe(iso)
      },
    ),
  )
})
