import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { analyseFile } from '#shared/analysis/analyse'
import { auditPlace, auditReport } from '#shared/compare/audit/audit'
import type { Finding } from '#shared/compare/audit/audit-types'
import { defaultAuditOptions } from '#shared/compare/audit/rules'
import { groupBy } from '#shared/compare/audit/select'
import type { ReportMaterial } from '#shared/compare/material'
import { materialsOf } from '#shared/compare/materials-of'
import { FORMAT_RESOURCES } from '../../../electron/cli/format-resources'
import { ARCHIVE, type CorpusName, readCorpus } from '../corpus'
import { asDrawn, isOfReports, type Judged, precisionOf, readJudged, SAMPLES } from './judged'
import { drawSample } from './sample'

const MEMBER = /([^/]+)\/(\d{4})\.md$/u

/** Every report of the archive by place and year; none where it is not at hand. */
function corpusNames(): CorpusName[] {
  if (!existsSync(ARCHIVE)) return []
  const listing = execFileSync('tar', ['-tJf', ARCHIVE], { encoding: 'utf8', maxBuffer: 1 << 26 })
  return listing.split('\n').flatMap((line) => {
    const [, place, year] = MEMBER.exec(line) ?? []
    return place && year ? [{ place, year }] : []
  })
}

async function readMaterials(names: readonly CorpusName[]): Promise<{ place: string; material: ReportMaterial }[]> {
  const texts = readCorpus(names)
  const all: { place: string; material: ReportMaterial }[] = []
  for (const { place, year } of names) {
    const bytes = texts?.get(`${place}-${year}`)
    if (!bytes) continue
    const hash = createHash('sha256').update(bytes).digest('hex')
    const file = { name: `${year}.md`, folder: place, hash, bytes, at: '1970-01-01T00:00:00Z' }
    const analysed = await analyseFile(file, { resources: FORMAT_RESOURCES })
    if (analysed.ok) all.push(...materialsOf(analysed.value).map((material) => ({ place, material })))
  }
  return all
}

const nameOf = (rule: string, place: string, figures: readonly string[]): string => [rule, place, ...figures].join('|')

/** What the audit finds in a sample's reports, by the names that judged findings go by. */
async function findIn(names: readonly CorpusName[]): Promise<Map<string, Finding>> {
  const options = defaultAuditOptions()
  const found = new Map<string, Finding>()
  for (const [place, own] of groupBy(await readMaterials(names), (one) => one.place)) {
    const materials = own.map(({ material }) => material)
    const results = [...materials.map((one) => auditReport(one, options, [])), auditPlace(materials, options, [])]
    for (const finding of results.flatMap(({ findings }) => findings)) {
      found.set(
        nameOf(
          finding.rule,
          place,
          finding.figures.map(({ quantity }) => quantity),
        ),
        finding,
      )
    }
  }
  return found
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`

/**
 * Runs the audit over the samples again and prints how many of its findings were judged worth a look, and which of them
 * nobody has judged yet. Without the corpus only the verdicts as they were given are counted.
 */
export async function evaluateAudit(): Promise<void> {
  const corpus = corpusNames()
  for (const sample of SAMPLES) {
    const judged = readJudged(sample)
    const drawn = asDrawn(judged)
    console.log(`audit ${sample}: ${drawn.length} judged, ${percent(precisionOf(drawn))} worth a look`)
    if (!isOfReports(sample) || corpus.length === 0) continue
    const verdicts = new Map(judged.map((one): [string, Judged] => [nameOf(one.rule, one.place, one.figures), one]))
    const found = await findIn(drawSample(corpus, `audit-${sample}`))
    const known = [...found.keys()].flatMap((name) => verdicts.get(name) ?? [])
    const unknown = [...found].filter(([name]) => !verdicts.has(name))
    console.log(`  now ${found.size} found, of those judged ${percent(precisionOf(known))} worth a look`)
    for (const [name] of unknown) console.log(`  not judged: ${name}`)
  }
}
