import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readStructure } from '#shared/structure/structure'
import { type CorpusName, readCorpus } from '../corpus'
import type { Heading } from './score'

const FOLDER = import.meta.dirname
const ROOT = join(FOLDER, '../../..')
const SEEDS = 'seeds/'

/** The labels of one file; place and year for a report of the corpus. */
export interface HeadingLabels {
  place?: string
  year?: string
  file: string
  sha256: string
  headings: Heading[]
}

/** Labels with the text they are of, null where it is not at hand. */
export interface LabelledText {
  name: string
  set: 'seeds' | 'corpus'
  labels: HeadingLabels
  text: string | null
}

/** Every label file of this folder, by name. */
export function headingLabels(): Map<string, HeadingLabels> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && name !== 'floors.json')
  return new Map(
    names
      .sort()
      .map((name) => [
        name.replace(/\.json$/u, ''),
        JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as HeadingLabels,
      ]),
  )
}

/** The labels with their texts: those of the corpus from `corpus`, or from the archive, or without a text. */
export function labelledTexts(corpus: string | null): LabelledText[] {
  const all = [...headingLabels()]
  const names = all.flatMap(([, { place, year }]): CorpusName[] => (place && year ? [{ place, year }] : []))
  const archive = corpus === null ? readCorpus(names) : null
  return all.map(([name, labels]) => {
    const seed = labels.file.startsWith(SEEDS)
    const bytes = seed
      ? readFileSync(join(ROOT, labels.file))
      : corpus === null
        ? (archive?.get(name) ?? null)
        : readIf(join(corpus, labels.file))
    return { name, set: seed ? 'seeds' : 'corpus', labels, text: bytes && textOf(name, labels, bytes) }
  })
}

const readIf = (path: string): Buffer | null => (existsSync(path) ? readFileSync(path) : null)

/** @throws when the bytes are not those that were labelled. */
function textOf(name: string, labels: HeadingLabels, bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (hash !== labels.sha256) throw new Error(`${name}: another version of ${labels.file} was labelled`)
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

/** The headings that the engine finds in a text, of all its reports. */
export function headingsFound(text: string): Heading[] {
  return readStructure(text).reports.flatMap(({ sections }) =>
    sections.map(({ heading, level }) => ({ start: heading.start, end: heading.end, level })),
  )
}
