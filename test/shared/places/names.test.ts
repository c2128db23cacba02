import { expect, it } from 'vitest'
import { fullForms, parentOfCode, shortName } from '#shared/places/names'

it.each([
  ['瀍河回族区', '瀍河'],
  ['西工区', '西工'],
  ['广西壮族自治区', '广西'],
  ['香港特别行政区', '香港'],
  ['恩施土家族苗族自治州', '恩施州'],
  ['博尔塔拉蒙古自治州', '博州'],
  ['东乡族自治县', '东乡'],
  ['玉龙纳西族自治县', '玉龙'],
  ['察布查尔锡伯自治县', '察布查尔'],
  ['积石山保安族东乡族撒拉族自治县', '积石山'],
  ['鄂伦春自治旗', '鄂伦春'],
  ['阿荣旗', '阿荣旗'],
  ['兴安盟', '兴安盟'],
  ['大兴安岭地区', '大兴安岭'],
  ['神农架林区', '神农架'],
  ['沙县', '沙县'],
  ['沙县区', '沙县'],
  ['郊区', '郊区'],
  ['市中区', '市中区'],
  ['大柴旦行政委员会', '大柴旦'],
])('%s is called %s', (name, short) => {
  expect(shortName(name)).toBe(short)
})

it('gives the forms that keep the level word', () => {
  expect(fullForms('瀍河回族区')).toEqual(['瀍河回族区', '瀍河区'])
  expect(fullForms('互助土族自治县')).toEqual(['互助土族自治县', '互助县', '互助自治县'])
  expect(fullForms('科尔沁左翼中旗')).toContain('科左中旗')
  expect(fullForms('沙县')).toEqual(['沙县'])
  expect(fullForms('克孜勒苏柯尔克孜自治州')).toContain('克州')
})

it('reads the division above out of the code', () => {
  expect(parentOfCode('410304')).toBe('410300')
  expect(parentOfCode('429004')).toBe('420000')
  expect(parentOfCode('500116')).toBe('500000')
  expect(parentOfCode('410000')).toBe('000000')
  expect(parentOfCode('000000')).toBeNull()
})
