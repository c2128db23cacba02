import type { Claim, ClaimExtent, ClaimSubject } from '#shared/model/matter'
import { parseNumeral } from '../../text/numerals'
import { Clause } from '../clause'
import type { Given, Sentence } from '../given'
import { isMeasured, nameIn } from '../measured'
import { AHEAD, AMOUNT, EXTENTS, MANNER, SET, SINGLE, SUBJECTS, TRIGGER, WHOLE } from './words.data'

/** Words of completion that some sets alone have. */
const ANSWERED = /^办|^落实/u
const ENDED = '收官'

/** A claim as its clause tells it; offsets in the view. */
interface Found {
  start: number
  end: number
  /** What it covers. */
  from: number
  covers: string
  manner: string
  rule: string
  confidence: number
}

/** Words in front of what is covered. */
const LEAD =
  /^(?:[、—\-●#*\s]|[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]是|\d{1,2}[.、]|\d{4}年(?!度)|去年|今年|过去(?:的)?[一五]年|一年来|五年来|经过[^，]{1,8}努力|.{0,20}?标志着|使得?|并|同时|其中|随着|实现了?|我们|全市|全区|全县|我市|目前|至此|到\d{4}年底?|确定的?(?=[\d“]))+/u

/** 84件省市民生实事|全部|完成. */
function subjectFirst(text: string, clause: Clause, at: number, word: string): Found | null {
  const before = text.slice(clause.start, at)
  const named = before.endsWith('的')
  const manner = named ? '' : (MANNER.exec(before)?.[0] ?? '')
  const whole = before.slice(0, before.length - manner.length - (named ? 1 : 0))
  const covers = whole.replace(LEAD, '')
  if (covers.length < 2 || SINGLE.test(covers)) return null
  const plan = word === ENDED && PLAN.test(covers)
  if (!plan && (word === ENDED || !SET.test(covers))) return null
  if (manner === '' && !ALL.test(covers)) return null
  if (ANSWERED.test(word) && !/建议|提案|议案|承诺|意见|实事|事项|交办|督办|反馈/u.test(covers)) return null
  const start = clause.start + whole.length - covers.length
  return { start, end: at + word.length, from: start, covers, manner, rule: 'set-done', confidence: 0.85 }
}
const PLAN = /(?:“?(?:十[一二三四]?五|[八九]五)”?(?:规划)?|规划)$/u
const ALL = /各项|所有|全部/u
/** How far a set was kept is told, not only that it was done well. */
const HOW_FAR = /全部|全面|[均都]|各项|圆满|较好|很好|顺利|如期|按期|按时|基本|大体|超额|提前|出色|胜利|悉数|保质保量/u
const OF_SESSION = /(?:会议|人大|党代会|全会|代表大会|报告)[^，]{0,12}(?:确定|提出|通过|部署)/u
const OF_YEAR = /^(?:全年|年度|当年|年初)/u
/** What all of it was named: 全面建成小康社会、“十三五”规划|“三个圆满收官”. */
const SUMMED = /“[^”]{0,4}圆满收官”$/u
/** Things that are counted one by one are amounts, unless they are promises. */
const THINGS = /\d个/u

/** 较好地|完成了|区人大十六届六次会议确定的各项目标任务. */
function verbFirst(given: Given, clause: Clause, at: number, word: string): Found | null {
  const { text } = given
  if (word === '落实') return null
  const before = text.slice(clause.start, at)
  const manner = MANNER.exec(before)?.[0] ?? ''
  const from = at + word.length + (text.charAt(at + word.length) === '了' ? 1 : 0)
  const written = text.slice(from, clause.end)
  const covers = written.replace(SUMMED, '')
  if (covers.length < 2) return null
  const summed = covers.length < written.length
  if (!summed && (!SET.test(covers) || SINGLE.test(covers))) return null
  const whole = summed || WHOLE.test(covers)
  const told = HOW_FAR.test(manner) || ALL.test(covers) || OF_SESSION.test(covers) || (whole && OF_YEAR.test(covers))
  if (!told || (THINGS.test(covers) && !PROMISED.test(covers))) return null
  if (ofIndicator(given, before.slice(0, before.length - manner.length), covers)) return null
  const start = at - manner.length
  const words = written === covers ? manner : `${manner}圆满`
  return { start, end: clause.end, from, covers, manner: words, rule: 'done-set', confidence: whole ? 0.85 : 0.7 }
}
const PROMISED = /实事|民生|惠民|任务|目标/u

/** 节能减排|完成省定目标: of one indicator, which is a relative target. */
function ofIndicator(given: Given, words: string, covers: string): boolean {
  const { name } = nameIn(words, 0)
  return name !== '' && (isMeasured(name, given) || (name.length > 1 && ABOVE.test(covers)))
}
const ABOVE = /下达|[省国市区县]定(?!点|位)/u

const extentOf = (words: string): ClaimExtent => EXTENTS.find(([, form]) => form.test(words))?.[0] ?? 'done'
const subjectOf = (covers: string): ClaimSubject => SUBJECTS.find(([, form]) => form.test(covers))?.[0] ?? 'other'

const COUNT = /(?<count>\d+|[一二两三四五六七八九十百]+)(?:余|多)?(?:件|项|个|大|条|类)/u
const LEVELS =
  /^(?<levels>(?:[^，“”]{0,24}?(?:会议|人大|党代会|全会|代表大会|政府工作报告|报告|年初|大会)[^，]{0,10}?(?:确定|提出|部署|通过|批准|安排|票决|审议)|(?:(?:国家|自治区|[中国省市区县州盟旗])(?:委|政府|级)?[、和与及]?)+(?=[定下]|民生|为民|实事|惠民|重点|级|十|\d|确定|交办)|本届政府))/u

function levelsOf(covers: string): string {
  const bare = covers.replace(/^[\d一二三四五六七八九十]+(?:件|项|个|大)/u, '')
  return (LEVELS.exec(bare)?.groups?.levels ?? '').replace(/[、和与及]$/u, '')
}

function claimOf(given: Given, sentence: Sentence, found: Found): Claim | null {
  const { covers } = found
  const { by, ...common } = given.commonAt(sentence, found.start, found.end, found.from, {
    kind: 'level',
    indicator: covers,
  })
  if (common.role !== 'actual') return null
  const told = COUNT.exec(covers)?.groups?.count
  return {
    type: 'claim',
    ...common,
    covers,
    subject: subjectOf(covers),
    extent: extentOf(found.manner + covers),
    levels: levelsOf(covers),
    count: (told === undefined ? null : parseNumeral(told)) || null,
    rule: `${found.rule}+${by}`,
    confidence: found.confidence,
  }
}

/** Reads the blanket claims (总括完成) of a report: that a whole set of promises was kept. */
export function readClaims(given: Given): Claim[] {
  const { text } = given
  const out: Claim[] = []
  let done = 0
  TRIGGER.lastIndex = 0
  for (let hit = TRIGGER.exec(text); hit; hit = TRIGGER.exec(text)) {
    const at = hit.index
    if (at < done) continue
    const clause = new Clause(text, at, done)
    const word = hit[0]
    const found = /^(?:$|[、并且])/u.test(text.slice(at + word.length, clause.end))
      ? subjectFirst(text, clause, at, word)
      : verbFirst(given, clause, at, word)
    if (!found || AMOUNT.test(found.covers) || AHEAD.test(text.slice(clause.start, found.start))) continue
    const sentence = given.sentenceAt(at)
    if (!sentence) continue
    const claim = claimOf(given, sentence, found)
    if (!claim) continue
    out.push(claim)
    done = found.end
  }
  return out
}
