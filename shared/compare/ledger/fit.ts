import type { Measure } from '#shared/model/statement'
import { indicatorById } from '#shared/statements/indicators'
import type { LedgerFigure } from './ledger-types'
import type { Entry, Pool } from './library'
import { likeness, Name, widthOf } from './phrases'

/** What two figures contradict each other in, so that neither can be held against the other. */
export type Clash = 'kind' | 'unit' | 'against' | 'measure' | 'basis' | 'rank'

/** What one of two figures states and the other leaves open. */
export type Loose = 'subset' | 'measure' | 'basis'

/** How a result stands to a target. */
export interface Fit {
  entry: Entry
  /** 0 to 1: how alike the names are. */
  near: number
  clash: Clash | null
  loose: readonly Loose[]
  /** The result is of a part of what the target is about, or of more than it, by their names. */
  width: 'narrower' | 'broader' | null
}

/** 新增, 新建 and 完成 are all what came of the year's work. */
const MEASURES: Partial<Record<Measure, string>> = { added: 'output', done: 'output' }
const measureOf = (measure: Measure): string => MEASURES[measure] ?? measure

/** 省、市重点 is 省市重点. */
const bareText = (text: string): string => text.replace(/[\s、，,和及与（）()“”"]/gu, '')

/** What an indicator means when nothing is said: charging piles are those of cars. */
const DEFAULT_SUBSET: Readonly<Record<string, RegExp>> = { charging_piles: /^(?:电动|新能源)?(?:汽|机动)?车?$/u }

function subsetOf({ canonical, subset }: LedgerFigure): string {
  const bare = bareText(subset)
  return DEFAULT_SUBSET[canonical]?.test(bare) ? '' : bare
}

/** 纯收入 until 2013 and 可支配收入 after are two things under one indicator. */
const NAMED_BASIS: Readonly<Record<string, RegExp>> = { income_rural: /纯收入|可支配/u }

/** Estimates stand among the bases as written; they say how sure a number is, not what it measures. */
const statedBasis = ({ basis }: LedgerFigure): string =>
  bareText(basis).replace(/预计|预测|初步核算|初步统计|快报/gu, '')

const basisOf = (figure: LedgerFigure): string =>
  statedBasis(figure) || (NAMED_BASIS[figure.canonical]?.exec(figure.phrase)?.[0] ?? '')

/** Against the year before, as growth is unless something else is said. */
const USUAL = /^(?:同比|同期|比?(?:较|比)?(?:上|去)年(?:同期|末|底)?|与(?:上|去)年(?:相比|同期相比)|年)?$/u
const PLANNED = /目标|计划|任务|预算/u

/** What growth, shares and differences are measured against, in classes that never mix. */
function againstOf({ kind, against }: LedgerFigure): string {
  if (kind === 'level') return ''
  if (kind === 'ratio') return PLANNED.test(against) ? 'planned' : ''
  return USUAL.test(against) ? '' : bareText(against)
}

/** A completion rate (占目标的145.2%): it says how much of a target was reached. */
export const isCompletion = (figure: LedgerFigure): boolean =>
  figure.kind === 'ratio' && againstOf(figure) === 'planned' && figure.base === '%'

/** 国家级 and 省级 things are some few among all of them. */
const RANKED = /世界|国际|国家级|全国|省级|部级|市级|县级|区级/u

/** Classes of enterprises and projects that a name begins with: 规模以上民营企业 are some few of all. */
const CLASSED = /规模(?:以上|(?=工业|企业|服务业))|[规限]上|限额以上|入规|升规|四上/u

/** Whether only one of two counts is of a class of the thing. */
const oneClassed = (a: LedgerFigure, b: LedgerFigure): boolean =>
  a.kind === 'level' &&
  a.base !== '元' &&
  // An indicator that is of the class has names without the word too.
  !CLASSED.test(indicatorById(a.canonical)?.name ?? '') &&
  CLASSED.test(a.phrase + a.subset) !== CLASSED.test(b.phrase + b.subset)

function clashOf(target: LedgerFigure, result: LedgerFigure): Clash | null {
  if (target.kind !== result.kind) return 'kind'
  if (target.base !== result.base) return 'unit'
  if (againstOf(target) !== againstOf(result)) return 'against'
  const [measure, other] = [measureOf(target.measure), measureOf(result.measure)]
  if (measure !== '' && other !== '' && measure !== other) return 'measure'
  const [subset, otherSubset] = [subsetOf(target), subsetOf(result)]
  if (oneOnly(subset, otherSubset) && RANKED.test(subset + otherSubset)) return 'rank'
  if (oneClassed(target, result)) return 'rank'
  const [basis, otherBasis] = [basisOf(target), basisOf(result)]
  return basis !== '' && otherBasis !== '' && basis !== otherBasis ? 'basis' : null
}

const oneOnly = (a: string, b: string): boolean => (a === '') !== (b === '')

function looseOf(target: LedgerFigure, result: LedgerFigure): Loose[] {
  const loose: Loose[] = []
  if (oneOnly(subsetOf(target), subsetOf(result))) loose.push('subset')
  if (oneOnly(measureOf(target.measure), measureOf(result.measure))) loose.push('measure')
  if (oneOnly(statedBasis(target), statedBasis(result))) loose.push('basis')
  return loose
}

/** Names so general that two of them need not mean one thing. */
const VAGUE =
  /^(?:.|企业|项目|工程|学校|中学|小学|高中|群众|居民|资金|投资|投入|人员|社区|道路|公路|建设|任务|事项|工作|单位|产业|家庭|服务|设施|中心|开工|竣工|新增|完成|的?村|农户|培训|活动|岗位|平台|基地|站点|示范|试点|措施|重点|市级|省级|国家级|全覆盖|总投资|投资额?|覆盖率|占比|增长|#|工作日|标准|区?县区?|市区|乡镇|镇街|街道|部门|专项行动)$/u
export const isVague = (canonical: string, name: Name): boolean => canonical === '' && VAGUE.test(name.normal)

/** Names outside the dictionary must be nearly the same before a contradiction says something. */
const SURELY = 0.85

/** Names outside the dictionary must be as long to be an indicator of it. */
const SURE_LENGTH = 4

/** Whether two subsets contradict: then they are two things, and neither is told of by the other. */
function apart(target: LedgerFigure, result: LedgerFigure): boolean {
  const [own, other] = [subsetOf(target), subsetOf(result)]
  return own !== '' && other !== '' && own !== other
}

/** How one result stands to a target; null where they are about two things. */
export function fitOf(target: LedgerFigure, name: Name, entry: Entry, near: number): Fit | null {
  const { figure } = entry
  if (figure.value === null || apart(target, figure)) return null
  const clash = clashOf(target, figure)
  const known = target.canonical !== '' && target.canonical === figure.canonical
  if (clash !== null && !known && near < SURELY) return null
  const width = known && figure.kind !== 'level' ? null : widthOf(entry.name, name)
  const told = known && figure.base === '元' ? moneyWidth(target.canonical, entry.name, width) : width
  return { entry, near, clash, loose: clash === null ? looseOf(target, figure) : [], width: told }
}

/** Names of an amount in money are long or short without meaning more or less, but 起步区固定资产投资 is a part. */
const moneyWidth = (canonical: string, name: Name, width: Fit['width']): Fit['width'] =>
  width === 'narrower' && !aliasesOf(canonical).has(name.normal) ? width : null

const ALIASES = new Map<string, ReadonlySet<string>>()

/** What the dictionary calls an indicator, as names are compared. */
function aliasesOf(canonical: string): ReadonlySet<string> {
  const known = ALIASES.get(canonical)
  if (known) return known
  const indicator = indicatorById(canonical)
  const names = indicator ? [indicator.name, ...indicator.aliases] : []
  const aliases = new Set(names.map((each) => new Name(each).normal))
  ALIASES.set(canonical, aliases)
  return aliases
}

/** Counts under two names of one indicator (公租房, 廉租房) are near, but may be two kinds of it. */
const NAMED_ALIKE = 0.6

/** How near two names of one indicator are: those that the dictionary itself has for it are the same. */
function nearness({ canonical, kind, base }: LedgerFigure, name: Name, other: Name): number {
  const near = likeness(name, other)
  const aliases = aliasesOf(canonical)
  if (near === 1 || !aliases.has(name.normal) || !aliases.has(other.normal)) return near
  return kind === 'level' && base !== '元' ? Math.max(near, NAMED_ALIKE) : 1
}

/**
 * All results of a data year that are about the same thing as a target: the same indicator of the dictionary, or, where
 * the dictionary knows one of them not, a like name.
 */
export function fits(target: LedgerFigure, name: Name, pool: Pool): Fit[] {
  if (isVague(target.canonical, name)) return []
  const found: Fit[] = []
  const add = (entry: Entry, near: number): void => {
    const fit = fitOf(target, name, entry, near)
    if (fit) found.push(fit)
  }
  for (const entry of pool.of(target.canonical)) add(entry, nearness(target, name, entry.name))
  // What the dictionary knows by the same name comes before any likeness.
  if (found.some(({ clash }) => clash === null)) return found
  for (const [entry, near] of pool.alike(name)) {
    const { canonical } = entry
    if ((canonical !== '' && target.canonical !== '') || isVague(canonical, entry.name)) continue
    // The dictionary knew one of the names: a short one that it did not know, 就业, is something else.
    if (canonical !== target.canonical && entry.name.normal.length < SURE_LENGTH) continue
    // 经济 is GDP: a thing of its own, not the whole of which 数字经济 is a part.
    if (canonical !== '' && widthOf(entry.name, name) !== null) continue
    add(entry, near)
  }
  return found
}
