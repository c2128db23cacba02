import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Hit, hitsOf, matchesIn, matchesOf, type Scanned } from '../../../../shared/coding/scan/hits'
import { patternOf, type Wanted } from '../../../../shared/coding/scan/pattern'
import type { Rule } from '../../../../shared/model/rule'

/** A text that is one report; `|` stands for a line break that a scan put there. */
function scanned(written: string, stretches?: Scanned['stretches']): Scanned {
  const text = written.replaceAll('|', '\n')
  const joins = [...written].flatMap((c, start) => (c === '|' ? [{ start, end: start + 1 }] : []))
  return { text, joins, stretches: stretches ?? [{ start: 0, end: text.length, kind: 'report', report: 0 }] }
}

interface Query extends Partial<Wanted> {
  extent?: Rule['extent']
  everywhere?: boolean
}

function hits(on: Scanned, pattern: string, query: Query = {}): Hit[] {
  const { type = 'phrase', extent = 'hit', everywhere = false, exact = false } = query
  const made = patternOf({ ...query, type, pattern })
  if (!made.pattern) throw new Error(`no pattern: ${made.problem}`)
  return [...hitsOf(on, matchesOf(on, made.pattern, exact), { extent, everywhere, exact })]
}

const found = (written: string, pattern: string, query: Query = {}): string[] => {
  const on = scanned(written)
  return hits(on, pattern, query).map(({ mark }) => on.text.slice(mark.start, mark.end))
}

describe('a phrase', () => {
  it('is found in either width and any case', () => {
    expect(found('ＧＤＰ增长８％，gdp增长8%', 'GDP增长8％')).toEqual(['ＧＤＰ增长８％', 'gdp增长8%'])
    expect(found('GDP，gdp', 'gdp', { caseSensitive: true })).toEqual(['gdp'])
  })

  it('is found across the line breaks of a scan, known or not', () => {
    expect(found('优化营|商环境。优化营\n　　商环境。优化 营商环境', '优化营商环境')).toEqual([
      '优化营\n商环境',
      '优化营\n　　商环境',
      '优化 营商环境',
    ])
  })

  it('is found across the furniture of a page', () => {
    const text = '优化营\n— 3 —\n商环境'
    const at = text.indexOf('— 3')
    const on: Scanned = {
      text,
      joins: [
        { start: 3, end: 4 },
        { start: at + 5, end: at + 6 },
      ],
      stretches: [
        { start: 0, end: 4, kind: 'report', report: 0 },
        { start: 4, end: at + 5, kind: 'furniture', report: null },
        { start: at + 5, end: text.length, kind: 'report', report: 0 },
      ],
    }
    expect(hits(on, '优化营商环境').map(({ start, end }) => [start, end])).toEqual([[0, text.length]])
  })

  it('stands for itself, whatever its signs mean in an expression', () => {
    expect(found('约(a.b)*[c]/d-e，另有aXb', '(a.b)*[c]/d-e')).toEqual(['(a.b)*[c]/d-e'])
  })

  it('as it stands has neither tolerance', () => {
    expect(found('营商|环境，营商环境，Ａ', '营商环境', { exact: true })).toEqual(['营商环境'])
    expect(found('aA', 'A', { exact: true })).toEqual(['A'])
  })

  it('of nothing is none', () => {
    expect(patternOf({ type: 'phrase', pattern: ' \n' })).toEqual({ pattern: null, problem: '' })
  })
})

describe('an expression', () => {
  it('passes over matches of nothing', () => {
    expect([...matchesIn('a𠮷b', /x*/gu)]).toEqual([])
    expect(found('增长8%，下降12%', '\\d*', { type: 'regex' })).toEqual(['8', '12'])
  })

  it('has the ends of lines for ^ and $, and sees no breaks of a scan', () => {
    expect(found('一、农业\n二、工|业', '^[一二]、.+$', { type: 'regex' })).toEqual(['一、农业', '二、工\n业'])
  })

  it('that is not valid says why', () => {
    expect(patternOf({ type: 'regex', pattern: '(增长' }).problem).toMatch(/group/i)
    expect(patternOf({ type: 'regex', pattern: '' })).toEqual({ pattern: null, problem: '' })
  })
})

describe('what is marked', () => {
  const text = '一、经济\n生产总值增长8%。投资增|长10%，消费增长5%；\n二、民生\n就业增长3%。'

  it('is the hit, its sentence or its paragraph', () => {
    expect(found(text, '投资增长')).toEqual(['投资增\n长'])
    expect(found(text, '投资', { extent: 'sentence' })).toEqual(['投资增\n长10%，消费增长5%；'])
    expect(found(text, '生产', { extent: 'paragraph' })).toEqual(['生产总值增长8%。投资增\n长10%，消费增长5%；'])
  })

  it('is told once for hits of one sentence', () => {
    expect(found(text, '增长', { extent: 'sentence' })).toEqual([
      '生产总值增长8%。',
      '投资增\n长10%，消费增长5%；',
      '就业增长3%。',
    ])
  })

  it('is in a report, unless all is wanted', () => {
    const on = scanned('增长甲\n增长乙', [
      { start: 0, end: 4, kind: 'furniture', report: null },
      { start: 4, end: 7, kind: 'report', report: 0 },
    ])
    expect(hits(on, '增长').map(({ start }) => start)).toEqual([4])
    expect(hits(on, '增长', { everywhere: true }).map(({ start }) => start)).toEqual([0, 4])
    expect(hits(on, '增长甲\n增', { everywhere: true })).toHaveLength(1)
    expect(hits(on, '增长甲\n增')).toHaveLength(0)
  })

  it('has its surroundings on one line', () => {
    const [hit] = hits(scanned('甲乙\n丙|丁增长戊|己\n庚'), '增长')
    expect(hit).toMatchObject({ before: '甲乙 丙丁', hit: '增长', after: '戊己 庚' })
  })
})

/** Texts of few characters, so that phrases recur, with breaks of a scan and true ones. */
const writing = fc.array(fc.constantFrom('增', '长', '。', '；', '\n', '|', ' ', '𠮷', 'A', '“', '”'), {
  maxLength: 60,
})

describe('any text', () => {
  it('has hits in order, each in its mark, no mark twice', () => {
    const extents = fc.constantFrom('hit' as const, 'sentence' as const, 'paragraph' as const)
    fc.assert(
      fc.property(writing, extents, fc.boolean(), (characters, extent, broken) => {
        const on = scanned(characters.join(''))
        const read = { ...on, joins: broken ? on.joins : [] }
        const all = hits(read, '增长', { extent })
        for (const { start, end, mark, hit, before, after } of all) {
          expect(mark.start).toBeLessThanOrEqual(start)
          expect(mark.end).toBeGreaterThanOrEqual(end)
          expect(on.text.slice(start, end)).toBe(hit)
          expect(hit.replace(/\s/gu, '')).toBe('增长')
          expect(before + after).not.toMatch(/\n/)
          const ends = on.text.slice(mark.start, mark.end)
          if (extent !== 'hit') expect(ends).toBe(ends.trim())
        }
        expect(new Set(all.map(({ mark }) => `${mark.start} ${mark.end}`)).size).toBe(all.length)
        expect(all.map(({ start }) => start)).toEqual(all.map(({ start }) => start).toSorted((a, b) => a - b))
      }),
    )
  })

  it('is found as a plain search finds it where nothing is broken', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('增', '长', '。', 'x'), { maxLength: 40 }), (characters) => {
        const text = characters.join('')
        const plain: number[] = []
        for (let at = text.indexOf('增长'); at >= 0; at = text.indexOf('增长', at + 2)) plain.push(at)
        expect(hits(scanned(text), '增长').map(({ start }) => start)).toEqual(plain)
      }),
    )
  })
})
