import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchoredFinder } from '../../../shared/search/anchor'
import { matcherOf, type SearchedText } from '../../../shared/search/match'
import { parseQuery } from '../../../shared/search/parse'
import type { SearchFolds, SearchNode, SearchUnit } from '../../../shared/search/query'
import { Spans, union } from '../../../shared/search/spans'
import { lastUpTo, lastUpToNear } from '../../../shared/search/units'
import { sentencesIn } from '../../../shared/text/sentences'

type Pair = [start: number, end: number]

const EXACT: SearchFolds = { width: false, script: false, case: false }
const LOOSE: SearchFolds = { width: true, script: true, case: true }

const pairs = (spans: Spans): Pair[] =>
  Array.from({ length: spans.length }, (_, place) => [spans.start(place), spans.end(place)])

function spansOf(list: readonly Pair[]): Spans {
  const spans = new Spans()
  for (const [start, end] of list) spans.push(start, end)
  return spans
}

const inOrder = (list: readonly Pair[]): Pair[] => {
  const sorted = [...list].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return sorted.filter(([start, end], at) => sorted[at - 1]?.[0] !== start || sorted[at - 1]?.[1] !== end)
}

function find(typed: string, text: string, unit: SearchUnit = 'sentence', folds = EXACT): string[] {
  const { query } = parseQuery(typed)
  if (!query) throw new Error(`no query: ${typed}`)
  const hits = matcherOf(query, unit, folds)({ text, reports: [0, text.length] }, (all) => all)
  return pairs(hits).map(([start, end]) => `${start}${text.slice(start, end)}`)
}

describe('matching', () => {
  it.each<[string, string, string[]]>([
    ['人人', '人人人', ['0人人', '1人人']],
    ['的', '的的', ['0的', '1的']],
    ['甲 乙', '甲乙。甲。乙', ['0甲', '1乙']],
    ['甲 | 乙', '甲丙乙', ['0甲', '2乙']],
    ['甲 -乙', '甲乙。甲丙', ['3甲']],
    ['甲 ~1 乙', '乙丙甲。甲丙丙乙', ['0乙丙甲']],
    ['甲 >1 乙', '乙丙甲。甲丙乙', ['4甲丙乙']],
    ['甲 ~9 乙', '甲。乙', []],
    ['甲 ~1 乙 ~1 丙', '甲乙x乙x丙', []],
    ['甲 ~2 乙 ~2 丙', '甲乙x乙x丙', ['0甲乙x乙x丙']],
    // The shortest way from 乙 to 丙 is not the one that is the shortest with 甲.
    ['甲 ~1 乙 ~1 丙', '丙甲乙丙', ['0丙甲乙']],
    ['甲 ~4 乙 ~4 丙', 'xx丙甲xxx乙x丙', ['2丙甲xxx乙']],
    ['/甲+/', '甲甲乙甲', ['0甲甲', '3甲']],
    ['/^乙$/', '甲\n乙\n丙', ['2乙']],
    ['/x*/', 'ax𠮷', ['1x']],
    ['a$b', 'a$b', ['0a$b']],
  ])('%s in %s', (typed, text, hits) => {
    expect(find(typed, text)).toEqual(hits)
  })

  it.each<[string, string, SearchFolds, string[]]>([
    ['5%', '5％', LOOSE, ['05％']],
    ['５％', '5%', LOOSE, ['05%']],
    ['gdp', 'ＧＤＰ', LOOSE, ['0ＧＤＰ']],
    ['发展', '發展 髮展', LOOSE, ['0發展', '3髮展']],
    ['環境', '环境', LOOSE, ['0环境']],
    ['异地', '異地', LOOSE, ['0異地']],
    ['异地', '異地', { ...LOOSE, script: false }, []],
    ['5%', '5％', { ...LOOSE, width: false }, []],
    ['gdp', 'GDP', { ...LOOSE, case: false }, []],
    ['一', '⼀', LOOSE, ['0⼀']],
    ['/增长[0-9.]+%/', '增長１２．5％', LOOSE, ['0增長１２．5％']],
    ['/\\d+％/', '１2%', LOOSE, ['0１2%']],
    ['/（一）/', '(一)', LOOSE, ['0(一)']],
    ['/[ａ-ｃ]-[0-9]/', 'b-５', LOOSE, ['0b-５']],
    ['/[一-龥]\\p{Lu}/', '發A', LOOSE, ['0發A']],
    ['/\\(一\\)/', '（一）', LOOSE, ['0（一）']],
    ['/[^％]/', '％%a', LOOSE, ['2a']],
    ['/GDP/', 'gdp', LOOSE, ['0gdp']],
    ['/(?<年>发)\\k<年>/', '发发', LOOSE, ['0发发']],
    ['/[a-c-％]{2}/', '-%', LOOSE, ['0-%']],
  ])('%s in %s with folds', (typed, text, folds, hits) => {
    expect(find(typed, text, 'sentence', folds)).toEqual(hits)
  })

  it('takes hits that are left, and no others', () => {
    const query = parseQuery('甲 乙').query as SearchNode
    const onlyFrom2 = (hits: Spans) => spansOf(pairs(hits).filter(([start]) => start >= 2))
    const searched = { text: '甲乙甲乙', reports: [0, 4] }
    expect(pairs(matcherOf(query, 'report', EXACT)(searched, onlyFrom2))).toEqual([
      [2, 3],
      [3, 4],
    ])
    expect(pairs(matcherOf(query, 'report', EXACT)({ ...searched, text: '甲乙甲丙' }, onlyFrom2))).toEqual([])
  })

  it('equals a naive reference', () => {
    const letter = fc.constantFrom(...'甲乙丙發发％%aＡ。；”“\n')
    const text = fc.string({ unit: letter, maxLength: 40 })
    const phrase = fc
      .string({ unit: fc.constantFrom(...'甲乙丙发發％%aA'), minLength: 1, maxLength: 2 })
      .map((words): SearchNode => ({ type: 'phrase', text: words }))
    const { query } = fc.letrec<{ query: SearchNode; many: SearchNode }>((tie) => ({
      query: fc.oneof({ maxDepth: 2 }, phrase, tie('many')),
      many: fc.oneof(
        fc.array(tie('query'), { minLength: 2, maxLength: 3 }).map((parts): SearchNode => ({ type: 'or', parts })),
        fc.tuple(tie('query'), tie('query'), fc.boolean()).map(
          ([one, other, isNot]): SearchNode => ({
            type: 'and',
            parts: [one, isNot ? { type: 'not', part: other } : other],
          }),
        ),
        fc
          .tuple(fc.nat(5), fc.boolean(), fc.array(tie('query'), { minLength: 2, maxLength: 3 }))
          .map(([within, ordered, parts]): SearchNode => ({ type: 'near', parts, within, ordered })),
      ),
    }))
    const unit = fc.constantFrom<SearchUnit>('sentence', 'paragraph', 'report')
    const folds = fc.record({ width: fc.boolean(), script: fc.boolean(), case: fc.boolean() })
    fc.assert(
      fc.property(text, query, unit, folds, fc.nat(40), (words, node, within, same, cut) => {
        const searched = { text: words, reports: [0, Math.min(cut, words.length)] }
        const hits = matcherOf(node, within, same)(searched, (all) => all)
        expect(pairs(hits)).toEqual(naive(node, searched, within, same))
      }),
      { numRuns: 1500 },
    )
  })
})

describe('an expression with folds', () => {
  it('is one where it was one, and takes what it took', () => {
    const part = fc.constantFrom(
      ...[
        '甲',
        '发',
        '％',
        '%',
        '\\.',
        '\\d',
        '\\u53d1',
        '[^a％]',
        '[a-c-％]',
        '[\\]％]',
        '(?:Ａ|a)',
        '(?=发)',
        '(?<!甲)',
        '.',
        'a+?',
      ],
      ...['发{1,2}', '\\p{Script=Han}', '^', '$', '\\/', '[０-９]'],
    )
    const text = fc.string({ unit: fc.constantFrom(...'甲发發％%aAＡ.．5５\n/'), maxLength: 12 })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), text, (parts, words) => {
        const query: SearchNode = { type: 'regex', source: parts.join('') }
        const starts = (folds: SearchFolds): number[] =>
          pairs(matcherOf(query, 'report', folds)({ text: words, reports: [] }, (all) => all)).map(([start]) => start)
        const [exact, loose] = [starts(EXACT), starts({ ...LOOSE, case: false })]
        const isNegative = parts.some((one) => one.includes('^') || one.includes('!'))
        // A longer match before may have taken its place.
        if (!isNegative && exact.length > 0) expect(loose.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('a phrase that is looked for by its tail', () => {
  const words = (units: string, maxLength: number, minLength = 0) =>
    fc.string({ unit: fc.constantFrom(...units), minLength, maxLength })

  it('is found where it is found by itself, however much was looked through before', () => {
    // Frequent and rare beginnings; units that share a byte; texts of one byte a character.
    const phrase = words('甲乙展发優aÁ', 7, 1)
    const text = fc.tuple(phrase, fc.array(fc.oneof(words('甲乙展发優叓', 12), words('aÁb', 12)), { maxLength: 6 }))
    const passed = fc.constantFrom(0, 30_000, 70_000)
    fc.assert(
      fc.property(phrase, text, passed, words('展发甲', 30, 1), (own, [other, parts], before, filler) => {
        const find = anchoredFinder(own)
        if (before > 0) find(filler.repeat(Math.ceil(before / filler.length)))
        for (const searched of [parts.join(own), parts.join(other), own.repeat(3)]) {
          const naive: Pair[] = []
          for (let at = searched.indexOf(own); at >= 0; at = searched.indexOf(own, at + 1))
            naive.push([at, at + own.length])
          expect(pairs(find(searched))).toEqual(naive)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the place of the last number up to another', () => {
  it('is the same from wherever it is looked for', () => {
    const numbers = fc.array(fc.nat(30), { maxLength: 12 }).map((all) => all.sort((a, b) => a - b))
    fc.assert(
      fc.property(numbers, fc.nat(35), fc.nat(14), (all, number, known) => {
        expect(lastUpToNear(all, number, known)).toBe(lastUpTo(all, number))
      }),
    )
  })
})

describe('spans', () => {
  it('are added from another list', () => {
    const lists = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40))
    fc.assert(
      fc.property(lists, ([own, others, one, other]) => {
        const list = (count: number, by: number): Pair[] =>
          Array.from({ length: count }, (_, at): Pair => [by + at, by + at + 2])
        const [from, to] = [Math.min(one, other, others), Math.min(Math.max(one, other), others)]
        const spans = spansOf(list(own, 0))
        spans.add(spansOf(list(others, 100)), from, to)
        spans.push(7, 8)
        expect(pairs(spans)).toEqual([...list(own, 0), ...list(others, 100).slice(from, to), [7, 8]])
      }),
    )
  })

  it('are united by start and end, each once', () => {
    const list = fc
      .array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 5 })), { maxLength: 40 })
      .map((all) => inOrder(all.map(([start, length]): Pair => [start, start + length])))
    fc.assert(
      fc.property(fc.array(list, { maxLength: 4 }), (lists) => {
        expect(pairs(union(lists.map(spansOf)))).toEqual(inOrder(lists.flat()))
      }),
    )
  })
})

const WIDE: Readonly<Record<string, string>> = { '％': '%', Ａ: 'A' }

/** A character as the folds have it, by a table of its own. */
function folded(character: string, { width, script, case: inAnyCase }: SearchFolds): string {
  const simple = script && character === '發' ? '发' : character
  const narrow = width ? (WIDE[simple] ?? simple) : simple
  return inAnyCase ? narrow.toLowerCase() : narrow
}

function unitOf({ text, reports }: SearchedText, unit: SearchUnit, offset: number): string {
  if (unit === 'report') return offset < (reports[1] ?? 0) ? 'report' : 'rest'
  const start = text.lastIndexOf('\n', offset - 1) + 1
  if (unit === 'paragraph') return `${start}`
  const next = text.indexOf('\n', start)
  const line = { start, end: next < 0 ? text.length : next + 1 }
  const past = sentencesIn(text, line).slice(0, -1)
  return `${start} ${past.filter(({ end }) => end <= offset).length}`
}

function naive(node: SearchNode, searched: SearchedText, unit: SearchUnit, folds: SearchFolds): Pair[] {
  const { text } = searched
  const hitsOf = (part: SearchNode): Pair[] => naive(part, searched, unit, folds)
  const unitAt = (offset: number): string => unitOf(searched, unit, offset)
  switch (node.type) {
    case 'phrase': {
      const same = (words: string): string => [...words].map((character) => folded(character, folds)).join('')
      const { length } = node.text
      const starts = Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => at)
      return starts.flatMap((at): Pair[] =>
        same(text.slice(at, at + length)) === same(node.text) ? [[at, at + length]] : [],
      )
    }
    case 'or':
      return inOrder(node.parts.flatMap(hitsOf))
    case 'and': {
      const wanted = node.parts.filter(({ type }) => type !== 'not').map(hitsOf)
      const unwanted = node.parts.flatMap((part) => (part.type === 'not' ? hitsOf(part.part) : []))
      const isWhole = (at: string): boolean =>
        wanted.every((hits) => hits.some(([start]) => unitAt(start) === at)) &&
        unwanted.every(([start]) => unitAt(start) !== at)
      return inOrder(wanted.flat().filter(([start]) => isWhole(unitAt(start))))
    }
    case 'near': {
      const lists = node.parts.map(hitsOf)
      const [first = [], ...others] = lists
      return inOrder(
        first.flatMap((hit): Pair[] => {
          let chains: { from: number; to: number; last: Pair }[] = [{ from: hit[0], to: hit[1], last: hit }]
          for (const list of others) {
            chains = chains.flatMap(({ from, to, last }) =>
              list
                .filter((next) => isNear(last, next, node.within, node.ordered))
                .map((next) => ({ from: Math.min(from, next[0]), to: Math.max(to, next[1]), last: next })),
            )
          }
          const own = chains.filter(({ from, to }) => unitAt(from) === unitAt(to - 1))
          own.sort((one, other) => one.to - one.from - (other.to - other.from) || one.from - other.from)
          return own[0] ? [[own[0].from, own[0].to]] : []
        }),
      )
    }
    default:
      throw new Error(`not of itself: ${node.type}`)
  }
}

function isNear([start, end]: Pair, [otherStart, otherEnd]: Pair, within: number, ordered: boolean): boolean {
  if (otherStart >= end) return otherStart - end <= within
  return !ordered && otherEnd <= start && start - otherEnd <= within
}
