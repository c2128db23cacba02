import type { Place } from '#shared/model/place'
import { LINEAGE } from '#shared/places/changes'
import { childrenOf, parentOf, placesNamed } from '#shared/places/gazetteer'
import type { Truth } from './cases'
import { bodyOf, type CountyOptions, countyBody, countyHead } from './county'
import type { Dice } from './dice'
import * as dirt from './dirt'

/*
 * Reports as they come that nobody thought of when the rules were written: copied out of a PDF, from WeChat, from the
 * third floor of a forum, two in one file, of zones and towns, of banners and counties that ended.
 */

/** What the odd cases are made of. */
export interface Odd {
  readonly text: string
  readonly city: Place
  readonly year: number
}

/** A text made odd, with what is true of its reports in the order of the text. */
export interface OddCase {
  readonly text: string
  readonly truth: Truth | null
  /** The second report of the text. */
  readonly second?: Truth
}

type Make = (original: Odd, dice: Dice) => OddCase

const OFTEN: CountyOptions = { parent: 'often', header: 'full' }
const withoutFront = (text: string): string => text.replace(/^---\n[\s\S]*?\n---\n\s*/, '')

const counties = childrenOf('000000')
  .flatMap(({ code }) => childrenOf(code))
  .flatMap((place) => (place.level === 'city' ? childrenOf(place.code) : [place]))
  .filter(({ name }) => placesNamed(name).length === 1)

/** A county's whole report under a head of one's own. */
function countyReport(original: Odd, place: Place, dice: Dice, head?: string): string {
  const { text, city, year } = original
  return `${head ?? countyHead(place, year, OFTEN, dice)}\n\n${countyBody(text, city, place, OFTEN, dice)}`
}

const ofCity =
  (change: (text: string, original: Odd, dice: Dice) => string, kind?: Truth['kind']): Make =>
  (original, dice) => ({
    text: change(withoutFront(original.text), original, dice),
    truth: { place: original.city.code, year: original.year, ...(kind ? { kind } : {}) },
  })

const ofCounty =
  (change: (text: string, place: Place, original: Odd, dice: Dice) => string): Make =>
  (original, dice) => {
    const place = dice.one(counties)
    const text = change(countyReport(original, place, dice), place, original, dice)
    return { text, truth: { place: place.code, year: original.year } }
  }

/** Every line broken, a header and a page number after every so many lines. */
function pdfCopy(text: string, { city }: Odd, dice: Dice): string {
  const lines = dirt.brokenLines(text, dice).split('\n')
  const perPage = dice.from(24, 34)
  const number = dice.one([
    (page: number) => `— ${page} —`,
    (page: number) => `${page}`,
    (page: number) => `第${page}页`,
  ])
  return lines
    .map((line, at) =>
      at % perPage === perPage - 1 ? `${line}\n${number(Math.ceil(at / perPage))}\n${city.name}政府工作报告` : line,
    )
    .join('\n')
}

const weChat = (text: string, place: Place, { year }: Odd, dice: Dice): string =>
  [
    `收藏！${place.short}${year}年政府工作报告全文来了`,
    `原创 ${place.short}发布 ${place.short}发布 ${year}-0${dice.from(2, 4)}-1${dice.from(0, 9)} 18:3${dice.from(0, 9)} 发表于${parentOf(place)?.short ?? ''}`,
    '点击上方蓝字 关注我们',
    '图片',
    text,
    'END',
    `来源：${place.short}融媒体中心`,
    '编辑：王军  审核：李红',
    '喜欢此内容的人还喜欢',
    `${dice.one(counties).name}${year}年政府工作报告（全文）`,
    '阅读 1234 赞 12 在看 3',
    '写下你的留言',
  ].join('\n')

/** A thread: somebody asks, somebody thanks, the report comes on the third floor and is cut by replies. */
function thread(text: string, { city, year }: Odd, dice: Dice): string {
  const parts = text.split('\n')
  const cut = Math.floor(parts.length * 0.6)
  const floor = (number: number, user: string): string =>
    `${user}\n发表于 ${year}-3-${dice.from(1, 28)} 10:2${dice.from(0, 9)}:11 | 只看该作者\n${number}楼`
  return [
    `求${city.short}${year}年政府工作报告，谢谢大家！`,
    floor(1, 'lily2008'),
    '哪位有今年的政府工作报告全文？急用。',
    floor(2, '秘书小张'),
    '顶一下，同求。',
    floor(3, '公文老王'),
    ...parts.slice(0, cut),
    floor(4, 'lily2008'),
    '谢谢分享！后面还有吗？',
    floor(5, '公文老王'),
    ...parts.slice(cut),
    floor(6, '过客'),
    '好材料，收藏了。',
  ].join('\n')
}

/** Names as ethnic places are called: short, in two characters, with the peoples left out. */
const CALLED: Readonly<Record<string, string>> = {
  双江拉祜族佤族布朗族傣族自治县: '双江自治县',
  大厂回族自治县: '大厂县',
  克孜勒苏柯尔克孜自治州: '克州',
  科尔沁左翼中旗: '科左中旗',
  达尔罕茂明安联合旗: '达茂旗',
  科尔沁右翼前旗: '科右前旗',
  积石山保安族东乡族撒拉族自治县: '积石山县',
  喀喇沁左翼蒙古族自治县: '喀左县',
  前郭尔罗斯蒙古族自治县: '前郭县',
  杜尔伯特蒙古族自治县: '杜蒙县',
  莫力达瓦达斡尔族自治旗: '莫旗',
  乌拉特前旗: '乌前旗',
  苏尼特右旗: '苏右旗',
  新巴尔虎左旗: '新左旗',
  陈巴尔虎旗: '陈旗',
  锡林郭勒盟: '锡盟',
  巴音郭楞蒙古自治州: '巴州',
  黔东南苗族侗族自治州: '黔东南州',
  西双版纳傣族自治州: '西双版纳州',
  阿拉善左旗: '阿左旗',
}

const called: Make = (original, dice) => {
  const [name, short] = dice.one(Object.entries(CALLED))
  const place = placesNamed(name)[0]
  if (place === undefined) throw new Error(`no such place: ${name}`)
  const word = name.slice(-1)
  const head = `${original.year}年${short}政府工作报告\n${short}${place.name.endsWith('州') ? '州' : word}长 阿布都\n各位代表：\n现在，我代表${short}人民政府向大会报告工作，请予审议。`
  const text = countyReport(original, place, dice, head).replaceAll(place.name, short)
  return { text, truth: { place: place.code, year: original.year } }
}

/** No division of the table: its report is nobody else's. */
const ofNone =
  (names: readonly string[], congress: boolean): Make =>
  (original, dice) => {
    const county = dice.one(counties)
    const name = dice.one(names)
    const word = /[镇乡]$/.test(name) ? name.slice(-1) : '管委会'
    const above = parentOf(county)?.name ?? ''
    const day = `${original.year}年1月${dice.from(3, 27)}日`
    const where = congress ? `——${day}在${name}第十四届人民代表大会第三次会议上` : `（${day}）`
    const who = congress ? `${name}${word}长 王志强` : `${name}管委会主任 王志强`
    const opening = congress
      ? `各位代表：\n现在，我代表${name}人民政府向大会报告工作，请予审议。`
      : `各位代表：\n现在，我代表${name}管委会报告工作，请予审议。`
    const head = `${name}${congress ? '政府' : '管委会'}工作报告\n${where}\n${who}\n${opening}`
    const body = countyReport(original, county, dice, head)
      .replaceAll(`${county.short}${county.name.slice(-1)}`, name)
      .replace(/。/, `。在${above}${county.name}委、${county.name}政府的坚强领导下，`)
    return { text: body, truth: { place: null, year: original.year } }
  }

const renamed = LINEAGE.filter(
  ({ kind, from, to }) => kind === 'renamed' && /县$/.test(from[0]?.name ?? '') && /区$/.test(to[0]?.name ?? ''),
)

/** The report of a county in the year before it became a district, or of the district in the year after. */
const around: Make = (original, dice) => {
  const { date, from, to } = dice.one(renamed)
  const before = dice.hits(0.5)
  const year = Number(date.slice(0, 4)) + (before ? 0 : 2)
  const name = (before ? from : to)[0]?.name ?? ''
  const code = to[0]?.code ?? ''
  const place = placesNamed(to[0]?.name ?? '').find((one) => one.code === code)
  if (place === undefined) throw new Error(`no such place: ${code}`)
  const off = year - original.year
  const moved = original.text.replace(/(?<!\d)(20\d\d|19\d\d)(?=年)/g, (found) => String(Number(found) + off))
  const at = { ...original, text: moved, year }
  const head = countyHead(place, year, OFTEN, dice)
  const text = countyReport(at, place, dice, head).replaceAll(place.name, name)
  return {
    text: before ? text.replaceAll(/区(委|政府|人民政府|长|级)/g, '县$1').replaceAll(/(全|我)区/g, '$1县') : text,
    truth: { place: code, year },
  }
}

const HAN = [...'〇一二三四五六七八九']
const inHan = (text: string): string =>
  text.replace(/(?<!\d)20\d\d(?=年)/g, (year) => [...year].map((digit) => HAN[Number(digit)]).join(''))

/** The year is told by the words for it alone. */
const thisYear = (text: string, { year }: Odd): string =>
  text
    .replaceAll(`${year}年`, '今年')
    .replaceAll(`${year - 1}年`, '去年')
    .replace(/(?<!\d)(?:19|20)\d\d年/g, '前几年')

/** Every character of the head and the body apart, as some scans are. */
const allSpaced = (text: string): string => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' ')

/** Two characters of the county's name misread where the congress is named. */
function congressMisread(text: string, place: Place, _: Odd, dice: Dice): string {
  const lines = text.split('\n')
  const at = lines.findIndex((line) => line.includes('人民代表大会'))
  return lines
    .map((line, index) =>
      index === at ? dirt.misread(dirt.misread(line, place.name, dice, true), '人民代表', dice, true) : line,
    )
    .join('\n')
}

const twoInOne: Make = (original, dice) => {
  const [first, second] = dice.some(counties, 2)
  if (first === undefined || second === undefined) throw new Error('no counties')
  const rule = dice.one(['\n\n', '\n----------\n', '\n\n\n\n'])
  return {
    text: `${countyReport(original, first, dice)}${rule}${countyReport(original, second, dice)}`,
    truth: { place: first.code, year: original.year },
    second: { place: second.code, year: original.year },
  }
}

const withPlan = (text: string, { city, year }: Odd): string =>
  `${text}\n\n关于${city.name}${year - 1}年国民经济和社会发展计划执行情况与${year}年国民经济和社会发展计划草案的报告\n——${year}年1月9日在${city.name}第十五届人民代表大会第三次会议上\n${city.name}发展和改革委员会\n各位代表：\n受市人民政府委托，现将${year - 1}年国民经济和社会发展计划执行情况与${year}年计划草案提请大会审议。\n一、${year - 1}年计划执行情况\n全市经济平稳运行，地区生产总值增长6.1%。\n二、${year}年经济社会发展的主要任务\n地区生产总值增长6%左右。\n`

const december = (text: string, { city, year }: Odd, dice: Dice): string =>
  `${city.name}政府工作报告\n——${year - 1}年12月${dice.from(20, 29)}日在${city.name}第十五届人民代表大会第七次会议上\n市长 王志强\n各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。\n${bodyOf(text)}`

const halfYear: Make = ({ text, city, year }, dice) => ({
  text: `关于${year}年上半年${city.name}政府工作情况的报告\n——${year}年7月${dice.from(20, 29)}日在${city.name}第十五届人民代表大会常务委员会第十二次会议上\n市长 王志强\n主任、各位副主任、秘书长、各位委员：\n我受市人民政府委托，向市人大常委会报告上半年政府工作情况，请予审议。\n${bodyOf(text).slice(0, 5000)}`,
  truth: null,
})

const draftPrint = (text: string, { city, year }: Odd, dice: Dice): string =>
  `${city.name}第十五届人民代表大会\n第三次会议文件（${dice.from(2, 9)}）\n秘密★会后收回\n\n政 府 工 作 报 告\n（${dice.one(['审议稿', '征求意见稿', '讨论稿'])}）\n${year}年1月${dice.from(3, 27)}日\n${city.name}人民政府\n\n各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。\n${bodyOf(text)}`

const lastLost = (text: string): string => text.slice(0, Math.floor(text.length * 0.75))

export const ODD: Readonly<Record<string, Make>> = {
  'odd, copied from PDF': ofCity(pdfCopy, 'full'),
  'odd, WeChat': ofCounty(weChat),
  'odd, third floor of a thread': ofCity(thread),
  'odd, two counties in one file': twoInOne,
  'odd, congress misread in two characters': ofCounty(congressMisread),
  'odd, zone': ofNone(['高新技术产业开发区', '经济技术开发区', '城乡一体化示范区', '航空港经济综合实验区'], false),
  'odd, town': ofNone(['平乐镇', '会盟镇', '青石岭乡', '黄土坡镇', '大王乡'], true),
  'odd, ethnic short name': called,
  'odd, county that became a district': around,
  'odd, years in Chinese numerals': ofCity(inHan),
  'odd, this year and last year alone': ofCity(thisYear),
  'odd, all spaced out': ofCity(allSpaced),
  'odd, in one line': ofCity((text) => text.replace(/\s*\n\s*/g, '')),
  'odd, plan report behind it': ofCity(withPlan),
  'odd, congress in December': ofCity(december),
  'odd, half a year to the standing committee': halfYear,
  'odd, draft print': ofCity(draftPrint, 'full'),
  'odd, last pages lost': ofCity(lastLost, 'incomplete'),
  'odd, first pages lost': ofCity((text, _, dice) => bodyOf(text).slice(dice.from(500, 2500)), 'incomplete'),
}
