import type { ProjectDatabase } from '../database'
import type { IntegrityFinding, IntegrityPart } from './finding'

type Keys = ReadonlySet<string>

const keysOf = async (db: ProjectDatabase, table: string): Promise<Keys> =>
  new Set((await db.table(table).toCollection().primaryKeys()).map(String))

const broken = (table: string, key: string, source: string | null, label: string): IntegrityFinding => ({
  kind: 'linkBroken',
  table,
  key,
  source,
  label,
  repair: 'unlink',
})

async function findInAnnotations(db: ProjectDatabase, codes: Keys, reports: Keys): Promise<IntegrityPart> {
  const findings: IntegrityFinding[] = []
  let records = 0
  // Row by row: a hundred thousand annotations are not held at once.
  await db.annotations.each(({ id, source, report, codes: given, anchor }) => {
    records += 1
    const lost = given.some((code) => !codes.has(code)) || (report !== null && !reports.has(report))
    if (lost) findings.push(broken('annotations', id, source, anchor.quote))
  })
  return { counts: { records }, findings }
}

async function findInCodes(db: ProjectDatabase, codes: Keys): Promise<IntegrityPart> {
  const all = await db.codes.toArray()
  const findings = all
    .filter(({ parent }) => parent !== null && !codes.has(parent))
    .map(({ id, name }) => broken('codes', id, null, name))
  return { counts: { records: all.length }, findings }
}

async function findInMemos(db: ProjectDatabase, codes: Keys, reports: Keys): Promise<IntegrityPart> {
  const all = await db.memos.toArray()
  const there = { code: codes, report: reports, project: null }
  const findings = all
    .filter(({ subject }) => there[subject.type]?.has(subject.id) === false)
    // A memo is the user's own words: it is told of, but nothing is to be taken off it.
    .map((memo) => ({ ...broken('memos', memo.id, null, memo.text.slice(0, 60)), repair: null }))
  return { counts: { records: all.length }, findings }
}

/** Looks whether the records that others name are there. */
export async function findInLinks(db: ProjectDatabase): Promise<IntegrityPart> {
  const [codes, reports] = [await keysOf(db, 'codes'), await keysOf(db, 'reports')]
  const parts = [
    await findInAnnotations(db, codes, reports),
    await findInCodes(db, codes),
    await findInMemos(db, codes, reports),
  ]
  return {
    counts: { records: parts.reduce((sum, { counts }) => sum + (counts.records ?? 0), 0) },
    findings: parts.flatMap(({ findings }) => findings),
  }
}
