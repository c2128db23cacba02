import type { PassageSubject } from '#shared/compare/passages'
import { openView } from '../../workbench'
import { MOST_REPORTS, paramsOf } from './state'

/**
 * Opens the passages of reports on something side by side (并排看原文).
 * @param reports ids; more than six are left out; without any, the page keeps those it has
 */
export const openPassages = (subject: PassageSubject, reports: readonly string[] = []): void =>
  openView({ type: 'passages', key: '', params: paramsOf({ subject, reports: reports.slice(0, MOST_REPORTS) }) })
