import { allRight, coreRight, matching, type Scored } from './score'

/** How a group of extracted statements fared: one that no label stands for is wrong. */
export interface Group {
  name: string
  found: number
  coreRight: number
  allRight: number
  /** Mean of what the engine says. */
  confidence: number
}

/** Lower ends of the bands of confidence. */
const BANDS = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98] as const

const bandOf = (confidence: number): string => {
  const at = BANDS.findLastIndex((low) => confidence >= low)
  return `${(BANDS[at] ?? 0).toFixed(2)}–${(BANDS[at + 1] ?? 1).toFixed(2)}`
}

/** A file's labels with what was extracted. */
export interface Compared {
  labelled: readonly Scored[]
  extracted: readonly Scored[]
}

/** The naming part of a rule: `left` of `left+section`. */
const namingOf = (rule: string): string => rule.split('+')[0] ?? rule
const decidedBy = (rule: string): string => rule.split('+').slice(1).join('+')

/**
 * Share of right statements by band of confidence, by the rule that named them and by what decided role and year:
 * whether “what needs eyes comes on top” is true.
 */
export function calibration(files: readonly Compared[]): { bands: Group[]; naming: Group[]; decided: Group[] } {
  const bands = new Map<string, Group>()
  const naming = new Map<string, Group>()
  const decided = new Map<string, Group>()
  const add = (groups: Map<string, Group>, name: string, confidence: number, core: boolean, all: boolean): void => {
    const group = groups.get(name) ?? { name, found: 0, coreRight: 0, allRight: 0, confidence: 0 }
    group.confidence = (group.confidence * group.found + confidence) / (group.found + 1)
    group.found++
    if (core) group.coreRight++
    if (all) group.allRight++
    groups.set(name, group)
  }
  for (const { labelled, extracted } of files) {
    const { ours, pairs } = matching(labelled, extracted)
    const pairOf = new Map(pairs.map((pair) => [pair.ours, pair]))
    for (const s of ours) {
      const pair = pairOf.get(s)
      const core = pair !== undefined && coreRight(pair)
      const all = pair !== undefined && allRight(pair)
      const confidence = s.confidence ?? 0
      add(bands, bandOf(confidence), confidence, core, all)
      add(naming, namingOf(s.rule ?? ''), confidence, core, all)
      add(decided, decidedBy(s.rule ?? ''), confidence, core, all)
    }
  }
  const sorted = (groups: Map<string, Group>): Group[] =>
    [...groups.values()].sort((a, b) => a.name.localeCompare(b.name))
  return { bands: sorted(bands), naming: sorted(naming), decided: sorted(decided) }
}
