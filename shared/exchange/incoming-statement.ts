import { ExtractedStatement, StatementStatus } from '../model/statement'
import type { ContentStatement } from './project-content'

/** A statement with the report that it stands in. */
export type IncomingStatement = ContentStatement & { report: string }

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/**
 * A statement of a file of ours, null where the fields are none. It is believed only as far as the text bears it out:
 * its quantity must stand where its span does.
 */
export function incomingStatement(value: unknown, span: { start: number; quote: string }): IncomingStatement | null {
  const fields: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {}
  const statement = ExtractedStatement.safeParse(fields)
  const status = StatementStatus.safeParse(fields.status)
  const report = asText(fields.report)
  if (!statement.success || !status.success || report === null) return null
  if (statement.data.start !== span.start || statement.data.quantity !== span.quote) return null
  return {
    ...statement.data,
    report,
    id: asText(fields.id),
    status: status.data,
    origin: asText(fields.origin),
    author: asText(fields.author) ?? '',
    updatedAt: asText(fields.updatedAt),
  }
}
