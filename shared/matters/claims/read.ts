import type { Claim, ClaimExtent, ClaimSubject } from '#shared/model/matter'
import { parseNumeral } from '../../text/numerals'
import { Clause, isDenied } from '../clause'
import type { Given, Sentence } from '../given'
import { triggers } from '../triggers'
import { ALL, claimAt, type Found } from './sets'
import { DONE, EXTENTS, SUBJECTS } from './words.data'

/** The word of completion stands behind what governs it. */
const WORD = 2
const extentOf = (words: string): ClaimExtent => EXTENTS.find(([, form]) => form.test(words))?.[0] ?? 'done'
const subjectOf = (covers: string): ClaimSubject => SUBJECTS.find(([, form]) => form.test(covers))?.[0] ?? 'other'

const COUNT = /(?<![第“])(?<count>\d+|[一二两三四五六七八九十百]+)(?:余|多)?(?:件|项|个(?!比|会|五年)|大(?=[^会]))/u
const LEVELS =
  /^(?<levels>(?:[^，“”]{0,24}?(?:会议|人大|党代会|全会|代表大会|政府工作报告|报告|年初|大会)[^，]{0,10}?(?:确定|提出|部署|通过|批准|安排|票决|审议)|(?:(?:国家|自治区|[中国省市区县州盟旗])(?:委|政府|级)?[、和与及]?)+(?=[定下]|民生|为民|实事|惠民|重点|级|十|\d|确定|交办)|本届政府))/u

function levelsOf(covers: string): string {
  const bare = covers.replace(/^[\d一二三四五六七八九十]+(?:件|项|个|大)/u, '')
  return (LEVELS.exec(bare)?.groups?.levels ?? '').replace(/[、和与及]$/u, '')
}

function claimOf(given: Given, sentence: Sentence, found: Found): Claim | null {
  const { covers } = found
  const common = given.commonAt(sentence, found.start, found.end, Math.max(found.from, found.end - WORD), {
    kind: 'level',
    indicator: covers,
  })
  if (common.role !== 'actual') return null
  const told = COUNT.exec(covers)?.groups?.count
  // Its place is named field by field: spreading it made this the slowest line of the reader.
  return {
    type: 'claim',
    start: common.start,
    end: common.end,
    role: common.role,
    year: common.year,
    scope: common.scope,
    article: common.article,
    wording: common.wording,
    due: common.due,
    period: common.period,
    list: common.list,
    sentence: common.sentence,
    covers,
    subject: subjectOf(covers),
    extent: extentOf(found.manner + (ALL.exec(covers)?.[0] ?? '')),
    levels: levelsOf(covers),
    count: (told === undefined ? null : parseNumeral(told)) || null,
    rule: `${found.rule}+${common.by}`,
    confidence: found.confidence,
  }
}

const TRIGGERS = triggers(DONE)

/** A denial stands no farther before the words that it denies. */
const BEFORE = 4

/** Reads the blanket claims (总括完成) of a report: that a whole set of promises was kept. */
export function readClaims(given: Given): Claim[] {
  const { text } = given
  const out: Claim[] = []
  let done = 0
  for (const { at, word } of given.hits(TRIGGERS)) {
    if (at < done) continue
    const clause = new Clause(text, at, done)
    const found = claimAt(clause, at, word)
    if (!found || isDenied(text.slice(Math.max(clause.start, found.start - BEFORE), found.end))) continue
    const sentence = given.sentenceAt(at)
    if (!sentence) continue
    const claim = claimOf(given, sentence, found)
    if (!claim) continue
    out.push(claim)
    done = found.end
  }
  return out
}
