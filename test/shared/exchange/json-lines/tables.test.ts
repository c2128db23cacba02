import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { LedgerFigure, LedgerRow } from '#shared/compare/ledger/ledger-types'
import { writeTables } from '#shared/exchange/json-lines/write-tables'
import { Annotation } from '#shared/model/annotation'
import { Code } from '#shared/model/code'
import { ExtractedMatter } from '#shared/model/matter'
import { Memo } from '#shared/model/memo'
import { Report } from '#shared/model/report'
import { Section } from '#shared/model/section'
import { ExtractedStatement } from '#shared/model/statement'
import { contentOf, hashOf, type Records, records, reportOf, sourceOf, statementOf, written } from '../content'

async function tables(content: Records, ledger?: LedgerRow[]) {
  const rows =
    ledger &&
    async function* () {
      yield* ledger
    }
  const zip = unzipSync(await written((sink) => writeTables(contentOf(content), sink, rows)))
  return Object.fromEntries(
    Object.entries(zip).map(([name, bytes]) => [
      name.replace('.jsonl', ''),
      strFromU8(bytes)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    ]),
  )
}

const hash = hashOf(1)
const text = '2022年生产总值160亿元，居民收入与经济增长同步。'
const report = reportOf(hash, text)
const matter = ExtractedMatter.parse({
  type: 'relative_target',
  start: 15,
  end: 26,
  role: 'target',
  year: '2023',
  scope: 'own',
  article: 'main',
  wording: '',
  due: '',
  period: '',
  list: 'headline',
  sentence: { start: 0, end: text.length },
  rule: 'x',
  confidence: 1,
  indicator: '居民收入',
  canonical: '',
  kind: 'growth',
  relation: 'match',
  hedge: '',
  reference: '经济增长',
  referenceCanonical: 'gdp',
  referenceScope: 'own',
})
const section = Section.parse({
  start: 0,
  end: 9,
  heading: { start: 0, end: 5 },
  title: '回顾',
  level: 1,
  parent: null,
  outlook: 'review',
  year: 2022,
  dated: true,
  topic: null,
})
const statement = statementOf(text, '160亿元')
const full: Records = {
  name: '课题',
  codes: [],
  memos: [],
  sources: [
    {
      source: sourceOf(hash),
      text,
      annotations: [],
      reports: [
        {
          report,
          sections: [section],
          statements: [statement],
          matters: [{ content: matter, id: null, status: 'suggested', origin: null, author: '', updatedAt: null }],
        },
      ],
    },
  ],
}
const figure = {
  ref: { report: report.id, key: 'k' },
  origin: { report: report.id, source: hash, start: 1, end: 2 },
  indicator: 'gdp',
  value: 8,
  normal: 0.08,
  normalHigh: null,
  base: '',
} as LedgerFigure

describe('tables as JSON Lines', () => {
  it('give records as they are, with what makes a line understood by itself', async () => {
    const lines = await tables(full)
    expect(Object.keys(lines)).toEqual([
      'sources',
      'reports',
      'sections',
      'annotations',
      'codes',
      'statements',
      'matters',
      'memos',
      'ledger',
    ])
    expect(lines.sources?.[0]).toMatchObject({ hash, name: 'a.txt', characters: text.length })
    expect(Report.parse(lines.reports?.[0])).toEqual(report)
    const place = { report: report.id, source: hash, place: '410304', placeName: '瀍河回族区', reportYear: 2023 }
    expect(lines.sections?.[0]).toMatchObject({ ...place, index: 0 })
    expect(Section.parse(lines.sections?.[0])).toEqual(section)
    expect(lines.statements?.[0]).toMatchObject({ ...place, status: 'accepted', author: '王芳', words: text })
    expect(ExtractedStatement.parse(lines.statements?.[0])).toEqual(ExtractedStatement.parse(statement))
    expect(lines.matters?.[0]).toMatchObject({ ...place, status: 'suggested', words: text })
    expect(ExtractedMatter.parse(lines.matters?.[0])).toEqual(matter)
  })

  it('set targets beside their results', async () => {
    const row = {
      place: { code: '410304', name: '瀍河回族区' },
      year: 2023,
      headline: true,
      target: figure,
      result: null,
      supporting: [figure],
      verdict: 'silent',
      exceeded: false,
      gap: null,
      why: { key: 'w', params: {} },
      caveats: [],
      scored: true,
    } as unknown as LedgerRow
    const [line] = (await tables(full, [row])).ledger ?? []
    expect(line).toMatchObject({
      place: '410304',
      placeName: '瀍河回族区',
      year: 2023,
      verdict: 'silent',
      result: null,
    })
    expect(line.target).toEqual({
      indicator: 'gdp',
      value: 8,
      key: 'k',
      normal: 0.08,
      normalHigh: null,
      base: '',
      origin: figure.origin,
    })
  })

  it('hold whatever stands in them, one line each', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (content) => {
        const lines = await tables(content)
        expect(lines.codes?.map((line) => Code.parse(line))).toEqual(content.codes)
        expect(lines.memos?.map((line) => Memo.parse(line))).toEqual(content.memos)
        expect(lines.annotations?.map((line) => Annotation.parse(line))).toEqual(
          content.sources.flatMap((one) => one.annotations),
        )
      }),
      { numRuns: 60 },
    )
  })
})
