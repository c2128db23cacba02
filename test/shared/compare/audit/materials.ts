import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { analyseFile } from '#shared/analysis/analyse'
import type { ReportMaterial } from '#shared/compare/material'
import { materialsOf } from '#shared/compare/materials-of'
import { FORMAT_RESOURCES } from '../../../../electron/cli/format-resources'

const SEEDS = join(import.meta.dirname, '../../../../seeds')

/** Every report of a file as the engine reads it, without a word of a user's. */
export async function materialsOfFile(path: string): Promise<ReportMaterial[]> {
  const bytes = readFileSync(path)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const file = { name: basename(path), folder: basename(dirname(path)), hash, bytes, at: '1970-01-01T00:00:00Z' }
  const analysed = await analyseFile(file, { resources: FORMAT_RESOURCES })
  if (!analysed.ok) throw new Error(`${path}: ${analysed.reason.key}`)
  return materialsOf(analysed.value)
}

/** The materials of the seeds, by the first three digits of their names. */
export async function seedMaterials(): Promise<Record<'000' | '001' | '002' | '003' | '004', ReportMaterial>> {
  const [first, second, third, fourth, fifth] = await Promise.all(
    [
      '000_72280f6944ee79bd.txt',
      '001_c1cea06f4beada15.txt',
      '002_395ec08d707c8053.txt',
      '003_f9b85e353477209f.txt',
      '004_bb7a348c881b95a3.txt',
    ].map(async (name) => (await materialsOfFile(join(SEEDS, name)))[0]),
  )
  if (!first || !second || !third || !fourth || !fifth) throw new Error('a seed holds no report')
  return { '000': first, '001': second, '002': third, '003': fourth, '004': fifth }
}
