import type { PlaceRef } from '#shared/model/place'
import type { CoveringClaim, LedgerFigure } from './ledger-types'
import type { ClaimEntry, Pool } from './library'

/** Goals of a term or of several years are not the year's. */
const OVER_YEARS = /本届|五年|[三四]年|十[二三四]五/u

/** Whether promises of the place's own level are among those that a claim is about (省、市、区). */
function ofOwnLevel({ levels, covers }: ClaimEntry, place: PlaceRef): boolean {
  if (OVER_YEARS.test(`${levels}${covers}`)) return false
  // A congress or committee of the place's own set them.
  if (/人大|会议|本级|全[市区县州]/u.test(levels) || !/[省市区县州旗]|上级/u.test(levels)) return true
  return levels.includes(place.name.slice(-1))
}

function covers(claim: ClaimEntry, target: LedgerFigure, place: PlaceRef): boolean {
  // What was kept for the most part (基本完成) does not say which.
  if (claim.extent === 'mostly' || !ofOwnLevel(claim, place)) return false
  if (claim.subject === 'livelihood') return target.list === 'livelihood'
  if (claim.subject === 'targets') return target.list !== 'livelihood' && claim.general
  return claim.subject === 'assigned' && target.relation?.relation === 'assigned'
}

/**
 * The blanket claim of a later report that holds for a target: 民生实事全部完成 for each item of the livelihood list,
 * 各项目标任务圆满完成 for the others. Only promises of the place's own level are meant, never those of a term.
 */
export function coveringClaim(target: LedgerFigure, place: PlaceRef, pool: Pool): CoveringClaim | null {
  if (pool.claims.length === 0) return null
  const [first] = pool.claims.filter((claim) => covers(claim, target, place)).sort(byPosition)
  return first === undefined ? null : { figure: first.figure, covers: first.covers }
}

function byPosition({ figure: { origin: a } }: ClaimEntry, { figure: { origin: b } }: ClaimEntry): number {
  if (!a || !b) return 0
  if (a.report !== b.report) return a.reportYear - b.reportYear || (a.report < b.report ? -1 : 1)
  return a.start - b.start
}
