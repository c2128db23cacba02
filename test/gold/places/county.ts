import type { Place } from '#shared/model/place'
import { childrenOf, parentOf } from '#shared/places/gazetteer'
import { fullForms, levelWord } from '#shared/places/names'
import type { Dice } from './dice'

/** Names of towns as counties have them. */
const TOWNS = (
  '城关镇 白鹤镇 会盟镇 平乐镇 送庄镇 朝阳镇 小浪底镇 麻屯镇 横水镇 常袋镇 石井镇 新安镇 河口镇 双桥镇 南街街道 北关街道 ' +
  '东风街道 新华街道 太平镇 柳林镇 大王乡 龙泉镇 青石岭乡 黄土坡镇 马家沟镇 三岔镇 高庙乡 清水河镇 红星街道 和平街道'
).split(' ')

/** How a county's report is made of a city's. */
export interface CountyOptions {
  /** How often the text names the city above: as often as the source names its province, once, or never. */
  readonly parent: 'often' | 'once' | 'never'
  /** What stands over the body. */
  readonly header: 'full' | 'with-parent' | 'title' | 'bare'
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The lines of a report below its opening words. */
export function bodyOf(text: string): string {
  const opening = /^.*(?:我|现)[^\n]{0,20}代表[^\n]*$/m.exec(text)
  if (opening === null) return text.replace(/^---\n[\s\S]*?\n---\n/, '')
  return text.slice(opening.index + opening[0].length).trim()
}

/** Names of the divisions under a city become names of towns. */
function withoutParts(text: string, city: Place, dice: Dice): string {
  const names = new Map<string, string>()
  const towns = dice.some(TOWNS, TOWNS.length)
  for (const part of childrenOf(city.code)) {
    const town = towns.pop() ?? dice.one(TOWNS)
    for (const form of fullForms(part.name)) names.set(form, town)
    if (part.short.length > 1 && !names.has(part.short)) names.set(part.short, town.replace(/(?:镇|乡|街道)$/, ''))
  }
  if (names.size === 0) return text
  const pattern = new RegExp(
    [...names.keys()]
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join('|'),
    'g',
  )
  return text.replace(pattern, (found) => names.get(found) ?? found)
}

/** The body of a city's report as its county would give it: names and level words one step down. */
export function countyBody(text: string, city: Place, county: Place, options: CountyOptions, dice: Dice): string {
  const above = parentOf(county)
  const province = parentOf(city)
  const word = levelWord(county.name)
  const higher = options.parent === 'often' ? (above?.name ?? '') : ''
  let body = withoutParts(bodyOf(text), city, dice)
  for (const form of fullForms(city.name)) body = body.replaceAll(form, county.name)
  body = body.replaceAll(city.short, county.short)
  body = body.replace(/县区|县市区|市县|区县|各县/g, '各镇').replace(/(全|我|本|各)市/g, `$1${word}`)
  body = body.replace(/市(委|政府|人民政府|人大|政协|级|长|直|域|区)/g, `${word}$1`)
  body = body.replace(/(全|我)省/g, '$1市').replace(/省(委|政府|级|市)/g, '市$1')
  if (province !== null) {
    body = body.replaceAll(province.name, higher)
    body = body.replaceAll(province.short, options.parent === 'often' ? (above?.short ?? '') : '全市')
  }
  return options.parent === 'once' && above !== null ? body.replace('。', `。在${above.name}委的坚强领导下，`) : body
}

const ORDINALS = '一二三四五六七八九'

/** The head of a county's report. */
export function countyHead(county: Place, year: number, options: CountyOptions, dice: Dice): string {
  const word = levelWord(county.name)
  const above = parentOf(county)?.name ?? ''
  const day = `${year}年${dice.from(1, 2)}月${dice.from(3, 27)}日`
  const congress = `第十${dice.one([...ORDINALS])}届人民代表大会第${dice.one([...ORDINALS])}次会议上`
  const speaker = `${dice.one(['', county.name])}${word}长 ${dice.one(['王志强', '李 明', '张建国', '陈晓燕'])}`
  const opening = `各位代表：\n\n现在，我代表${dice.one([word, county.name])}人民政府向大会报告工作，请予审议，并请政协委员提出意见。`
  const bare = opening.replace(county.name, word)
  switch (options.header) {
    case 'full':
      return `${dice.one([`${county.name}`, ''])}政府工作报告\n\n——${day}在${county.name}${congress}\n\n${speaker}\n\n${opening}`
    case 'with-parent':
      return `政府工作报告\n\n——${day}在${above}${county.name}${congress}\n\n${speaker}\n\n${opening}`
    case 'title':
      return `${year}年${dice.one([county.name, county.short + (county.short.endsWith(word) ? '' : word)])}政府工作报告\n\n${bare}`
    case 'bare':
      return `政府工作报告\n\n${bare}`
  }
}

/** The body of a city's report as a province would give it: its own cities for the city's counties. */
export function provinceBody(text: string, city: Place, province: Place, dice: Dice): string {
  const cities = childrenOf(province.code)
  const names = new Map<string, string>()
  for (const part of childrenOf(city.code)) {
    const other = dice.one(cities)
    for (const form of fullForms(part.name)) names.set(form, other.name)
    if (!names.has(part.short)) names.set(part.short, other.short)
  }
  const word = levelWord(province.name)
  let body = bodyOf(text)
  if (names.size > 0) {
    const pattern = new RegExp(
      [...names.keys()]
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|'),
      'g',
    )
    body = body.replace(pattern, (found) => names.get(found) ?? found)
  }
  for (const form of fullForms(city.name)) body = body.replaceAll(form, province.name)
  body = body.replaceAll(city.short, province.short)
  return body.replace(/(全|我|本|各)市/g, `$1${word}`).replace(/市(委|政府|人民政府|人大|政协)/g, `${word}$1`)
}
