import type { Annotation } from '#shared/model/annotation'
import type { Rule } from '#shared/model/rule'
import type { ProjectDatabase } from '../database'

/** The saved autocoding rules, by name. */
export async function listRules(db: ProjectDatabase): Promise<Rule[]> {
  const rules = await db.rules.toArray()
  return rules.sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}

/** The annotations that have any of some codes, each once. Read code by code: of several at once, row by row. */
export async function codedAnnotations(db: ProjectDatabase, codes: readonly string[]): Promise<Annotation[]> {
  const found = await Promise.all(codes.map((code) => db.annotations.where('codes').equals(code).toArray()))
  return [...new Map(found.flat().map((annotation) => [annotation.id, annotation])).values()]
}
