import { describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/model/annotation'
import { shortTitle } from '../../../../renderer/features/reader/labels'
import {
  annotationMarks,
  markOf,
  matterMarks,
  pageMarks,
  statementMarks,
  structureMarks,
} from '../../../../renderer/features/reader/marks'
import { readParams } from '../../../../renderer/features/reader/use-params'
import type { ReviewStatement } from '../../../../renderer/storage'
import { analysed, hashOf, statementAt, TEXT } from '../../storage/fixture'
import { MATTERS_TEXT, matterOf, reviewOf } from '../statements/matters/sample'

const annotation = (id: string, more: Partial<Annotation> = {}): Annotation => ({
  id,
  source: hashOf(1),
  reading: 'r1',
  report: null,
  anchor: { start: 2, end: 5, quote: '', prefix: '', suffix: '' },
  codes: ['c2', 'gone', 'c1'],
  memo: 'm',
  author: '',
  rule: null,
  createdAt: '',
  updatedAt: '',
  orphan: false,
  also: [],
  ...more,
})

const code = (id: string, color: string) => ({
  id,
  name: id.toUpperCase(),
  color,
  parent: null,
  definition: '',
  example: '',
  order: 1,
  key: null,
  author: '',
  createdAt: '',
})

const review = (quantity: string, more: Partial<ReviewStatement> = {}): ReviewStatement => ({
  ...statementAt(quantity),
  key: quantity,
  id: null,
  status: 'suggested',
  report: 'report',
  source: hashOf(1),
  reading: 'r1',
  ...more,
})

describe('annotationMarks', () => {
  it('names and colours codes in the order of the annotation, without those that are gone', () => {
    expect(annotationMarks([annotation('a')], [code('c1', '#111111'), code('c2', '#222222')], 'r1')).toEqual([
      { id: 'a', start: 2, end: 5, memo: 'm', colors: ['#222222', '#111111'], names: ['C2', 'C1'] },
    ])
  })

  it('leaves out orphans and annotations of another reading', () => {
    expect(annotationMarks([annotation('a', { orphan: true }), annotation('b', { reading: 'r0' })], [], 'r1')).toEqual(
      [],
    )
  })
})

describe('statements', () => {
  it('cover their quantity', () => {
    const [mark] = statementMarks([review('160亿元')])
    expect(mark && TEXT.slice(mark.start, mark.end)).toBe('160亿元')
  })
})

describe('matters', () => {
  const marked = (matter: ReturnType<typeof matterOf>, more = {}) =>
    matterMarks(MATTERS_TEXT, [reviewOf(matter, more)]).map(({ start, end }) => MATTERS_TEXT.slice(start, end))

  it.each([
    ['relative_target', '居民收入与经济增长基本同步'],
    ['rank', '增速居全市第一'],
    ['claim', '民生实事全部完成'],
    ['list', '今年十大民生实事'],
    ['list_item', '改造管网'],
    ['venture', '唐寺门立交'],
  ] as const)('of type %s cover %s', (type, words) => expect(marked(matterOf(type))).toEqual([words]))

  it('of an item reach over a broken line, and cover its beginning where its heading was worded anew', () => {
    const text = '1.改造\n管网'
    const item = matterOf('list_item', { start: 0, end: text.length })
    expect(markOf(text, { content: item })).toEqual({ start: 2, end: 7 })
    const anew = matterOf('list_item', { heading: '老旧管网' })
    expect(marked(anew)[0]).toMatch(/^1\.改造管网/)
    expect(marked(matterOf('list_item', { heading: '' }))[0]).toMatch(/^1\..*亿元$/)
  })

  it('whose words are lost have no place', () => expect(marked(matterOf('claim'), { orphan: true })).toEqual([]))
})

describe('shortTitle', () => {
  const { source, reports } = analysed(1)
  const report = reports[0]?.report
  it.each([
    [{}, '瀍河 2024'],
    [{ year: null }, '瀍河'],
    [{ place: null }, '2024'],
    [{ place: null, year: null }, '政府工作报告 0'],
    [{ place: null, year: null, title: '' }, '1.txt'],
  ])('with %j is %s', (more, title) => {
    expect(report && shortTitle({ ...report, ...more }, source)).toBe(title)
  })

  it('is the file where there is no report', () => expect(shortTitle(null, source)).toBe('1.txt'))
})

describe('readParams', () => {
  it.each([
    [{}, { report: null, start: null, end: null, statement: null, matter: null, caret: null }],
    [
      { report: 'r', start: 3, end: 9, statement: '', caret: null },
      { report: 'r', start: 3, end: 9, statement: null, matter: null, caret: null },
    ],
    [
      { report: 4, start: -1, end: 1.5, statement: null, caret: null },
      { report: null, start: null, end: null, statement: null, matter: null, caret: null },
    ],
  ])('of %j', (params, read) => expect(readParams(params)).toEqual(read))
})

it('names the pages of a print', () => {
  const { text } = analysed(1)
  const pages = [{ start: 0, end: 4, label: 'iv' }]
  const bundle = { text: { ...text, pages } } as unknown as Parameters<typeof pageMarks>[0]
  const t = ((key: string, params: object) => `${key} ${JSON.stringify(params)}`) as unknown as Parameters<
    typeof pageMarks
  >[1]
  expect(pageMarks(bundle, t)).toEqual([{ start: 0, number: 'iv', label: 'reader.page {"page":"iv"}' }])
})

it('labels a report once, and not the furniture in the middle of it', () => {
  const source = analysed(1)
  const report = source.reports[0]
  const stretches = [
    { start: 0, end: 2, kind: 'furniture', report: null },
    { start: 2, end: 4, kind: 'report', report: 0 },
    { start: 4, end: 6, kind: 'furniture', report: null },
    { start: 6, end: 8, kind: 'report', report: 0 },
    { start: 8, end: 9, kind: 'article', report: null },
  ]
  const bundle = { ...source, text: { ...source.text, stretches }, reports: report ? [report] : [] }
  const t = ((key: string) => key) as unknown as Parameters<typeof structureMarks>[1]
  const marks = structureMarks(bundle as unknown as Parameters<typeof structureMarks>[0], t)
  expect(marks.stretches.map(({ label }) => label)).toEqual([
    'reader.stretch.furniture',
    'reader.stretch.report',
    null,
    null,
    'reader.stretch.article',
  ])
})
