import { howCommon } from '../text/own-words'

/** A venture's name, made ready to be held against others. */
export interface VentureName {
  /** Without marks, blanks and the words that any may have: 三川大道新建工程 → 三川大道. */
  readonly core: string
  /** 一期, 第二期: 1, 2; null where none is named. */
  readonly phase: number | null
  /** Letters and figures of its own: G310, 2号线, 60万吨. */
  readonly codes: readonly string[]
  /** Directions and parts: 东, 北. */
  readonly sides: string
  /** Pairs of the core's characters, each once, with how much of a name each is. */
  readonly pairs: ReadonlyMap<string, number>
  /** Weight of all pairs. */
  readonly weight: number
  /** Weight of those that are its own. */
  readonly own: number
  /** What kind of thing its last words tell; '' where they tell none. */
  readonly kind: string
}

const MARKS = /[\s“”"'‘’《》〈〉【】（）()[\]·•．.—–\-－~～/／、,，]/gu
const PHASE = /第?([一二三四五六七八九十]|[1-9])期(?:工程|项目)?/u
const NUMBERS = '一二三四五六七八九十'
const CODE =
  /第[一二三四五六七八九十]|[A-Za-z]+\d*|\d+[号千万亿个]?(?:号线|吨|千瓦|兆瓦|路|线|国道|省道)?|[一二三四五六七八九十]号线?/gu
const SIDES = /[东西南北中上下左右]/gu
/** Words that any venture may have at its end or its beginning. */
const TAIL =
  /(?:建设|新建|改建|扩建|改扩建|改造|提升|升级|迁建|续建|一体化|综合|项目|工程|主体|配套|及附属|设施|规划|打通|贯通|拓宽|恢复)+$/u
const HEAD = /^(?:省|市|区|县|我市|全市|总部|新建|改建|扩建|改扩建)(?!场|级|区|政|域|民|容|直|道|界)/u

/** Weight of a pair of characters by how common it is in phrases of projects: 2 common, 1 known, 0 neither. */
const WEIGHTS = [4, 2, 1]
/** A pair of so much weight is a name's own. */
const OWN = 2

const phaseOf = (digit: string): number => (NUMBERS.includes(digit) ? NUMBERS.indexOf(digit) + 1 : Number(digit))

function coreOf(name: string): string {
  const bare = name.replace(PHASE, '').replace(HEAD, '')
  const core = bare.replace(TAIL, '')
  return core.length >= 2 ? core : bare
}

/** Last words of names by the kind of thing: a road and a school that bear one name are two things. */
const KINDS: readonly (readonly [kind: string, ends: RegExp])[] = [
  ['school', /(?:学校|小学|中学|大学|学院|幼儿园|高中|校区)$/u],
  ['hospital', /(?:医院|院区|医学中心|卫生院)$/u],
  ['road', /(?:路|大道|街|高速|公路|通道|立交桥?|大桥|桥|隧道|高架|东延|西延|南延|北延)$/u],
  ['rail', /(?:铁路|高铁|轻轨|地铁|城际|号线)$/u],
  ['park', /(?:公园|湿地|绿地|植物园|动物园|乐园|游乐园)$/u],
  ['plant', /(?:厂|电站|风电|光伏|核电|热电|联产|储能|水厂|发电)$/u],
  ['zone', /(?:产业园|物流园|工业园|科技园|园区|新区|商务区|片区|开发区|小镇|新城|科学城|科技城|创业园)$/u],
  ['water', /(?:水库|闸|运河|港区?|码头|航道|泊位|船闸|枢纽|灌区)$/u],
  ['venue', /(?:馆|剧院|体育场|文化宫|会展中心)$/u],
]

/** Makes a name ready.
 * @param crowded pairs that so many ventures of the place have that they tell nothing: its own name
 */
export function readVentureName(written: string, crowded?: ReadonlySet<string>): VentureName {
  const name = written.replaceAll(MARKS, '')
  const digit = PHASE.exec(name)?.[1]
  const core = coreOf(name)
  const pairs = new Map<string, number>()
  let weight = 0
  let own = 0
  for (let at = 0; at + 1 < core.length; at++) {
    const pair = core.slice(at, at + 2)
    if (pairs.has(pair)) continue
    const one = crowded?.has(pair) ? 1 : (WEIGHTS[howCommon(core, at)] ?? 1)
    pairs.set(pair, one)
    weight += one
    if (one >= OWN) own += one
  }
  return {
    core,
    phase: digit === undefined ? null : phaseOf(digit),
    codes: (core.match(CODE) ?? []).map((code) => code.toUpperCase()),
    sides: [...new Set(core.match(SIDES) ?? [])].sort().join(''),
    pairs,
    weight,
    own,
    kind: KINDS.find(([, ends]) => ends.test(core))?.[0] ?? '',
  }
}

/** How two names stand to each other. */
export interface NameLikeness {
  /** 0 to 1. */
  likeness: number
  /** Pairs that only both have and that are their own, put together: 手拉手. */
  shared: string
  /** The cores are equal. */
  same: boolean
  /** One core holds the other. */
  held: boolean
}

const alike = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((code) => b.includes(code))

/** 南段 and 北段, 东湖 and 西湖 are two things; where one name only has a side, they may be one. */
function againstSides(a: VentureName, b: VentureName): boolean {
  const onlyA = [...a.sides].filter((side) => !b.sides.includes(side))
  const onlyB = [...b.sides].filter((side) => !a.sides.includes(side))
  return onlyA.length > 0 && onlyB.length > 0
}

/** Characters that only both have, in the order of the first: what a person sees as the common name. */
function sharedWords(a: VentureName, b: VentureName): string {
  let words = ''
  let end = -1
  let at = 0
  for (const [pair, weight] of a.pairs) {
    if (weight >= OWN && b.pairs.has(pair)) {
      words += at === end ? pair.slice(1) : pair
      end = at + 1
    }
    at++
  }
  return words
}

/** Whether what tells two of a kind apart differs: phase, code, side. */
const told = (a: VentureName, b: VentureName): boolean =>
  (a.phase !== null && b.phase !== null && a.phase !== b.phase) || !alike(a.codes, b.codes) || againstSides(a, b)

const OTHER_KIND = 0.65

/** Whether the kinds differ: of a place without one (马銮湾) only what serves people there is told apart. */
function otherKind(a: VentureName, b: VentureName): boolean {
  if (a.kind === b.kind) return false
  const one = a.kind === '' ? b.kind : a.kind
  return (a.kind !== '' && b.kind !== '') || one === 'hospital' || one === 'school'
}
const OTHER_BEGINNING = 0.6

/** Two characters are mostly a place: what holds them is the same thing only where it adds but its kind (桑龙, 桑龙高速). */
function holdsAsName(a: VentureName, b: VentureName): boolean {
  const [short, long] = a.core.length < b.core.length ? [a, b] : [b, a]
  if (short.core.length > 2) return true
  return long.core.startsWith(short.core) && long.kind !== '' && long.core.length <= 6 && long.own <= short.own + 4
}

/** Of the own words of the shorter name, so many are shared at least. */
const LEAST_OWN = 0.6
/** Of all its words, so many. */
const LEAST = 0.55

/** How alike two names are; null where they name two things. */
export function nameLikeness(a: VentureName, b: VentureName): NameLikeness | null {
  if (told(a, b)) return null
  const same = a.core === b.core
  const held = a.core.includes(b.core) || b.core.includes(a.core)
  let common = 0
  let own = 0
  for (const [pair, weight] of a.pairs) {
    if (!b.pairs.has(pair)) continue
    common += weight
    if (weight >= OWN) own += weight
  }
  if (held && !same && !holdsAsName(a, b)) return null
  const within = common / Math.max(1, Math.min(a.weight, b.weight))
  const over = common / Math.max(1, a.weight + b.weight - common)
  if (!same && (own < LEAST_OWN * Math.min(a.own, b.own) || own === 0 || within < LEAST)) return null
  const other = otherKind(a, b) ? OTHER_KIND : 1
  const begins = held || a.pairs.has(b.core.slice(0, 2)) || b.pairs.has(a.core.slice(0, 2)) ? 1 : OTHER_BEGINNING
  return { likeness: same ? 1 : (0.5 * within + 0.45 * over) * other * begins, shared: sharedWords(a, b), same, held }
}
