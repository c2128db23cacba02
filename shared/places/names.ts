import type { PlaceLevel } from '../model/place'
import { alsoCalled } from './called'

/**
 * The ethnic groups that names of autonomous places carry, longest first where one begins another.
 * (Official list of the 56 groups; 各族 stands in one name.)
 */
const PEOPLES =
  '克孜|柯尔克孜族|柯尔克孜|塔吉克族|塔吉克|哈萨克族|哈萨克|维吾尔族|维吾尔|达斡尔族|鄂温克族|蒙古族|蒙古|' +
  '纳西族|保安族|撒拉族|东乡族|仡佬族|布依族|土家族|哈尼族|傈僳族|景颇族|拉祜族|布朗族|普米族|独龙族|裕固族|仫佬族|毛南族|朝鲜族|锡伯族|锡伯|各族|' +
  '满族|回族|藏族|苗族|彝族|壮族|侗族|瑶族|白族|傣族|黎族|佤族|畲族|羌族|土族|怒族|水族'

const ETHNIC = new RegExp(`(?:${PEOPLES})+(?=自治|$)`)

/** Level words, longest first. */
const SUFFIX =
  /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗|行政委员会|地区|林区|特区|省|市|区|县|盟|州)$/

/** Prefectures and provinces whose usual short name no rule gives. */
const USUAL: Readonly<Record<string, string>> = {
  中华人民共和国: '中国',
  内蒙古自治区: '内蒙古',
  博尔塔拉蒙古自治州: '博州',
  巴音郭楞蒙古自治州: '巴州',
  克孜勒苏柯尔克孜自治州: '克州',
  西双版纳傣族自治州: '西双版纳',
}

/** Words that, left alone, would name no place: 城区, 郊区, 矿区, 新区, 市中区 keep their level word. */
const GENERIC = /^(?:市中|市北|市南|城中|城东|城西|城北|城关|新城|东城|西城)$/

/**
 * The name as reports use it: 瀍河回族区 → 瀍河, 内蒙古自治区 → 内蒙古, 恩施土家族苗族自治州 → 恩施州. Two-character
 * names keep their level word (沙县, 郊区), and so do banners, leagues and mining
 * districts (正镶白旗, 兴安盟, 井陉矿区 beside 井陉县).
 */
export function shortName(name: string): string {
  const usual = USUAL[name]
  if (usual !== undefined) return usual
  if (/[旗盟]$|矿区$/.test(name) && !/自治旗$/.test(name)) return name
  const suffix = SUFFIX.exec(name)?.[0]
  if (suffix === undefined) return name
  let stem = name.slice(0, -suffix.length)
  if (suffix.startsWith('自治') || suffix === '区') stem = withoutPeoples(stem)
  if (stem.length < 2 || GENERIC.test(stem)) return name
  return suffix === '自治州' ? `${stem}州` : stem
}

/** Takes the names of peoples off the end, but never the whole (东乡族自治县 → 东乡). */
function withoutPeoples(stem: string): string {
  const match = ETHNIC.exec(stem)
  if (match === null) return stem
  const cut = stem.slice(0, match.index)
  if (cut.length >= 2) return cut
  return match.index === 0 && stem.endsWith('族') ? stem.slice(0, -1) : stem
}

/** The level word that reports put after the short name of a division with this full name: 区 for 瀍河回族区. */
export function levelWord(name: string): string {
  const last = name.slice(-1)
  return '省市区县州盟旗'.includes(last) ? last : ''
}

/**
 * Forms that name a division beyond doubt of its level: the full name, the short name with its level word
 * (瀍河区, 互助县, 甘孜州), the stem with it (双江自治县), and what else it is called (科左中旗).
 */
export function fullForms(name: string): string[] {
  const word = levelWord(name)
  const short = shortName(name)
  const forms = new Set([name])
  if (word !== '' && name.length > 2) forms.add(short.endsWith(word) ? short : short + word)
  if (name.endsWith('自治州')) forms.add(`${withoutPeoples(name.slice(0, -3))}州`)
  if (/自治[县州旗]$/.test(name) && !short.endsWith(word)) forms.add(`${short}自治${word}`)
  for (const form of alsoCalled(name)) forms.add(form)
  return [...forms]
}

/** Level of a division by its GB/T 2260 code. */
export function levelOfCode(code: string): PlaceLevel {
  if (code.endsWith('0000')) return code === '000000' ? 'nation' : 'province'
  return code.endsWith('00') ? 'city' : 'county'
}

/**
 * Code of the division above by the code alone. Counties whose third and fourth digits are 90 stand directly under the
 * province, as those of the four municipalities do.
 */
export function parentOfCode(code: string): string | null {
  if (code === '000000') return null
  if (code.endsWith('0000')) return '000000'
  if (code.endsWith('00')) return `${code.slice(0, 2)}0000`
  const direct = code.slice(2, 4) === '90' || ['11', '12', '31', '50'].includes(code.slice(0, 2))
  return direct ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`
}
