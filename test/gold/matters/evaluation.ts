import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ExtractedMatter, MatterType, matterName } from '#shared/model/matter'
import { type MatterFile, type MatterSet, matterFiles, mattersFrom } from './files'
import { type MatterLabel, type MatterTally, matterShares, matterTally, poolMatters, type Told } from './score'

const FLOORS_PATH = join(import.meta.dirname, 'floors.json')

/** F1 of finding, and with the key fields right. */
export interface MatterFloor {
  f1: number
  coreF1: number
}

/** What each type must reach, in the seeds and over all that was learned from; it only rises. */
export type MatterFloors = Record<'seeds' | 'all', Partial<Record<MatterType, MatterFloor>>>

/** The floors as they stand in the file. */
export const matterFloors = (): MatterFloors => JSON.parse(readFileSync(FLOORS_PATH, 'utf8')) as MatterFloors

/** What the evaluation prints and does: `heldOut` scores the set that no rule was learned from, and nothing else. */
export interface MatterOptions {
  list: boolean
  heldOut: boolean
  raise: boolean
  /** Only files whose names begin with one of these; all of them where it is empty. */
  names: readonly string[]
}

const down = (share: number): number => Math.floor(share * 1000 + 1e-6) / 1000

/** Words of a text on one line. */
const brief = (text: string, start: number, end: number): string =>
  text.slice(start, Math.min(end, start + 60)).replaceAll(/\s+/gu, ' ')

function teller(text: string): Told {
  return (what, fields, label, found) => {
    const at = label ?? found
    if (!at) return
    const differs = fields.map((field) => `${field} ${fieldOf(label, field)} / ${fieldOf(found, field)}`).join('; ')
    const name = found ? matterName(found) : ''
    console.log(
      `  ${what} ${at.type} @${at.start} ${brief(text, at.start, at.end)} ${name ? `[${name}] ` : ''}${differs}`,
    )
  }
}

const fieldOf = (one: MatterLabel | ExtractedMatter | null, field: string): string =>
  String(one ? (Reflect.get(one, field) ?? '–') : '–')

/** Scores one file by type; null where its text is not at hand. */
export async function judgeMatters(file: MatterFile, list = false): Promise<Map<MatterType, MatterTally> | null> {
  if (!file.bytes) return null
  const matters = await mattersFrom(file.file, file.bytes)
  const told = list ? teller(new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes)) : undefined
  if (list) console.log(file.name)
  return new Map(MatterType.options.map((type) => [type, matterTally(type, file, matters, told)]))
}

function print(set: string, type: MatterType, tally: MatterTally): void {
  const { precision, recall, f1, coreF1 } = matterShares(tally)
  const shares = `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)} core F1 ${coreF1.toFixed(3)}`
  console.log(
    `  ${set.padEnd(9)} ${type.padEnd(16)} gold ${String(tally.gold).padStart(4)} found ${String(tally.found).padStart(4)}  ${shares}`,
  )
}

type Pools = Map<MatterType, MatterTally>

const pooled = (judged: readonly Map<MatterType, MatterTally>[]): Pools =>
  new Map(MatterType.options.map((type) => [type, poolMatters(judged.flatMap((one) => one.get(type) ?? []))]))

async function judgeSet(set: MatterSet, { list, names }: MatterOptions) {
  const judged: Map<MatterType, MatterTally>[] = []
  let complete = names.length === 0
  for (const file of matterFiles(set)) {
    if (names.length > 0 && !names.some((name) => file.name.startsWith(name))) continue
    const scored = await judgeMatters(file, list)
    if (scored) judged.push(scored)
    else {
      complete = false
      console.log(`${file.name}: text not available`)
    }
  }
  return { judged, complete }
}

/** Names the types that lie below a floor. */
export function belowMatters(set: 'seeds' | 'all', pools: Pools, floors: MatterFloors): string[] {
  return MatterType.options.flatMap((type) => {
    const floor = floors[set][type]
    const tally = pools.get(type)
    if (!floor || !tally) return []
    const { f1, coreF1 } = matterShares(tally)
    const failures = f1 < floor.f1 ? [`${set}, ${type}: F1 ${f1.toFixed(4)} < ${floor.f1}`] : []
    if (coreF1 < floor.coreF1) failures.push(`${set}, ${type}: core F1 ${coreF1.toFixed(4)} < ${floor.coreF1}`)
    return failures
  })
}

function raised(floor: MatterFloor | undefined, tally: MatterTally): MatterFloor {
  const { f1, coreF1 } = matterShares(tally)
  return { f1: Math.max(floor?.f1 ?? 0, down(f1)), coreF1: Math.max(floor?.coreF1 ?? 0, down(coreF1)) }
}

function raiseFloors(seeds: Pools, all: Pools): void {
  const floors = matterFloors()
  for (const [set, pools] of [
    ['seeds', seeds],
    ['all', all],
  ] as const)
    for (const [type, tally] of pools) if (tally.gold > 0) floors[set][type] = raised(floors[set][type], tally)
  const inline = (value: object): string =>
    JSON.stringify(value).replaceAll(':', ': ').replaceAll(',', ', ').replace(/^\{/u, '{ ').replace(/\}$/u, ' }')
  const block = (set: 'seeds' | 'all'): string =>
    Object.entries(floors[set])
      .map(([type, floor]) => `    "${type}": ${inline(floor)}`)
      .join(',\n')
  writeFileSync(FLOORS_PATH, `{\n  "seeds": {\n${block('seeds')}\n  },\n  "all": {\n${block('all')}\n  }\n}\n`)
}

/** Scores the engine's matters against the labels, prints F1 by type, and names what lies below the floors. */
export async function evaluateMatters(options: MatterOptions): Promise<string[]> {
  if (options.heldOut) {
    const { judged } = await judgeSet('held-out', options)
    console.log(`== matters, held out (${judged.length} files)`)
    for (const [type, tally] of pooled(judged)) print('held-out', type, tally)
    return []
  }
  const [seeds, corpus] = [await judgeSet('seeds', options), await judgeSet('corpus', options)]
  const own = pooled(seeds.judged)
  const all = pooled([...seeds.judged, ...corpus.judged])
  console.log(`== matters (${seeds.judged.length} seeds, ${corpus.judged.length} corpus reports)`)
  for (const [type, tally] of own) print('seeds', type, tally)
  for (const [type, tally] of all) print('all', type, tally)
  if (options.raise && seeds.complete && corpus.complete) raiseFloors(own, all)
  const floors = matterFloors()
  return [
    ...(seeds.complete ? belowMatters('seeds', own, floors) : []),
    ...(seeds.complete && corpus.complete ? belowMatters('all', all, floors) : []),
  ]
}
