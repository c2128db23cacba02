import { message } from '../model/identity'
import type { YearHint } from './year-hint'

/** First years of the five-year plans, by number. */
const PLANS: Readonly<Record<string, number>> = {
  九: 1996,
  十: 2001,
  十一: 2006,
  十二: 2011,
  十三: 2016,
  十四: 2021,
  十五: 2026,
  十六: 2031,
}

/** The plan that the congress is asked to pass together with the report: it begins in the year planned for. */
const DRAFT =
  /第(九|十[一二三四五六]?)个五年(?:规划|计划)[^。\n]{0,24}(?:纲要)?[（(]草案|[“"](九|十[一二三四五六]?)五[”"](?:规划|计划)?(?:纲要)?[（(]草案/
/** A heading that looks back on a plan: the next one begins in the year planned for. */
const LOOKS_BACK =
  /^[^\n。；]{0,16}[“"](九|十[一二三四五六]?)五[ ]?[”"](?:时期|期间|规划|计划|以来)?[^\n。；]{0,24}(?:回顾|总结|成就|成绩|成效|完成|实现|胜利|收官|圆满)[^\n。；]{0,16}$/gmu

/** Where a draft is named: the opening words, or the title. */
const OPENING = 2_500

/** What the five-year plans that a report speaks of tell of its year. */
export function fromPlans(text: string, start: number, end: number): YearHint[] {
  const hints: YearHint[] = []
  const draft = DRAFT.exec(text.slice(start, Math.min(end, start + OPENING)))
  const passed = PLANS[draft?.[1] ?? draft?.[2] ?? '']
  if (draft !== null && passed !== undefined) {
    hints.push({ year: passed, weight: 2.5, reason: message('reasons.year.draft', { year: passed }) })
  }
  for (const match of text.slice(start, end).matchAll(LOOKS_BACK)) {
    const plan = PLANS[match[1] ?? '']
    if (plan === undefined) continue
    const heading = match[0].replace(/^[#*\s]+|\*+$/g, '')
    hints.push({ year: plan + 5, weight: 2, reason: message('reasons.year.period', { heading }) })
    break
  }
  return hints
}
