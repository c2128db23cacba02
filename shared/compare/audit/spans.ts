import type { AuditCheck, AuditSpan } from './audit-types'

const same = (a: AuditSpan, b: AuditSpan): boolean => a.report === b.report && a.start === b.start && a.end === b.end

/** The spans of a check: the stated figure, the other figures, then the sentences, each once. */
export function findingSpans({ figures, arithmetic }: Pick<AuditCheck, 'figures' | 'arithmetic'>): AuditSpan[] {
  const stated = figures[arithmetic.stated]
  const all = [...(stated ? [stated] : []), ...figures].map(({ span }) => span)
  const spans: AuditSpan[] = []
  for (const span of [...all, ...figures.map(({ sentence }) => sentence)]) {
    if (!spans.some((known) => same(known, span))) spans.push(span)
  }
  return spans
}
