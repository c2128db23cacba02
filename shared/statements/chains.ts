import { withHead } from './attributes'

/** Endings by which a name is known to be a measure of its own. */
const MEASURE =
  /(?:生产总值|GDP|增加值|总?产值|[率额量值]|收入|支出|投资|标准|指数|价格|余额|利润|税收|利税|贷款|存款|[内外]资|面积|人次|数|经费|资金|能耗|浓度|比重|占比|覆盖面|规模|水平|PM2\.5|PM10|产业|花费|游客|旅游者|总量|[进出]口|项目|企业)$/u
/** The part of the last name that the names before it share: 草海、外海|综合营养状态指数. */
const SHARED =
  /(?:(?:(?:常住)?居民)?(?:人均)?(?:可支配|纯)?收入|地区生产总值|生产总值|(?:综合)?(?:营养状态)?指数|(?:产业(?:集群)?)?(?:增加值|总产值|产值|规模|主营业务收入|营业收入|营收)|(?:保险)?(?:参保)?覆盖率|保险(?:基金|参保人数|参保率|人数|费)|(?:[水气]质|空气质量)?(?:达标|优良|普及|入学|毛入学|巩固|处理|利用|综合利用|满意|办复|办结|合格|绿化|绿地|入户|硬化|开工|竣工|失业|就业|增长)率|供养标准|标准|投资额?|销售(?:收入|额)|交易额|收入|利润|税收|余额|产量|排放量|面积|浓度|吞吐量|进出口(?:总)?额?|出口|人数|人次)$/u

const PAIRS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/城[、和]乡居民/u, ['城镇居民', '农村居民']],
  [/城乡常住居民/u, ['城镇常住居民', '农村常住居民']],
  [/城乡居民(?=低保|最低生活)/u, ['城市居民', '农村居民']],
  [/城乡居民/u, ['城镇居民', '农村居民']],
  [/城镇[和与及、]农村常住居民/u, ['城镇常住居民', '农村常住居民']],
  [/城镇[和与及、]农村居民/u, ['城镇居民', '农村居民']],
  [/城乡/u, ['城市', '农村']],
  [/存、?贷款?(?=余额|比)/u, ['存款', '贷款']],
  [/存、?贷款/u, ['存款', '贷款']],
  [/进出港/u, ['进港', '出港']],
  [
    /(?:三次产业|一二三产业|一、二、三(?:次)?产业|第一、(?:第)?二、(?:第)?三产业|三产业)/u,
    ['第一产业', '第二产业', '第三产业'],
  ],
]

/** Splits at 、 and 和, but not inside quotes and brackets. */
export function splitNames(noun: string): string[] {
  const names: string[] = []
  const listed = noun.includes('、')
  let depth = 0
  let from = 0
  for (let i = 0; i < noun.length; i++) {
    const c = noun[i] ?? ''
    if ('“（《「'.includes(c)) depth++
    else if ('”）》」'.includes(c)) {
      depth = Math.max(0, depth - 1)
      if (c === '”' && noun[i + 1] === '“') {
        names.push(noun.slice(from, i + 1))
        from = i + 1
      }
    } else if (
      depth === 0 &&
      i > from &&
      (c === '、' || c === '，' || ((c === '和' || c === '与' || c === '及') && i < noun.length - 1))
    ) {
      if (c !== '、' && c !== '，' && /[共总饱温]$/u.test(noun.slice(from, i))) continue
      if (c === '及' && listed && noun[i - 1] !== '以') continue
      names.push(noun.slice(from, c === '及' && noun[i - 1] === '以' ? i - 1 : i))
      from = i + 1
    }
  }
  names.push(noun.slice(from))
  return names.filter((name) => name !== '')
}

/** The ending of a name that those before it may lean on, '' where it has none or is nothing else. */
function sharedBy(name: string): string {
  const ending =
    SHARED.exec(name)?.[0] ?? /(?:[\u4e00-\u9fff]{2}率|(?:储量|销量|产能|装机容量))$/u.exec(name)?.[0] ?? ''
  return ending === name ? '' : ending
}

/** Gives the names before a measure the ending that they share with it: 秸秆、畜禽粪便综合利用率和尾菜处理率. */
function share(names: string[]): string[] {
  const last = names.at(-1) ?? ''
  if (sharedBy(last) === '') return names.map(withHead)
  const head = ownerOf(names[0] ?? '', last)
  let shared = ''
  const whole = names.map((name, i) => (i > 0 && head !== '' && !/^[农城全市县居]/u.test(name) ? head + name : name))
  for (let i = names.length - 1; i >= 0; i--) {
    const name = names[i] ?? ''
    const full = whole[i] ?? name
    if (i === names.length - 1 || MEASURE.test(name)) {
      shared = sharedBy(name) || shared
      whole[i] = MEASURE.test(full) ? full : name
    } else whole[i] = joined(full, shared)
  }
  return whole.map(withHead)
}

/** Puts an ending on a name without saying twice what both hold: 城镇居民 + 居民人均收入. */
function joined(name: string, ending: string): string {
  for (let n = Math.min(4, ending.length); n > 0; n--)
    if (name.endsWith(ending.slice(0, n))) return name + ending.slice(n)
  return name + ending
}

/** What the first name shares with the others in front: 城乡居民|基本养老保险、医疗保险. */
function ownerOf(first: string, last: string): string {
  const m = /^(城乡居民|城镇职工|城镇居民|农村居民|口岸)/u.exec(first)
  return m && !MEASURE.test(first) && !last.startsWith(m[0]) ? m[0] : ''
}

/** 城乡居民人均可支配收入 → 城镇居民…, 农村居民…; null where the name stands for one thing. */
export function expandPair(name: string, count: number): string[] | null {
  for (const [pattern, parts] of PAIRS) {
    if (parts.length === count && pattern.test(name)) return parts.map((part) => name.replace(pattern, part))
  }
  const animals = /^([猪牛羊马驴禽鸡鸭鹅鱼兔]{2,5})(?=[出存饲])/u.exec(name)?.[1] ?? ''
  return animals.length === count ? [...animals].map((animal) => animal + name.slice(count)) : null
}

/**
 * The names that a list of numbers after 分别 belongs to, in order.
 * @param noun the name left of 分别, '' where none stands there
 * @param before names of the sentence before, in order
 * @param count how many numbers follow
 */
export function distribute(noun: string, before: readonly string[], count: number): string[] | null {
  if (noun !== '') {
    const sectors = /一、二、三(?:次)?产业|三次产业|第一、第?二、第?三产业|存、贷款|城[、和]乡居民/u.test(noun)
      ? expandPair(noun, count)
      : null
    if (sectors) return sectors
    const names = share(splitNames(noun))
    if (names.length === count) return names
    const enumerated = share(noun.split('、'))
    if (names.length > count && enumerated.length === count) return enumerated
    const pair = expandPair(noun, count)
    if (pair) return pair
    if (names.length > count) return names.slice(-count)
    const all = [...before.filter((name) => !names.includes(name)), ...names]
    return all.length >= count ? all.slice(-count) : null
  }
  const last = before.at(-1)
  if (before.length >= count) return before.slice(-count)
  return last === undefined ? null : expandPair(last, count)
}

/**
 * The names that share one predicate (A、B、C增长8%; A、B均超过700亿元); the noun itself where it is one thing.
 * @param each 均 or 都 stands before the number
 */
export function shareOut(noun: string, each: boolean, rate: boolean): string[] {
  if (!each && !rate) return [noun]
  const names = splitNames(noun)
  if (names.length < 2 || names.some((name) => name.length < 2 || /实现|完成|达到|推进/u.test(name))) return [noun]
  const full = share(names)
  return (each && full.every((name) => name.length <= 14)) || full.every((name) => MEASURE.test(name)) ? full : [noun]
}
