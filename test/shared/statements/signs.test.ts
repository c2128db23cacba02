import { expect, it, test } from 'vitest'
import { endsWithSign, holdsSign, isSign, signs, signsIn, startsWithSign } from '#shared/statements/signs'
import { traitsOf } from '#shared/statements/traits'

it('tells apart sets that share characters', () => {
  const [one, two] = [signs('甲乙'), signs('乙丙')]
  expect([holdsSign(one, '子甲'), holdsSign(two, '子甲'), holdsSign(two, '')]).toEqual([true, false, false])
  expect(signsIn('乙') & (one | two)).toBe(one | two)
  expect([startsWithSign(one, '甲子'), startsWithSign(one, '子甲'), startsWithSign(one, '')]).toEqual([
    true,
    false,
    false,
  ])
  expect([endsWithSign(two, '子丙'), endsWithSign(two, '丙子')]).toEqual([true, false])
  expect(isSign(one, '子'.charCodeAt(9))).toBe(false)
})

test.each([
  ['家', 'counts'],
  ['公里', 'none'],
  ['万户', 'counts people'],
  ['亿元', 'money'],
  ['%', 'rate'],
  ['个百分点', 'rate points'],
  ['个月', 'time'],
  ['番', 'rate'],
])('traits of %s', (unit, expected) => {
  const traits = Object.entries(traitsOf(unit)).flatMap(([name, told]) => (told === true ? [name] : []))
  expect(traits.join(' ') || 'none').toBe(expected)
  expect(traitsOf(unit)).toBe(traitsOf(unit))
})
