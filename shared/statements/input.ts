import type { Span } from '#shared/model/anchor'
import type { Stretch } from '#shared/model/reading'
import type { ReportKind } from '#shared/model/report'
import type { Section } from '#shared/model/section'
import type { Dictionary } from './dictionary'
import type { ReportPlace } from './scope'

/** What the engine reads: one report inside a reading's text. Offsets are UTF-16 code units of `text`. */
export interface StatementInput {
  text: string
  /** Span of the report, end exclusive. */
  start: number
  end: number
  /** 报告年度: the year planned for; null where nothing tells. */
  year: number | null
  kind: ReportKind
  /** Sections of the report; may be empty, then the engine judges the outlook itself. */
  sections: readonly Section[]
  /** Line breaks inside sentences (scans), in order. */
  joins: readonly Span[]
  /** What the stretches of the text are; furniture inside the report is passed over. */
  stretches?: readonly Stretch[] | undefined
  /** Where the report's place is known: it tells whose figure 全市 is. */
  place?: ReportPlace | null | undefined
  /** The indicators that are looked for; the built-in ones where it is absent. */
  dictionary?: Dictionary | undefined
}
