import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AUDIT_RULES } from '#shared/compare/audit/rules'
import { Severity } from '#shared/model/audit'

/** A finding that was read with its sentences and judged (README.md). */
const Judged = z.strictObject({
  rule: z.enum(AUDIT_RULES.map(({ name }) => name)),
  severity: Severity,
  /** Place and years as the archive of the corpus names its reports. */
  place: z.string().min(1),
  reports: z.array(z.string()).min(1),
  /** Quantities of its figures, in their order. */
  figures: z.array(z.string()).min(1),
  expected: z.number(),
  found: z.number(),
  verdict: z.enum(['worth', 'not']),
  reason: z.string().min(4),
  /** Given only since a rule was mended on this very sample: no part of the precision as it was measured. */
  late: z.literal(true).optional(),
})
export type Judged = z.infer<typeof Judged>

/** Samples of reports, by the salt that they were drawn with. */
const OF_REPORTS = ['first', 'second', 'third', 'fourth'] as const
/** All samples; the last two are of findings, from the whole corpus. */
export const SAMPLES = [...OF_REPORTS, 'across', 'kinds'] as const
export type SampleName = (typeof SAMPLES)[number]

/** Whether reports were drawn, and not findings. */
export const isOfReports = (sample: SampleName): boolean => OF_REPORTS.some((name) => name === sample)

/** The judged findings of a sample. */
export const readJudged = (sample: SampleName): Judged[] =>
  readFileSync(join(import.meta.dirname, `${sample}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Judged.parse(JSON.parse(line)))

/** Those that the audit gave when the sample was drawn. */
export const asDrawn = (judged: readonly Judged[]): Judged[] => judged.filter(({ late }) => late !== true)

/** Share of findings that are worth a look. */
export const precisionOf = (judged: readonly Pick<Judged, 'verdict'>[]): number =>
  judged.filter(({ verdict }) => verdict === 'worth').length / judged.length
