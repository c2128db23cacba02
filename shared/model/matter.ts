import { z } from 'zod'
import { Anchor } from './anchor'
import { Also, Hash, Instant, Uuid } from './identity'
import { Role, StatementKind, StatementStatus, TargetList } from './statement'

/*
 * Matters (事项): what a report promises or claims without a plain number, and the lists and ventures that it answers
 * for. They stand beside the statements in review, export and ledger. All offsets are UTF-16 code units of the
 * reading's text, ends exclusive.
 */

/** 定性目标, 位次, 总括完成, 清单, 清单事项, 重大项目. */
export const MatterType = z.enum(['relative_target', 'rank', 'claim', 'list', 'list_item', 'venture'])
export type MatterType = z.infer<typeof MatterType>

const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })

/** An amount of money as the text has it. */
export const Money = z.object({
  /** Offset of `quantity`. */
  start: z.int().nonnegative(),
  /** 2.97亿元, the exact substring of the text. */
  quantity: z.string().min(1),
  /** Before the unit's multiplier: 2.97. */
  value: z.number(),
  /** 亿元, 万元. */
  unit: z.string().min(1),
})
export type Money = z.infer<typeof Money>

/** Who pays: in all, the place itself, from above, private capital; null where the text does not tell. */
const funds = {
  total: Money.nullable(),
  own: Money.nullable(),
  above: Money.nullable(),
  private: Money.nullable(),
}

/** What every matter has. */
const common = {
  /** The words that say it. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  role: Role,
  /** 数据年份: '2022', a span '2017-2021', '' where it can't be told. */
  year: z.string().regex(/^(\d{4}(-\d{4})?)?$/),
  /** 'own' for the report's own place, else the place or body named. */
  scope: z.string(),
  article: z.enum(['main', 'other']),
  /** 措辞力度 as written: 确保, 力争. */
  wording: z.string(),
  /** Deadline as written: 年底前, 6月底前. */
  due: z.string(),
  /** As written: 前三季度. */
  period: z.string(),
  /** Which list of targets it stands in. */
  list: TargetList,
  sentence: Span,
  /** Which rule made it; `user` for one made by hand. */
  rule: z.string().min(1),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
}

/**
 * How a thing stands to its reference. `match` 同步, 持平; `exceed` 高于, 快于, 跑赢; `below` 低于; `not_below` 不低于;
 * `not_above` 不高于, 不超过, 控制在…以内 without a figure; `positive` 正增长; `no_decline` 只增不减, 不下降;
 * `no_rise` 只减不增, 只降不升, 零增长; `rise` 稳中有升, 稳步增长; `fall` 持续下降; `stable` 保持稳定; `reach` 达到
 * (国家标准, 全省平均水平); `assigned` 完成上级下达任务, 控制在上级下达的指标内.
 */
export const Relation = z.enum([
  'match',
  'exceed',
  'below',
  'not_below',
  'not_above',
  'positive',
  'no_decline',
  'no_rise',
  'rise',
  'fall',
  'stable',
  'reach',
  'assigned',
])
export type Relation = z.infer<typeof Relation>

/** 定性目标: what an indicator is to be (or was) measured by something else than a figure. */
export const RelativeTarget = z.object({
  type: z.literal('relative_target'),
  ...common,
  /** As written: 居民收入. */
  indicator: z.string(),
  /** Indicator id, '' where it is none that we know. */
  canonical: z.string(),
  kind: StatementKind,
  relation: Relation,
  /** 基本, 总体, 略 as written before the relation. */
  hedge: z.string(),
  /** What it is measured by, as written: 经济增长, 全市平均水平, 上级下达任务; '' where there is none (正增长). */
  reference: z.string(),
  /** Indicator id of the reference: 经济增长 → gdp; '' where it names none. */
  referenceCanonical: z.string(),
  /** Whose figure the reference is: 全市, 全省, 全国, 上级; 'own' for the place's own; '' where it names none. */
  referenceScope: z.string(),
})
export type RelativeTarget = z.infer<typeof RelativeTarget>

/** 位次: a place in an order. */
export const Rank = z.object({
  type: z.literal('rank'),
  ...common,
  indicator: z.string(),
  canonical: z.string(),
  /** What of it is ranked, as written: 增速, 总量, 增量; ''. */
  aspect: z.string(),
  /** 1 for 第一, 首位; the limit for 前10名. */
  position: z.int().positive(),
  /** 前10名: anywhere up to `position`. */
  within: z.boolean(),
  /** 倒数第二, 由低到高: counted from the bottom. */
  fromBottom: z.boolean(),
  /** 由第16位提升至第15位: 16. */
  previous: z.int().positive().nullable(),
  /** Of whom, as written: 全市, 八城区, 全国同类城市; ''. */
  among: z.string(),
  /** How many they are, where it is told: 八城区 → 8. */
  size: z.int().positive().nullable(),
  /** 连续16年: 16. */
  streak: z.int().positive().nullable(),
  /** `statementKey` of the statement that it stands beside, '' where there is none. */
  statement: z.string(),
})
export type Rank = z.infer<typeof Rank>

/** What a blanket claim is about: 民生实事; 目标任务; 规划; 项目; 上级下达或交办的任务; 其他. */
export const ClaimSubject = z.enum(['livelihood', 'targets', 'plan', 'projects', 'assigned', 'other'])
export type ClaimSubject = z.infer<typeof ClaimSubject>

/** 全部, 全面; 圆满, 较好; 基本; 超额, 提前; plain 完成. */
export const ClaimExtent = z.enum(['all', 'well', 'mostly', 'exceeded', 'done'])
export type ClaimExtent = z.infer<typeof ClaimExtent>

/** 总括完成: a claim that a whole set of promises was kept. */
export const Claim = z.object({
  type: z.literal('claim'),
  ...common,
  /** What it covers, as written: 省、市、区民生实事. */
  covers: z.string(),
  subject: ClaimSubject,
  extent: ClaimExtent,
  /** Whose promises, as written: 省、市、区; 区人大十六届六次会议确定; ''. */
  levels: z.string(),
  /** 84件: 84; null where no number is told. */
  count: z.int().positive().nullable(),
})
export type Claim = z.infer<typeof Claim>

/** 清单: a numbered list of promises. */
export const List = z.object({
  type: z.literal('list'),
  ...common,
  /** As written, without marks: 2022年瀍河区十大民生实事. `start`..`end` is the heading, or the sentence that opens the list. */
  heading: z.string(),
  /** End of its last item. */
  until: z.int().nonnegative(),
  /** Items as the heading tells (十大 → 10), null where it does not. */
  stated: z.int().positive().nullable(),
  /** Items that were found. */
  items: z.int().nonnegative(),
  ...funds,
})
export type List = z.infer<typeof List>

/** 清单事项. Its statements are those that begin between `start` and `end`. */
export const ListItem = z.object({
  type: z.literal('list_item'),
  ...common,
  /** `matterKey` of its list. */
  parent: z.string(),
  /** From 1, in the order of the list. */
  ordinal: z.int().positive(),
  /** As written: （一）, 1., 一是; '' for a bullet. */
  mark: z.string(),
  /** Its title, or its first clause, as written without mark and emphasis. */
  heading: z.string(),
  /** 9项: 9, where the item tells how many it holds. */
  count: z.int().positive().nullable(),
  ...funds,
})
export type ListItem = z.infer<typeof ListItem>

/** 谋划, 签约, 开工, 在建, 竣工, 投用; '' where the text does not tell. */
export const VentureStage = z.enum(['', 'planned', 'signed', 'started', 'building', 'completed', 'in_use'])
export type VentureStage = z.infer<typeof VentureStage>

/** 重大项目: a named building or business project. */
export const Venture = z.object({
  type: z.literal('venture'),
  ...common,
  /** As written: 手拉手新能源汽车产业园. `start`..`end` is the name in the text. */
  name: z.string(),
  /** Where it is built, where the text tells it apart from the name; ''. */
  place: z.string(),
  amount: Money.nullable(),
  stage: VentureStage,
  /** The words that tell the stage: 竣工通车. */
  stageWords: z.string(),
})
export type Venture = z.infer<typeof Venture>

/** A matter as the engine gives it. */
export const ExtractedMatter = z.discriminatedUnion('type', [RelativeTarget, Rank, Claim, List, ListItem, Venture])
export type ExtractedMatter = z.infer<typeof ExtractedMatter>

/** The matter of a type. */
export type MatterOf<T extends MatterType> = Extract<ExtractedMatter, { type: T }>

/** What a matter is called: its indicator, what it covers, its heading, its name. */
export function matterName(matter: ExtractedMatter): string {
  switch (matter.type) {
    case 'relative_target':
    case 'rank':
      return matter.indicator
    case 'claim':
      return matter.covers
    case 'list':
    case 'list_item':
      return matter.heading
    case 'venture':
      return matter.name
  }
}

/** Names an engine matter inside its report; several may share their words (城乡居民收入与经济增长同步). */
export const matterKey = (matter: ExtractedMatter): string => `${matter.type}:${matter.start}:${matterName(matter)}`

/** A matter that a user has touched: accepted, edited, rejected or made by hand. */
export const Matter = z.object({
  id: Uuid,
  source: Hash,
  reading: z.string(),
  report: Uuid,
  /** Where it stands; `content` has the same offsets. */
  anchor: Anchor,
  /** Its words were not found in the present reading. */
  orphan: z.boolean(),
  status: StatementStatus,
  /** `matterKey` of the engine's matter that this one stands for; null for one made by hand. */
  origin: z.string().nullable(),
  content: ExtractedMatter,
  author: z.string(),
  updatedAt: Instant,
  /** Others who decided the same. */
  also: z.array(Also).default([]),
})
export type Matter = z.infer<typeof Matter>

/** One side of a link between ventures: a matter of a report. */
const VentureRef = z.object({ report: Uuid, key: z.string() })
export type VentureRef = z.infer<typeof VentureRef>

/** The user's word on two ventures of different reports: the same one under another name, or not. */
export const VentureLink = z.object({
  id: Uuid,
  a: VentureRef,
  b: VentureRef,
  verdict: z.enum(['same', 'different']),
  author: z.string(),
  updatedAt: Instant,
})
export type VentureLink = z.infer<typeof VentureLink>
