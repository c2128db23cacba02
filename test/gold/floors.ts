import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FurtherField, FurtherShares } from './further'
import type { Score } from './score'

const PATH = join(import.meta.dirname, 'floors.json')

/** What a set or a file must reach; floors only rise. */
export interface Floor {
  f1: number
  coreF1: number
  /** Every field's share among the matched. */
  fields: number
}

export interface Floors {
  seeds: Floor
  corpus: Floor
  /** Over both sets, where the corpus is at hand. */
  scope: { precision: number; recall: number }
  /** Share right and F1 of what is not empty, pooled over the files that are labelled for further fields. */
  further: Partial<Record<FurtherField, { right: number; f1: number }>>
  files: Record<string, Floor>
}

/** The floors as they stand in the file. */
export const readFloors = (): Floors => JSON.parse(readFileSync(PATH, 'utf8')) as Floors

const lowest = (score: Score): number => Math.min(...Object.values(score.fields))

/** Names what lies below a floor. */
export function below(name: string, score: Score, floor: Floor): string[] {
  const failures: string[] = []
  if (score.f1 < floor.f1) failures.push(`${name}: F1 ${score.f1} < ${floor.f1}`)
  if (score.coreF1 < floor.coreF1) failures.push(`${name}: core F1 ${score.coreF1} < ${floor.coreF1}`)
  for (const [field, share] of Object.entries(score.fields)) {
    if (share < floor.fields) failures.push(`${name}: ${field} ${share} < ${floor.fields}`)
  }
  return failures
}

/** Names the further fields below their floors. */
export function belowFurther(shares: Record<FurtherField, FurtherShares>, floors: Floors['further']): string[] {
  return Object.entries(floors).flatMap(([field, floor]) => {
    const { right, f1 } = shares[field as FurtherField]
    const failures: string[] = []
    if (right < floor.right) failures.push(`${field}: right ${right} < ${floor.right}`)
    if (f1 < floor.f1) failures.push(`${field}: F1 ${f1} < ${floor.f1}`)
    return failures
  })
}

/** Rounds down, so that a floor never lies above what was measured. */
const down = (share: number): number => Math.floor(share * 1000 + 1e-6) / 1000

/** `slack` is a number of statements that may be lost. */
const raised = (score: Score, floor: Floor | undefined, slack: number): Floor => ({
  f1: Math.max(down(score.f1 - slack / Math.max(1, score.gold)), floor?.f1 ?? 0),
  coreF1: Math.max(down(score.coreF1 - slack / Math.max(1, score.goldCore)), floor?.coreF1 ?? 0),
  fields: Math.max(down(lowest(score) - slack / Math.max(1, score.gold)), floor?.fields ?? 0),
})
/** A rule may cost a file one statement where it gains others elsewhere; the sets are held to what was measured. */
const FILE_SLACK = 1

/** What was measured in one run. */
export interface Measured {
  sets: Partial<Record<'seeds' | 'corpus', Score>>
  files: ReadonlyMap<string, Score>
  scope: { precision: number; recall: number }
  further: Record<FurtherField, FurtherShares> | null
}

/** Raises every floor to what was measured (a file's to one statement less), and lowers none. */
export function raise(floors: Floors, measured: Measured): Floors {
  const { scope, further } = measured
  const set = (name: 'seeds' | 'corpus'): Floor => {
    const score = measured.sets[name]
    return score ? raised(score, floors[name], 0) : floors[name]
  }
  return {
    seeds: set('seeds'),
    corpus: set('corpus'),
    scope: {
      precision: Math.max(floors.scope.precision, down(scope.precision)),
      recall: Math.max(floors.scope.recall, down(scope.recall)),
    },
    further: further
      ? Object.fromEntries(
          Object.entries(further).map(([field, { right, f1 }]) => {
            const floor = floors.further[field as FurtherField]
            return [field, { right: Math.max(down(right), floor?.right ?? 0), f1: Math.max(down(f1), floor?.f1 ?? 0) }]
          }),
        )
      : floors.further,
    files: {
      ...floors.files,
      ...Object.fromEntries(
        [...measured.files].map(([name, score]) => [name, raised(score, floors.files[name], FILE_SLACK)]),
      ),
    },
  }
}

/** Writes the floors, one file a line. */
export function writeFloors(floors: Floors): void {
  const block = (record: object): string => {
    const lines = Object.entries(record)
      .sort(([a], [b]) => a.localeCompare(b, 'en'))
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${inline(value)}`)
    return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`
  }
  const { seeds, corpus, scope, further, files } = floors
  writeFileSync(
    PATH,
    `{\n  "seeds": ${inline(seeds)},\n  "corpus": ${inline(corpus)},\n  "scope": ${inline(scope)},\n` +
      `  "further": ${block(further)},\n  "files": ${block(files)}\n}\n`,
  )
}

const inline = (value: unknown): string =>
  JSON.stringify(value).replace(/:/gu, ': ').replace(/,/gu, ', ').replace(/^\{/u, '{ ').replace(/\}$/u, ' }')
