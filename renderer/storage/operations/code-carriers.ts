import type { Annotation } from '#shared/model/annotation'
import type { Memo } from '#shared/model/memo'
import type { Rule } from '#shared/model/rule'
import type { ProjectDatabase } from '../database'
import { now } from './now'

/** The annotations and rules that have any of some codes. */
export async function carriers(
  db: ProjectDatabase,
  codes: ReadonlySet<string>,
): Promise<{ annotations: Annotation[]; rules: Rule[] }> {
  const [annotations, rules] = await Promise.all([
    db.annotations
      .where('codes')
      .anyOf([...codes])
      .distinct()
      .toArray(),
    db.rules.filter((rule) => rule.codes.some((code) => codes.has(code))).toArray(),
  ])
  return { annotations, rules }
}

/** The memos of some codes. */
export const codeMemos = (db: ProjectDatabase, codes: ReadonlySet<string>): Promise<Memo[]> =>
  db.memos
    .where('[subject.type+subject.id]')
    .anyOf([...codes].map((code) => ['code', code]))
    .toArray()

/**
 * A record without some codes, or with another in their place: it stands where the first of them stood, and only once.
 * @param to the code that takes their place, null for none
 */
export function withCodes<R extends Annotation | Rule>(record: R, gone: ReadonlySet<string>, to: string | null): R {
  const left = (codes: readonly string[]): string[] => [
    ...new Set(codes.flatMap((code) => (gone.has(code) ? (to === null ? [] : [to]) : [code]))),
  ]
  const also = 'also' in record ? { also: record.also.map((one) => ({ ...one, codes: left(one.codes) })) } : {}
  return { ...record, ...also, codes: left(record.codes), updatedAt: now() }
}
