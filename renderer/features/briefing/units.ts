import { unitOf } from '#shared/statements/units'

/** Units that amounts are told in, those of one base beside each other. */
const UNITS = [
  '亿元',
  '万元',
  '元',
  '亿美元',
  '万美元',
  '万人',
  '人',
  '万人次',
  '人次',
  '万户',
  '户',
  '万亩',
  '亩',
  '%',
  '个',
]

/** The units that numbers of a unit can be shown in. */
export function unitsBeside(unit: string): string[] {
  if (unit === '') return []
  const { base } = unitOf(unit)
  return UNITS.filter((one) => unitOf(one).base === base)
}
