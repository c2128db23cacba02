import type { MemoRow, MemoSubject } from '../../storage'
import type { ViewParams } from '../../workbench'
import { KINDS } from './filter'

/**
 * The subject whose memo the parameters ask for: `subject` names it (`project`, `report:<id>` …), `memo` is the id of a
 * memo among the rows, or of the annotation that carries it.
 * @param project id of the project
 */
export function subjectIn(params: ViewParams, rows: readonly MemoRow[], project: string): MemoSubject | null {
  const { subject, memo } = params
  if (typeof memo === 'string') return rows.find(({ target }) => target.id === memo)?.subject ?? null
  if (typeof subject !== 'string') return null
  if (subject === 'project') {
    // A copy of a project, or one out of a package, has another id than its memo was written under.
    const written = rows.find((row) => row.subject.type === 'project')?.subject
    return written ?? { type: 'project', id: project }
  }
  const [type, id] = subject.split(':')
  const kind = KINDS.find((one) => one === type)
  return kind && id ? { type: kind, id } : null
}
