import type { AnalysedSource } from '#shared/model/analysed'
import { type Report, ReportField } from '#shared/model/report'
import { analysed } from '../fixture'

/** A text of random common characters in sentences: no two seeds have a shingle in common. */
export function written(seed: number, length: number): string {
  let state = seed * 7_919 + 1
  let text = ''
  for (let at = 1; at <= length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    text += at % 21 === 0 ? '。' : String.fromCharCode(0x4e00 + ((state >> 8) % 3000))
  }
  return text
}

export const FULL = written(1, 6_000)
/** The same speech from a scan: one character in twenty is wrong, lines are broken. */
export const SCANNED = Array.from(FULL, (letter, at) => (at % 20 === 7 ? '錯' : letter))
  .join('')
  .replaceAll(/(.{30})/g, '$1\n')
/** Some sentences of it. */
export const DIGEST = FULL.slice(1_000, 2_000)
/** Another session of the same year. */
export const OTHER_SESSION = written(2, 6_000)

/** What is made of the n-th file when it holds one report with this text. */
export function fileOf(n: number, text: string, fields: Partial<Report> = {}, name = `${n}.txt`): AnalysedSource {
  const base = analysed(n)
  const [first] = base.reports
  if (!first) throw new Error('the fixture has no report')
  const report: Report = { ...first.report, start: 0, end: text.length, ...fields }
  const unknown = report.edited.filter((field) => !ReportField.options.includes(field))
  if (unknown.length > 0) throw new Error(`unknown fields ${unknown}`)
  return {
    ...base,
    source: { ...base.source, name },
    reading: { ...base.reading, characters: text.length },
    text: { ...base.text, text, stretches: [{ start: 0, end: text.length, kind: 'report', report: 0 }] },
    reports: [{ report, sections: first.sections, statements: [], matters: [] }],
  }
}
