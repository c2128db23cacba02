import { first } from './001-first'
import { readings } from './002-readings'
import { baseAndRank } from './003-base-and-rank'
import { extractions } from './004-extractions'
import { corrections } from './005-corrections'
import { journalHeads } from './006-journal-heads'
import { matters } from './007-matters'
import { comparing } from './008-comparing'
import { also } from './009-also'
import { phrases } from './010-phrases'
import { mergeDecisions } from './011-merge-decisions'
import { inTextOrder } from './012-in-text-order'
import type { Migration } from './migration'

export type { Migration } from './migration'

/** Every migration, in the order of their versions. A new one is a file `NNN-name.ts` and a line here. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  readings,
  baseAndRank,
  extractions,
  corrections,
  journalHeads,
  matters,
  comparing,
  also,
  phrases,
  mergeDecisions,
  inTextOrder,
]
