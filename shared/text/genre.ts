import type { Genre } from '../model/ledger'

/**
 * The papers of a government whose figures stand beside those of its work report: 统计公报 (the bulletin, of the year
 * gone by), 计划报告 and 预算报告 (on the year gone by, and the next one's draft).
 */
const PAPERS: readonly { genre: Exclude<Genre, 'report' | 'other'>; title: RegExp }[] = [
  { genre: 'bulletin', title: /(?:国民经济|社会发展|经济社会发展)[^。，]{0,12}统计公报/ },
  { genre: 'plan', title: /国民经济(?:和|与)社会发展[^。，]{0,16}计划[^。]{0,60}(?:报告|草案|情况)/ },
  {
    genre: 'budget',
    title:
      /(?:财政|政府|地方|本级|[省市区县州旗]级|全[省市区县州旗])[^。，]{0,12}(?:预算|决算)[^。]{0,60}(?:报告|草案|情况)|年[^。，]{0,6}预算执行情况[^。]{0,60}(?:报告|草案)/,
  },
]

/** What others say of such a paper: its review, the resolution on it, the audit of the budget, the news. */
const ABOUT = /审查|审计|审议|听取|决议|决定|批准|议案|解读|答记者问|部门(?:预算|决算)/

/**
 * What kind of document a title announces; `other` for none of the papers that are known.
 * @param title as written, on one line
 */
export function genreOf(title: string): Genre {
  if (/政府工作报告/.test(title)) return 'report'
  if (ABOUT.test(title)) return 'other'
  return PAPERS.find((paper) => paper.title.test(title))?.genre ?? 'other'
}

/** A paper on a part of the year: what it says without a period of its own is no result of a year. */
const PART_OF_YEAR = /上半年|季度|\d月/

const YEAR = /(?:19|20)\d\d(?=年)/g

/**
 * The year that the paper would plan for (报告年度), as its title tells: the later one of two (2022年…执行情况与2023年…
 * 草案), the one after that of a bulletin or of a title with a single year of execution. Null where it tells none, or that of a part of the
 * year.
 */
export function paperYear(title: string, genre: Genre): number | null {
  const years = [...title.matchAll(YEAR)].map(([year]) => Number(year))
  const last = Math.max(...years)
  if (years.length === 0 || PART_OF_YEAR.test(title)) return null
  const looksBack = genre === 'bulletin' || (years.length === 1 && !/草案|计划的报告|预算的报告/.test(title))
  return looksBack ? last + 1 : last
}
