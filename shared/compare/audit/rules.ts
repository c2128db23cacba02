import type { AuditOptions, AuditRule } from './audit-types'

/**
 * Every rule, in the order in which it is listed. The rules themselves are in files of their own name; what each does
 * and why is told in `docs/decisions/audit.md`.
 */
export const AUDIT_RULES: readonly AuditRule[] = [
  /** 分项合计: parts of a closed list against the stated total. */
  { name: 'sum', reach: 'inside', on: true },
  /** 清单件数: items of a list against its stated number. */
  { name: 'count', reach: 'inside', on: true },
  /** 完成率: rate of completion against target and result that stand beside it. */
  { name: 'completion', reach: 'inside', on: true },
  /** 占比: a share against the part and the whole. */
  { name: 'share', reach: 'inside', on: true },
  /** 前后不一: one figure given twice. */
  { name: 'repeat', reach: 'inside', on: true },
  /** 增量与增速: an increase and the total against the growth. */
  { name: 'increase', reach: 'inside', on: true },
  /** 年均增速: the first and the last level against an average over years. */
  { name: 'average', reach: 'inside', on: true },
  /** 部分大于整体: a part above its whole. */
  { name: 'part', reach: 'inside', on: true },
  /** 人均额: an implausible amount per head. */
  { name: 'perHead', reach: 'inside', on: true },
  /** 增速与总量: growth against the levels of two reports; shows the implied deflator. */
  { name: 'growth', reach: 'between', on: true },
  /** 隐含价格变动: growth against levels inside the band of prices, for information. */
  { name: 'prices', reach: 'between', on: false },
  /** 基数微调: a figure mended by less than one in a hundred, for information. */
  { name: 'mended', reach: 'between', on: false },
  /** 完成率与上年目标: rate of completion against the target that the earlier report set. */
  { name: 'target', reach: 'between', on: true },
  /** 基数改动: a figure of an earlier year restated. */
  { name: 'restated', reach: 'between', on: true },
  /** 多年年均: levels of reports years apart against an average over years. */
  { name: 'span', reach: 'between', on: true },
  /** 项目数变动: another number of projects behind a sum than in the target. */
  { name: 'projects', reach: 'between', on: true },
]

/** What a project goes by that says nothing: rules that are not on by default are off, the band is −3 to +6 % a year. */
export const defaultAuditOptions = (): AuditOptions => ({
  off: AUDIT_RULES.filter(({ on }) => !on).map(({ name }) => name),
  bandLow: -3,
  bandHigh: 6,
})
