import type { Place } from '#shared/model/place'
import { childrenOf } from '#shared/places/gazetteer'
import type { Dice } from './dice'

/*
 * What happens to a report on its way into a folder: the page around it, the scan, the misreading. Every function takes
 * a text and gives it back dirtier.
 */

const provinces = childrenOf('000000')
const cities: readonly Place[] = provinces
  .flatMap(({ code }) => childrenOf(code))
  .filter(({ level }) => level === 'city')

const NAV = [
  '网站首页',
  '政务公开',
  '政务服务',
  '互动交流',
  '走进城区',
  '设为首页',
  '加入收藏',
  '无障碍阅读',
  '长者助手',
]

/** A government's page: menu, place on the site, counters before; neighbours, links to other governments after. */
export function inSite(text: string, place: Place, year: number, dice: Dice): string {
  const day = `${year}-0${dice.from(2, 4)}-1${dice.from(0, 9)}`
  const head = [
    dice.some(NAV, 5).join(' '),
    `当前位置：首页 > ${dice.one(['政务公开', '信息公开', '政府文件'])} > 政府工作报告`,
    dice.hits(0.5) ? `索引号：${dice.from(1000, 9999)}-${dice.from(100, 999)}` : '',
    `来源：${dice.one([`${place.short}日报`, '政府办公室', `${place.name}人民政府办公室`, '政府网'])} 发布时间：${day} 09:1${dice.from(0, 9)} 浏览次数：${dice.from(10, 9000)}`,
    '字体：【大 中 小】 打印',
  ]
  const others = dice.some(cities, 45).map(({ name }) => name)
  const tail = [
    `上一篇：${dice.one([place.name, ''])}${year - dice.from(1, 3)}年政府工作报告`,
    `下一篇：关于${dice.one(cities).name}${year - 1}年国民经济和社会发展计划执行情况的报告`,
    '相关阅读',
    ...dice.some(cities, 6).map(({ name }) => `${name}${year - dice.from(0, 4)}年政府工作报告`),
    '友情链接',
    dice.hits(0.5) ? others.map((name) => `${name}人民政府`).join(' ') : others.join('\n'),
    `版权所有：${dice.one([`${place.name}人民政府`, '本网站'])} 网站标识码 41030${dice.from(10000, 99999)}`,
  ]
  return `${head.filter((line) => line !== '').join('\n')}\n${text}\n${tail.join('\n')}\n`
}

/** A post in a forum, with the post's dates and other threads around it. */
export function inForum(text: string, year: number, dice: Dice): string {
  const posted = `${year + dice.from(0, 6)}-${dice.from(1, 12)}-${dice.from(1, 28)}`
  const head = [
    `公文论坛 » 论坛 › 政府工作报告 › ${dice.one(cities).name}`,
    `查看: ${dice.from(10, 9999)}|回复: ${dice.from(0, 30)}`,
    '[复制链接]',
    `发表于 ${posted} 10:2${dice.from(0, 9)}:11 | 只看该作者`,
    '签到天数: 12 天',
  ]
  const tail = [
    '您需要登录后才可以回帖 登录 | 注册',
    ...dice.some(cities, 8).map(({ name }) => `[${name}] ${year - dice.from(0, 9)}年${name}政府工作报告`),
    'Powered by Discuz!',
  ]
  return `${head.join('\n')}\n${text}\n${tail.join('\n')}\n`
}

/** Breaks every paragraph into lines of a print's width. */
export const brokenLines = (text: string, dice: Dice): string => {
  const width = dice.from(26, 38)
  return text.replace(new RegExp(`[^\\n]{${width}}(?=[^\\n]{4})`, 'g'), '$&\n')
}

/** Blanks between the characters of the first lines, as wide titles are scanned. */
export function spacedHead(text: string, lines: number): string {
  const parts = text.split('\n')
  return parts.map((line, at) => (at < lines ? [...line].join(' ') : line)).join('\n')
}

const CHINESE = [...'〇一二三四五六七八九']

/** Years as other hands write them and scans misread them. */
export function oddYears(text: string, dice: Dice): string {
  const zero = dice.one(['〇', '○', 'O', '零'])
  const style = dice.one(['chinese', 'wide', 'misread', 'spaced'] as const)
  return text.replace(/(?<!\d)20\d\d(?=年)/g, (year) => {
    if (style === 'chinese') return [...year].map((digit) => (digit === '0' ? zero : CHINESE[Number(digit)])).join('')
    if (style === 'wide') return year.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    if (style === 'spaced') return `${[...year].join(' ')} `
    if (!dice.hits(0.6)) return year
    return year.replace(/0/, () => (dice.hits(0.5) ? 'O' : '0')).replace(/1/, () => (dice.hits(0.5) ? 'l' : '1'))
  })
}

/** A character that stands near another in Unicode, so that most share its radical. */
function nearTo(character: string, dice: Dice): string {
  const code = character.charCodeAt(0) + dice.from(1, 60) * (dice.hits(0.5) ? 1 : -1)
  return String.fromCharCode(Math.min(0x9fa5, Math.max(0x4e00, code)))
}

/** One character of a name misread: throughout, or in the first lines only. */
export function misread(text: string, name: string, dice: Dice, whole: boolean): string {
  const stem = name.replace(/[省市区县州旗盟]$/, '')
  const at = dice.from(0, stem.length - 1)
  const wrong = stem.slice(0, at) + nearTo(stem.charAt(at), dice) + stem.slice(at + 1)
  const cut = whole ? text.length : Math.min(text.length, 400)
  return text.slice(0, cut).replaceAll(stem, wrong) + text.slice(cut)
}

/** Characters of running text misread here and there. */
export const speckled = (text: string, dice: Dice): string =>
  text.replace(/\p{Script=Han}/gu, (character) => (dice.hits(0.01) ? nearTo(character, dice) : character))

/** A report that looks to others a lot. */
export function quoting(text: string, dice: Dice): string {
  const models = dice.some(cities, 3)
  return text.replace(/\n/g, (line) => {
    if (!dice.hits(0.5)) return line
    const { name, short } = dice.one(models)
    return `${dice.one([`对标${short}，学习${short}经验。`, `深化与${name}的合作，承接${short}产业转移，推进${short}·产业园建设。`, `在${name}设立招商联络处。`])}${line}`
  })
}

/** A name for the file that says nothing, or the wrong thing. */
export function wrongName(year: number, dice: Dice): { fileName: string; folder: string } {
  const other = dice.one(cities).name
  const off = year - dice.from(1, 6)
  return {
    fileName: dice.one([
      '1.txt',
      '政府工作报告(1).docx',
      `${other}${off}年政府工作报告.txt`,
      `${off}.txt`,
      '新建文本文档.txt',
    ]),
    folder: dice.one(['', other, `报告/${off}`, '下载']),
  }
}
