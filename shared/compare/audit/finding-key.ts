import type { AuditCheck } from './audit-types'

/**
 * Names a finding by its rule and by what its figures say, report by report: no offsets, so that a correction elsewhere
 * in the text, another figure or another report leaves it alone, and a ruling of the user's stays with it.
 */
export const findingKey = ({ rule, figures }: Pick<AuditCheck, 'rule' | 'figures'>): string =>
  [rule, ...figures.map(({ span, label, quantity, year }) => `${span.report}:${label}:${quantity}:${year}`)].join('|')
