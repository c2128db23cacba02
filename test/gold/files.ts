import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyseFile } from '#shared/analysis/analyse'
import { FORMAT_RESOURCES } from '../../electron/cli/format-resources'
import { type CorpusName, readCorpus } from './corpus'
import type { Scored } from './score'

const GOLD = import.meta.dirname
const SEEDS = join(GOLD, '../../seeds')

/** A labelled file with its source: `bytes` is null where the text is not at hand. */
export interface GoldFile {
  name: string
  set: 'seeds' | 'corpus'
  /** File name that the importer would see. */
  file: string
  gold: Scored[]
  bytes: Uint8Array | null
}

const readLines = (path: string): Scored[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Scored)

const labelled = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()

/** The labels of the five seeds with their texts. */
export function seedFiles(): GoldFile[] {
  return labelled(GOLD).map((name) => {
    const file = name.replace(/\.jsonl$/u, '.txt')
    return {
      name: name.slice(0, 3),
      set: 'seeds',
      file,
      gold: readLines(join(GOLD, name)),
      bytes: readFileSync(join(SEEDS, file)),
    }
  })
}

/** The labels of corpus reports, with their texts where the corpus is at hand. */
export function corpusFiles(): GoldFile[] {
  const folder = join(GOLD, 'corpus')
  const names = labelled(folder).map((name) => name.replace(/\.jsonl$/u, ''))
  const parts: CorpusName[] = names.map((name) => {
    const [place = '', year = ''] = name.split('-')
    return { place, year }
  })
  const texts = readCorpus(parts)
  return names.map((name) => ({
    name,
    set: 'corpus',
    file: `${name}.md`,
    gold: readLines(join(folder, `${name}.jsonl`)),
    bytes: texts?.get(name) ?? null,
  }))
}

/** What the engine makes of a file, all the way from its bytes. */
export async function extractFrom(file: string, bytes: Uint8Array): Promise<Scored[]> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const analysed = await analyseFile(
    { name: file, hash, bytes, at: '2026-01-01T00:00:00Z' },
    { resources: FORMAT_RESOURCES },
  )
  if (!analysed.ok) throw new Error(`${file}: ${analysed.reason.key}`)
  return analysed.value.reports.flatMap((report) => report.statements)
}
