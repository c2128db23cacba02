import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AlignedReport, alignSections, counterpartOf, partAt, topicsOf } from '#shared/compare/alignment'
import type { Outlook, Section } from '#shared/model/section'

interface Drawn {
  title: string
  topic?: string | null
  outlook?: Outlook
  length?: number
  parent?: number | null
  appendix?: boolean
}

/** A report of sections that follow each other, behind an opening of 100 characters. */
function report(drawn: readonly Drawn[], start = 0): AlignedReport {
  let at = start + 100
  const sections = drawn.map(
    ({ title, topic = null, outlook = 'plan', length = 500, parent = null, appendix = false }) => {
      const section: Section = {
        start: at,
        end: at + length,
        heading: { start: at, end: at + Math.min(title.length, length) },
        title,
        level: parent === null ? 1 : 2,
        parent,
        outlook,
        year: null,
        dated: false,
        topic,
        topicWords: [],
        appendix,
      }
      at += length
      return section
    },
  )
  return { start, end: at, sections }
}

const drawn = fc.record({
  title: fc.constantFrom('推进工业强市', '建设美丽乡村', '保障和改善民生', '加强政府自身建设', '深化改革开放', '其他'),
  topic: fc.constantFrom(null, 'industry', 'countryside', 'livelihood', 'government', 'reform'),
  outlook: fc.constantFrom<Outlook>('review', 'plan', 'none'),
  length: fc.integer({ min: 1, max: 900 }),
})
const anyReport = fc
  .tuple(fc.array(drawn, { maxLength: 12 }), fc.integer({ min: 0, max: 300 }))
  .map(([sections, start]) => report(sections, start))

describe('two reports beside each other', () => {
  it('bring the sections of a topic together, whatever their order', () => {
    const a = report([
      { title: '做强实体经济', topic: 'industry' },
      { title: '全面推进乡村振兴', topic: 'countryside' },
      { title: '兜牢民生底线', topic: 'livelihood' },
    ])
    const b = report([
      { title: '推进农业农村现代化', topic: 'countryside' },
      { title: '壮大现代产业', topic: 'industry' },
      { title: '增进民生福祉', topic: 'livelihood' },
    ])
    expect(alignSections(a, b).toB).toEqual([0, 2, 1, 3])
  })

  it('never lay what looks back beside what looks ahead', () => {
    const a = report([{ title: '民生持续改善', topic: 'livelihood', outlook: 'review' }])
    const b = report([{ title: '改善民生', topic: 'livelihood', outlook: 'plan' }])
    expect(alignSections(a, b).toB).toEqual([0, null])
  })

  it('know titles that are alike without a topic, other years in them', () => {
    const a = report([{ title: '2022年工作回顾', outlook: 'review' }, { title: '其他' }])
    const b = report([{ title: '2023年工作回顾', outlook: 'review' }])
    expect(alignSections(a, b).toB).toEqual([0, 1, null])
  })

  it('send several sections of a topic to the one that the other report has', () => {
    const a = report([
      { title: '先进制造业', topic: 'industry' },
      { title: '现代服务业', topic: 'industry' },
    ])
    const b = report([{ title: '推动产业升级', topic: 'industry' }])
    const { toB, toA } = alignSections(a, b)
    expect(toB).toEqual([0, 1, 1])
    expect(toA).toEqual([0, 1])
  })

  it('lay an appendix only beside an appendix', () => {
    const a = report([{ title: '名词解释', appendix: true }])
    const b = report([{ title: '名词解释' }])
    expect(alignSections(a, b).toB).toEqual([0, null])
    expect(alignSections(a, a).toB).toEqual([0, 1])
  })

  it('go by depth alone where a report has no sections', () => {
    const alignment = alignSections(
      { start: 0, end: 1000, sections: [] },
      report([{ title: '民生', topic: 'livelihood' }]),
    )
    expect(counterpartOf(alignment, 'a', 500)).toEqual({ from: 0, to: 0, offset: 300 })
  })
})

describe('properties', () => {
  it('a report lies beside itself section by section', () => {
    fc.assert(
      fc.property(fc.uniqueArray(drawn, { selector: ({ title }) => title, maxLength: 6 }), (sections) => {
        const one = report(sections)
        const { a, toB } = alignSections(one, one)
        expect(toB).toEqual(a.map((_, at) => at))
      }),
    )
  })

  it('swapping the reports swaps the result', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (a, b) => {
        const there = alignSections(a, b)
        const back = alignSections(b, a)
        expect([back.a, back.b, back.toA, back.toB]).toEqual([there.b, there.a, there.toB, there.toA])
      }),
    )
  })

  it('parts cover a report, and a counterpart lies inside its part, deeper where one is deeper', () => {
    fc.assert(
      fc.property(anyReport, anyReport, fc.double({ min: 0, max: 0.999, noNaN: true }), (a, b, depth) => {
        const alignment = alignSections(a, b)
        expect(alignment.a.map(({ start }) => start)).toEqual([
          a.start,
          ...alignment.a.map(({ end }) => end).slice(0, -1),
        ])
        expect(alignment.a.at(-1)?.end).toBe(a.end)
        alignment.a.forEach((part, at) => {
          const offset = part.start + depth * (part.end - part.start)
          const found = counterpartOf(alignment, 'a', offset)
          expect(found.from).toBe(at)
          const other = found.to === null ? null : alignment.b[found.to]
          expect(found.offset === null).toBe(other === null)
          if (!other || found.offset === null) return
          expect(found.offset).toBeGreaterThanOrEqual(other.start)
          expect(found.offset).toBeLessThanOrEqual(other.end)
          const first = counterpartOf(alignment, 'a', part.start).offset ?? Number.NaN
          expect(found.offset).toBeGreaterThanOrEqual(first)
        })
      }),
    )
  })

  it('nothing outside a report has a part', () => {
    fc.assert(
      fc.property(anyReport, fc.nat(50), (one, by) => {
        const { a } = alignSections(one, one)
        expect(partAt(a, one.end + by)).toBe(-1)
        expect(partAt(a, one.start - 1 - by)).toBe(-1)
      }),
    )
  })
})

it('lists the topics of both, looking back and ahead apart, in the order of the first', () => {
  const a = report([
    { title: '产业发展', topic: 'industry', outlook: 'review' },
    { title: '产业升级', topic: 'industry' },
    { title: '工业园区', topic: 'industry' },
  ])
  const b = report([
    { title: '民生', topic: 'livelihood' },
    { title: '工业', topic: 'industry' },
  ])
  expect(topicsOf(alignSections(a, b), a.sections, b.sections)).toEqual([
    { topic: 'industry', outlook: 'review', a: [1], b: [] },
    { topic: 'industry', outlook: 'plan', a: [2, 3], b: [2] },
    { topic: 'livelihood', outlook: 'plan', a: [], b: [1] },
  ])
})
