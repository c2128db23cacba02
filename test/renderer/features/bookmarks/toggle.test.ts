// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groupsOf, nameOf, wordsOf } from '../../../../renderer/features/bookmarks/groups'
import { markedSpan } from '../../../../renderer/features/bookmarks/toggle'
import type { PlacedBookmark } from '../../../../renderer/storage'

const TEXT = '去年增长8%。今年预期增长6%以上，城镇新增就业五千人，居民收入与经济增长同步，物价涨幅控制在百分之三以内。'
const ALL = { start: 0, end: TEXT.length }

it('stands on the sentence at the caret, or on what is selected', () => {
  expect(markedSpan(TEXT, 3, null, ALL)).toEqual({ start: 0, end: 7 })
  expect(markedSpan(TEXT, 20, null, ALL)).toEqual({ start: 7, end: 47 })
  expect(markedSpan(TEXT, 20, { start: 16, end: 18 }, ALL)).toEqual({ start: 16, end: 18 })
  expect(markedSpan('  ', 1, null, { start: 0, end: 2 })).toBeNull()
})

it('begins after the marks of Markdown', () => {
  const text = '## **一、工作回顾**\n各位代表：'
  expect(markedSpan(text, 1, null, { start: 0, end: text.length })?.start).toBe(5)
  expect(wordsOf('## 一、**工作**回顾\n')).toBe('一、工作回顾')
})

it('never cuts a character in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 90 }), fc.nat(), (text, at) => {
      const span = markedSpan(text, at % text.length, null, { start: 0, end: text.length })
      return span === null || !/[\uD800-\uDBFF]$/.test(text.slice(span.start, span.end)) || span.end === text.length
    }),
  )
})

it('puts the bookmarks of one report under its name', () => {
  const placed = (id: string, report: { id: string; title: string } | null, name = '') =>
    ({
      bookmark: { id, name, anchor: { quote: ` 词\n${id} ` } },
      source: { hash: 'h', name: 'a.txt' },
      report: report && { ...report, place: null, year: null },
    }) as unknown as PlacedBookmark
  const groups = groupsOf([
    placed('1', { id: 'A', title: '甲' }),
    placed('2', null, '名'),
    placed('3', { id: 'A', title: '甲' }),
  ])
  expect(groups.map(({ title, bookmarks }) => [title, bookmarks.map(nameOf)])).toEqual([
    ['甲', ['词 1', '词 3']],
    ['a.txt', ['名']],
  ])
})
