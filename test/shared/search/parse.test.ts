import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../shared/search/parse'
import type { SearchNode } from '../../../shared/search/query'

const phrase = (text: string): SearchNode => ({ type: 'phrase', text })
const regex = (source: string): SearchNode => ({ type: 'regex', source })
const not = (part: SearchNode): SearchNode => ({ type: 'not', part })
const and = (...parts: SearchNode[]): SearchNode => ({ type: 'and', parts })
const or = (...parts: SearchNode[]): SearchNode => ({ type: 'or', parts })
const near = (within: number, ordered: boolean, ...parts: SearchNode[]): SearchNode => ({
  type: 'near',
  parts,
  within,
  ordered,
})
const [a, b, c] = [phrase('甲'), phrase('乙'), phrase('丙')]

describe('a query', () => {
  it.each<[string, SearchNode]>([
    ['人', phrase('人')],
    ['  优化营商环境 ', phrase('优化营商环境')],
    ['非遗', phrase('非遗')],
    ['或者', phrase('或者')],
    ['或', phrase('或')],
    ['非', phrase('非')],
    ['OR', phrase('OR')],
    ['(', phrase('(')],
    ['"', phrase('"')],
    ['|', phrase('|')],
    ['-', phrase('-')],
    ['~20', phrase('~20')],
    ['5G-A', phrase('5G-A')],
    ['元/吨', phrase('元/吨')],
    ['甲 乙', and(a, b)],
    ['甲　乙', and(a, b)],
    ['甲 | 乙', or(a, b)],
    ['甲｜乙', or(a, b)],
    ['甲 OR 乙 或 丙', or(a, b, c)],
    ['甲 or 乙', and(a, phrase('or'), b)],
    ['甲 -乙', and(a, not(b))],
    ['甲 NOT 乙', and(a, not(b))],
    ['非 甲 乙', and(not(a), b)],
    ['甲 -(乙|丙)', and(a, not(or(b, c)))],
    ['"甲 乙"', phrase('甲 乙')],
    ['“甲 乙”丙', and(phrase('甲 乙'), c)],
    ['甲 ~20 乙', near(20, false, a, b)],
    ['甲 ～20 乙', near(20, false, a, b)],
    ['甲 >5 乙', near(5, true, a, b)],
    ['甲 ~20 乙 ~20 丙', near(20, false, a, b, c)],
    ['(甲 ~20 乙) ~20 丙', near(20, false, near(20, false, a, b), c)],
    ['甲 ~20 乙 >5 丙', near(5, true, near(20, false, a, b), c)],
    ['甲 乙 ~20 丙', and(a, near(20, false, b, c))],
    ['甲 乙 | 丙', or(and(a, b), c)],
    ['甲 （乙 | 丙）', and(a, or(b, c))],
    ['/优化.{0,6}环境/', regex('优化.{0,6}环境')],
    ['/[/ ]x/ 甲', and(regex('[/ ]x'), a)],
    ['/a\\/b/', regex('a\\/b')],
  ])('%s', (typed, query) => {
    expect(parseQuery(typed)).toEqual({ query, problem: null })
  })

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['甲 ""', 'empty'],
    ['//', 'empty'],
    ['“甲', 'quote'],
    ['/甲', 'slash'],
    ['(甲', 'bracket'],
    ['甲)', 'bracket'],
    ['(甲))', 'bracket'],
    ['()', 'operand'],
    ['甲 |', 'operand'],
    ['| 甲', 'operand'],
    ['甲 ~20', 'operand'],
    ['甲 ~20 ~20 乙', 'operand'],
    ['-甲', 'onlyNot'],
    ['甲 | -乙', 'onlyNot'],
    ['甲 --乙', 'operand'],
    ['/(/', 'regex'],
    [`${'('.repeat(5000)}甲${')'.repeat(5000)}`, 'bracket'],
  ])('is none: %s', (typed, problem) => {
    expect(parseQuery(typed)).toMatchObject({ query: null, problem: { key: `search.problem.${problem}` } })
  })

  it('never throws', () => {
    const part = fc.constantFrom(...'()（）|｜-/"“”~>＞～20 　甲乙[]\\*或非', ' OR ', ' NOT ', ' ~20 ', '/x/')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const parsed = parseQuery(parts.join(''))
        expect((parsed.query === null) !== (parsed.problem === null)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('is read as it was written', () => {
    const leaf = fc.oneof(
      fc
        .string({ unit: fc.constantFrom(...'甲乙 或非OR()|-/~20“[]\\'), minLength: 1 })
        .filter((text) => text.trim() !== '')
        .map(phrase),
      fc.constantFrom(...['a+', '[/"]', '\\/', '(?:甲|乙)'].map(regex)),
    )
    const { query } = fc.letrec<{ query: SearchNode; positive: SearchNode }>((tie) => ({
      query: fc.oneof({ maxDepth: 3 }, leaf, tie('positive')),
      positive: fc.oneof(
        fc.array(tie('query'), { minLength: 2, maxLength: 3 }).map((parts) => or(...parts)),
        fc
          .tuple(tie('query'), fc.array(fc.tuple(fc.boolean(), tie('query')), { minLength: 1, maxLength: 3 }))
          .map(([first, others]) => and(first, ...others.map(([isNot, part]) => (isNot ? not(part) : part)))),
        fc
          .tuple(fc.nat(9999), fc.boolean(), fc.array(tie('query'), { minLength: 2, maxLength: 3 }))
          .map(([within, ordered, parts]) => near(within, ordered, ...parts)),
      ),
    }))
    fc.assert(
      fc.property(query, (node) => {
        expect(parseQuery(written(node))).toEqual({ query: node, problem: null })
      }),
    )
  })
})

/** A query as a user would type it, with brackets around every part. */
function written(node: SearchNode): string {
  const inner = (part: SearchNode): string =>
    part.type === 'phrase' || part.type === 'regex' ? written(part) : `(${written(part)})`
  switch (node.type) {
    case 'phrase':
      return `"${node.text}"`
    case 'regex':
      return `/${node.source}/`
    case 'not':
      return `-${inner(node.part)}`
    case 'and':
      return node.parts.map((part) => (part.type === 'not' ? written(part) : inner(part))).join(' ')
    case 'or':
      return node.parts.map(inner).join(' | ')
    case 'near':
      return node.parts.map(inner).join(` ${node.ordered ? '>' : '~'}${node.within} `)
  }
}
