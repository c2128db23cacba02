import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { analyseFile } from '#shared/analysis/analyse'
import { type ExtractedMatter, MatterType } from '#shared/model/matter'
import { FORMAT_RESOURCES } from '../../../electron/cli/format-resources'
import { readCorpus } from '../corpus'
import { LabelledSpan, type MatterLabels } from './score'

const GOLD = import.meta.dirname
const SEEDS = join(GOLD, '../../../seeds')

const Label = z.looseObject({ type: MatterType, start: z.int().nonnegative(), end: z.int().positive() })

/** Labels with the bytes of their text, null where it is not at hand. */
export interface MatterFile extends MatterLabels {
  name: string
  file: string
  bytes: Uint8Array | null
}

/** The folders of labels: `seeds` and `corpus` were learned from, `held-out` was not. */
export type MatterSet = 'seeds' | 'corpus' | 'held-out'

function readLabels(path: string): MatterLabels {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const read = lines.map((line) => z.union([LabelledSpan, Label]).parse(JSON.parse(line)))
  return {
    labels: read.flatMap((one) => (one.type === 'span' ? [] : [Label.parse(one)])),
    spans: read.flatMap((one) => (one.type === 'span' ? [LabelledSpan.parse(one)] : [])),
  }
}

const namesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => name.replace(/\.jsonl$/u, ''))
        .sort()
    : []

/** The labelled files of a set with their texts. */
export function matterFiles(set: MatterSet): MatterFile[] {
  const folder = set === 'seeds' ? GOLD : join(GOLD, set)
  const names = namesIn(folder)
  if (set === 'seeds') {
    const seeds = readdirSync(SEEDS)
    return names.map((name) => {
      const file = seeds.find((one) => one.startsWith(`${name}_`)) ?? ''
      return { name, file, bytes: readFileSync(join(SEEDS, file)), ...readLabels(join(folder, `${name}.jsonl`)) }
    })
  }
  const parts = names.map((name) => {
    const [place = '', year = ''] = name.split('-')
    return { place, year }
  })
  const texts = parts.length === 0 ? null : readCorpus(parts)
  return names.map((name) => ({
    name,
    file: `${name}.md`,
    bytes: texts?.get(name) ?? null,
    ...readLabels(join(folder, `${name}.jsonl`)),
  }))
}

/** The matters that the engine finds in a file, all the way from its bytes. */
export async function mattersFrom(file: string, bytes: Uint8Array): Promise<ExtractedMatter[]> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const analysed = await analyseFile(
    { name: file, hash, bytes, at: '2026-01-01T00:00:00Z' },
    { resources: FORMAT_RESOURCES },
  )
  if (!analysed.ok) throw new Error(`${file}: ${analysed.reason.key}`)
  return analysed.value.reports.flatMap(({ matters }) => matters)
}
