import type { Money, Venture } from '#shared/model/matter'
import { behindSign, findSign, signs } from '../../statements/signs'
import type { Given, Sentence } from '../given'
import { type Parts, type Piece, partsOf, stageOf } from './pieces'
import { isSingle, properness } from './proper'

/** Where a clause may hold ventures: a word of building or founding. */
const TRIGGER =
  /[开动竣完复]工|投[产用运入]|达产|落户|落地|签约|引进|[启联]动|[改建打]造|推[进动]|实施|加快|整治|抓[好紧]|[力争]争|争取|确保|谋划|筹备|前期|通车|贯通|完成|建[成设]|[新扩续在迁改筹拟修]建|运[营行]|开放|营业|开业|做好|开通|启用|验收/gu
const CLAUSE = signs('，；：。！？\n')
/** A name less sure is left out. */
const LEAST = 0.5

interface Clause {
  from: number
  to: number
  text: string
}

function clauseAt(text: string, at: number, sentence: Sentence): Clause {
  const from = behindSign(CLAUSE, text, at, sentence.start)
  const to = findSign(CLAUSE, text, at + 1, sentence.end)
  return { from, to, text: text.slice(from, Math.min(to, from + LONGEST)) }
}
/** A list of ventures is no longer. */
const LONGEST = 1_200

const AMOUNT =
  /投资(?:额|规模|总额)?(?:约|达|超过?|近|逾)?(\d+(?:,\d{3})*(?:\.\d+)?)[余多]?((?:百|千)?[亿万](?:美|欧)?元)/u

function amountOf(given: Given, clause: Clause, piece: Piece): Money | null {
  const before = clause.text.slice(piece.start, piece.from)
  const found = AMOUNT.exec(before) ?? null
  if (!found) return null
  const [, value = '', unit = ''] = found
  const at = clause.from + piece.start + found.index + found[0].indexOf(value)
  const { start, end } = given.spanOf(
    at,
    at + value.length + found[0].slice(found[0].indexOf(value) + value.length).length,
  )
  return {
    start,
    quantity: given.report.input.text.slice(start, end),
    value: Number(value.replaceAll(',', '')),
    unit,
  }
}

const PLACE = /(?:位于|坐落于|地处)([^的，]{2,16})的/u

/** How surely each part of a clause is a name: one among names is more likely one. */
function surenessOf(clause: Clause, { pieces, listed }: Parts): number[] {
  const words = pieces.map(({ from, to }) => clause.text.slice(from, to))
  const alone = words.map(properness)
  const names = alone.filter(({ sure, head }) => sure >= LEAST && (head || listed)).length
  const among = pieces.length > 1 && names * 2 >= pieces.length
  return alone.map(({ sure, head, never }, at) => {
    if (never) return 0
    if (listed)
      return Math.min(0.95, sure + (among || head ? 0.1 : 0) + (among && isSingle(words[at] ?? '') ? BOOST : 0))
    if (!among) return head ? sure : 0
    return head && isSingle(words[at] ?? '') ? Math.max(sure, Math.min(LEAST, sure + BOOST)) : sure - (head ? 0 : 0.2)
  })
}
const BOOST = 0.5

function ventureOf(
  given: Given,
  sentence: Sentence,
  clause: Clause,
  parts: Parts,
  at: number,
  sure: number,
): Venture | null {
  const piece = parts.pieces[at]
  if (!piece || sure < LEAST) return null
  const name = clause.text.slice(piece.from, piece.to)
  const told = stageOf(parts.pieces, at)
  if (!told.told) return null
  const from = clause.from + piece.from
  const to = clause.from + piece.to
  const { by, ...common } = given.commonAt(sentence, from, to, from, { kind: 'level', indicator: name })
  return {
    type: 'venture',
    ...common,
    name: given.report.input.text.slice(common.start, common.end),
    place: PLACE.exec(piece.attribute)?.[1] ?? '',
    amount: amountOf(given, clause, piece),
    stage: told.stage,
    stageWords: told.words,
    rule: `${parts.listed ? 'listed' : 'named'}+${by}`,
    confidence: sure,
  }
}

/** Reads the ventures of a report in the order of the text. Time grows linearly with it. */
export function readVentures(given: Given): Venture[] {
  const { text } = given
  const found: Venture[] = []
  TRIGGER.lastIndex = 0
  for (let hit = TRIGGER.exec(text); hit; hit = TRIGGER.exec(text)) {
    const sentence = given.sentenceAt(hit.index)
    if (!sentence) continue
    const clause = clauseAt(text, hit.index, sentence)
    const parts = partsOf(clause.text)
    surenessOf(clause, parts).forEach((sure, at) => {
      const venture = ventureOf(given, sentence, clause, parts, at, sure)
      if (venture) found.push(venture)
    })
    TRIGGER.lastIndex = Math.max(clause.to, hit.index + 1)
  }
  return found
}
