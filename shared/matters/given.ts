import type { Span } from '#shared/model/anchor'
import type { ExtractedMatter } from '#shared/model/matter'
import type { ExtractedStatement, StatementKind } from '#shared/model/statement'
import { type Cue, cuesOf, needsOf } from '../statements/cues'
import { BUILT_IN, type Dictionary } from '../statements/dictionary'
import type { PreparedReport } from '../statements/extract'
import { type Words, wordsOf } from '../statements/governing'
import type { Zone } from '../statements/outlook'
import { behindSign, findSign, signs } from '../statements/signs'
import { type SubjectReader, subjectReader, topicOf } from '../statements/subject'
import { spanOf, type View } from '../statements/view'
import { type When, whenOf } from '../statements/when'
import { type Hit, hitsIn, type Triggers } from './triggers'

/** A sentence of the view; offsets in the view, end exclusive. */
export interface Sentence extends Span {
  readonly zone: Zone
}

/** What every matter takes from where it stands. */
export type Common = Pick<
  ExtractedMatter,
  'start' | 'end' | 'role' | 'year' | 'scope' | 'article' | 'wording' | 'due' | 'period' | 'list' | 'sentence'
> & {
  /** What decided role and year; the end of `rule`. */
  by: string
}

/** What of a matter its surroundings are judged by. */
export interface Subject {
  kind: StatementKind
  /** Its indicator or name: the words behind which its time and wording are looked for. */
  indicator: string
}

/** What the readers of matters are given: a report made ready, its statements, and where in it they are. */
export interface Given {
  readonly text: string
  readonly view: View
  readonly report: PreparedReport
  /** In the order of the text; offsets are the reading's. */
  readonly statements: readonly ExtractedStatement[]
  readonly dictionary: Dictionary
  /** Where the words of a reader stand in the text, in its order. */
  hits(triggers: Triggers): readonly Hit[]
  /** The sentence around an offset of the view; null where it stands in no part of the report. */
  sentenceAt(at: number): Sentence | null
  /**
   * Role, year, scope, wording and the rest of a matter that its place in the text decides.
   * @param from,to the words that say it, in the view
   * @param at where its subject stands: words before it govern it
   */
  commonAt(sentence: Sentence, from: number, to: number, at: number, subject: Subject): Common
  /** The words of the reading's text that a span of the view stands for. */
  spanOf(from: number, to: number): Span
}

const ENDS = signs('。！？\n')
const CLAUSE = signs('，；：。\n')
/** How far back in its paragraph words may name the time of a matter. */
const FAR = 600
const REACH = 200
const HEAD = 24

/** Places in the text, asked for in their order mostly: the zone found last is looked at first. */
class Places implements Given {
  readonly text: string
  readonly view: View
  readonly dictionary: Dictionary
  readonly #subjects: SubjectReader
  #zone = 0
  #sentence: Sentence | null = null
  #hits: readonly (readonly Hit[])[] | null = null
  #cues: { start: number; end: number; cues: readonly Cue[] } = { start: -1, end: -1, cues: [] }
  readonly report: PreparedReport
  readonly statements: readonly ExtractedStatement[]

  constructor(report: PreparedReport, statements: readonly ExtractedStatement[]) {
    this.report = report
    this.statements = statements
    this.view = report.view
    this.text = report.view.text
    this.dictionary = report.input.dictionary ?? BUILT_IN
    this.#subjects = subjectReader(report.input.place ?? null)
  }

  hits(triggers: Triggers): readonly Hit[] {
    this.#hits ??= hitsIn(this.text)
    return this.#hits[triggers] ?? []
  }

  #zoneAt(at: number): Zone | null {
    const { zones } = this.report
    if ((zones[this.#zone]?.start ?? Number.POSITIVE_INFINITY) > at) this.#zone = 0
    while (this.#zone < zones.length && (zones[this.#zone]?.end ?? 0) <= at) this.#zone++
    const zone = zones[this.#zone]
    return zone && zone.start <= at ? zone : null
  }

  sentenceAt(at: number): Sentence | null {
    const last = this.#sentence
    // A sentence may be as long as a report: one with many matters in it is looked for once.
    if (last && at >= last.start && at <= last.end && at < last.zone.end) return last
    const zone = this.#zoneAt(at)
    if (!zone) return null
    const start = behindSign(ENDS, this.text, at, zone.start)
    const end = findSign(ENDS, this.text, at, zone.end)
    this.#sentence = { start, end, zone }
    return this.#sentence
  }

  /** The cues of a sentence; several matters of one sentence ask one after the other. */
  #cuesOf({ start, end }: Sentence): readonly Cue[] {
    if (this.#cues.start !== start || this.#cues.end !== end)
      this.#cues = { start, end, cues: cuesOf(this.text, start, end, needsOf(this.text, start, end)) }
    return this.#cues.cues
  }

  #wordsAt(sentence: Sentence, at: number, to: number, kind: StatementKind, when: When): Words {
    const { role } = when
    return wordsOf(this.#cuesOf(sentence), {
      text: this.text,
      sentence: sentence.start,
      start: at,
      end: to,
      kind,
      role,
    })
  }

  #scopeAt({ zone, start }: Sentence, at: number): string {
    const clause = behindSign(CLAUSE, this.text, at, Math.max(start, at - REACH))
    const own = this.#subjects.read(this.text.slice(clause, at), true)
    if (own !== '') return own
    zone.topic ??= topicOf(this.#subjects, this.text.slice(zone.start, zone.start + HEAD), true)
    return topicOf(this.#subjects, this.text.slice(start, start + HEAD), false) || zone.topic || 'own'
  }

  commonAt(sentence: Sentence, from: number, to: number, at: number, { kind, indicator }: Subject): Common {
    const { zone, start, end } = sentence
    const when = whenOf({
      zone,
      paragraph: this.text.slice(Math.max(zone.start, at - FAR), at),
      sentence: this.text.slice(Math.max(start, at - REACH), at),
      gap: this.text.slice(behindSign(CLAUSE, this.text, at, Math.max(start, at - REACH)), at),
      kind,
      indicator,
      reportYear: this.report.input.year,
    })
    const words = this.#wordsAt(sentence, at, to, kind, when)
    const target = when.role === 'target'
    const span = this.spanOf(from, to)
    // Named one by one: spreading the span made this the slowest line of every reader.
    return {
      start: span.start,
      end: span.end,
      role: when.role,
      year: when.year,
      scope: this.#scopeAt(sentence, at),
      article: 'main',
      wording: words.wording,
      due: target ? words.due : '',
      period: words.period,
      list: target ? zone.list : '',
      sentence: this.spanOf(start, end),
      by: when.by,
    }
  }

  spanOf(from: number, to: number): Span {
    return spanOf(this.view, from, to)
  }
}

/** What the readers of matters are given. */
export const givenOf = (report: PreparedReport, statements: readonly ExtractedStatement[]): Given =>
  new Places(report, statements)
