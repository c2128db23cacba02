import type { Role, StatementKind } from '#shared/model/statement'
import type { Cue, CueKind } from './cues'

/** Fields that are words of the text, '' where they do not stand there (`test/gold/README.md`). */
export interface Words {
  /** 前三季度, 截至11月底. */
  period: string
  /** 措辞力度: 确保, 力争. */
  wording: string
  /** Deadline, if it is a target: 年底前. */
  due: string
  /** What a change or a completion is measured against: 同比, 高于全市. */
  base: string
  /** 口径. */
  basis: string
}

/** A number in its sentence; offsets in the view. */
export interface Place {
  text: string
  /** The sentence's start. */
  sentence: number
  /** The number's own. */
  start: number
  end: number
  kind: StatementKind
  role: Role
}

/** Verbs that begin a clause of their own: what was promised of the clause before is not promised of theirs. */
const ACTS =
  /^(?:并|同时|全年|年内|再|继续|加快|全面|全力|积极|着力|深入|大力|扎实|持续|有序|稳步)*(?:新增|新建|新开|新引|新培|完成|实施|推进|推动|建设|建成|改造|引进|培育|打造|举办|开展|组织|开工|投入|发放|整治|治理|落实|支持|加强|加快|启动|优化|提升|创建)/u
/** The words by which a whole sentence is an estimate. */
const ESTIMATE = /^(?:预计|预期|初步)/u
const JOINED = /^[^，；：]*$/u

/** Whether a clause with an act of its own begins between a cue and its number. */
const actsBetween = (between: string): boolean =>
  between
    .split('，')
    .slice(1)
    .some((clause) => ACTS.test(clause))

function lastCue(cues: readonly Cue[], kind: CueKind, before: number): Cue | null {
  for (let i = cues.length - 1; i >= 0; i--) {
    const cue = cues[i]
    if (cue && cue.kind === kind && cue.end <= before) return cue
  }
  return null
}

/** 五年来, 前三季度 …: up to the next word of time, past a ； only from the head of the sentence. */
function periodOf(cues: readonly Cue[], at: Place): string {
  const cue = lastCue(cues, 'period', at.start)
  if (!cue) return ''
  const between = at.text.slice(cue.end, at.start)
  if (cue.word === '年均') return JOINED.test(between) && at.kind !== 'ratio' ? cue.word : ''
  if (cues.some((other) => other.kind === 'clear' && other.start >= cue.end && other.end <= at.start)) return ''
  if (cue.word === '每年') return JOINED.test(between) ? cue.word : ''
  if (at.role === 'target' && (DEADLINE.test(cue.word) || cue.word === '目前')) return ''
  return !between.includes('；') || opens(cue, at) ? cue.word : ''
}
/** Part of a year by whose end something is to be done. */
const DEADLINE = /^(?:上半年|第?[一二三]季度|前[一二三]个?季度)/u

/** Whether a word stands before all numbers of its sentence, near its start: it holds past a ； too. */
function opens(cue: Cue, at: Place): boolean {
  if (cue.start - at.sentence > HEAD) return false
  return !FIGURE.test(at.text.slice(at.sentence, cue.start))
}
const HEAD = 30
const FIGURE = /；|\d(?![\d年月日—-])/u

function wordingOf(cues: readonly Cue[], at: Place): string {
  const cue = lastCue(cues, 'wording', at.start)
  if (!cue) return ''
  const between = at.text.slice(cue.end, at.start)
  if (ESTIMATE.test(cue.word)) return between.includes('；') && !opens(cue, at) ? '' : cue.word
  if (between.includes('，') && (at.role === 'actual' || cue.word === '争创' || actsBetween(between))) return ''
  return between.includes('；') ? '' : cue.word
}

function dueOf(cues: readonly Cue[], at: Place): string {
  const cue = lastCue(cues, 'due', at.start)
  const part = at.role === 'target' ? lastCue(cues, 'period', at.start) : null
  const last = part && DEADLINE.test(part.word) && (!cue || part.start > cue.start) ? part : cue
  if (!last || cues.some((other) => other.kind === 'clear' && other.start >= last.end && other.end <= at.start))
    return ''
  return at.text.slice(last.end, at.start).includes('；') && !(last.word.startsWith('到') && opens(last, at))
    ? ''
    : last.word
}

const RATIO_BASE = /^[占为是完达\d前]/u

/** 同比, 比上年, 高于全市 …: of the changes of its own clause, and of a list that goes on with them. */
function baseOf(cues: readonly Cue[], at: Place): string {
  const cue = lastCue(cues, 'base', at.start)
  if (!cue) return ''
  const between = at.text.slice(cue.end, at.start)
  if (!JOINED.test(between)) return ''
  if (RATIO_BASE.test(cue.word))
    return (at.kind === 'ratio' || at.kind === 'growth') && !/\d/u.test(between) ? cue.word : ''
  return at.kind === 'level' && !CHANGE.test(between) ? '' : cue.word
}
const CHANGE = /^[^\d]*(?:增|减|降|提|升|多|少|高|低|快|慢|超|提前|缩|压)[^\d]*$/u

const COUNTED = /^(?:计算|核算|测算|口径|后|的?影响|因素|统计)*，?[^，；：]*$/u
const BRACKET = /^[^，；。（）\d]{0,4}（(?<note>[^（）]{2,24})）/u
const NOTED =
  /(?:区|市|县|州)本级|可比价格?|可比口径|不变价|现价|同口径|自然口径|扣除[^，）]+|剔除[^，）]+|不含[^，）]+|全口径/u

function basisOf(cues: readonly Cue[], at: Place): string {
  const cue = lastCue(cues, 'basis', at.start)
  if (cue && COUNTED.test(at.text.slice(cue.end, at.start))) return cue.word
  const note = at.text.startsWith('（', at.end)
    ? BRACKET.exec(at.text.slice(at.end, at.end + 30))?.groups?.note
    : undefined
  return note === undefined ? '' : (NOTED.exec(note)?.[0] ?? '')
}

const NONE: Words = { period: '', wording: '', due: '', base: '', basis: '' }

/**
 * The words of a sentence that govern one of its numbers: those of its own clause, and those further up that hold for
 * all numbers up to this one.
 * @param cues the sentence's, in order
 */
export function wordsOf(cues: readonly Cue[], at: Place): Words {
  const before = cues[0] && cues[0].start < at.start
  if (!before) return at.text.startsWith('（', at.end) ? { ...NONE, basis: basisOf(cues, at) } : NONE
  const due = dueOf(cues, at)
  return {
    period: periodOf(cues, at) || (due !== '' && at.role === 'actual' && /^到.*[底末]$/u.test(due) ? due : ''),
    wording: wordingOf(cues, at),
    due: at.role === 'target' ? due : '',
    base: baseOf(cues, at),
    basis: basisOf(cues, at),
  }
}

/** 约束性, 预期性, where the sentence says so of this number or of a list that it is in. */
export function bindingIn(cues: readonly Cue[], at: Place): '' | 'binding' | 'expected' {
  const cue = lastCue(cues, 'binding', at.start)
  const note = at.text.startsWith('（', at.end) ? at.text.slice(at.end, at.end + 8) : ''
  if (note.includes('约束性')) return 'binding'
  if (note.includes('预期性')) return 'expected'
  if (!cue || at.text[cue.start - 1] === '（') return ''
  return cue.word === '约束性' ? 'binding' : 'expected'
}
