import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  backlinks,
  formatLink,
  LINK_TYPES,
  type LinkTarget,
  linksOf,
  openLink,
  parseMemo,
  plainMemo,
  relabelled,
  targetKey,
} from '#shared/coding/links'

const ID = '11111111-2222-4333-8444-555555555555'
const OTHER = '99999999-2222-4333-8444-555555555555'
const target = fc.record({ type: fc.constantFrom(...LINK_TYPES), id: fc.uuid() })
/** Labels with everything that could break a link. */
const label = fc.string({ unit: fc.constantFrom('[', ']', '|', '\\', ':', '口', '径', ' ', 'a', '😀'), maxLength: 12 })
/** Words with no whole link in them. */
const words = fc.string({ unit: fc.constantFrom('[', '文', ']', '\\', '|', '\n', 'code:'), maxLength: 12 })

describe('a link', () => {
  it('comes back as it was written, whatever its label holds', () => {
    fc.assert(
      fc.property(target, label, words, words, (to, name, before, after) => {
        const text = `${before}\n${formatLink(to, name)}\n${after}`
        const links = parseMemo(text).filter((part) => part.type === 'link')
        expect(links).toMatchObject([{ target: to, label: name.trim(), start: before.length + 1 }])
      }),
    )
  })

  it('has a label of one line', () => {
    const link = formatLink({ type: 'code', id: ID }, '产业\r\n转型\u2028升级')
    expect(link).toBe(`[[code:${ID}|产业 转型 升级]]`)
  })

  it.each([
    ['of another kind', `[[place:${ID}|洛阳]]`],
    ['without an id', '[[code:|编码]]'],
    ['that is not closed', `[[code:${ID}|编码]`],
    ['over two lines', `[[code:${ID}|编\n码]]`],
  ])('%s is text', (_, text) => {
    expect(parseMemo(text)).toEqual([{ type: 'text', start: 0, end: text.length, text }])
  })

  it('is read whatever the case of its id', () => {
    expect(linksOf(`[[Code:${ID.toUpperCase()}|a]]`)).toEqual([{ type: 'code', id: ID }])
  })
})

describe('a memo', () => {
  it('is covered by its pieces without gap or overlap', () => {
    const piece = fc.oneof(
      words,
      fc.tuple(target, label).map(([to, name]) => formatLink(to, name)),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const parts = parseMemo(text)
        expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        let at = 0
        for (const { start, end } of parts) {
          expect(start).toBe(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBe(text.length)
      }),
    )
  })

  it('reads as its words with the labels of its links', () => {
    expect(plainMemo(`见 ${formatLink({ type: 'code', id: ID }, '目标]值')}。`)).toBe('见 目标]值。')
  })

  it('names each target once', () => {
    const link = formatLink({ type: 'code', id: ID }, 'a')
    expect(linksOf(`${link}${link}${formatLink({ type: 'memo', id: ID }, 'a')}`)).toEqual([
      { type: 'code', id: ID },
      { type: 'memo', id: ID },
    ])
  })

  it('gives links the present names and changes nothing else', () => {
    fc.assert(
      fc.property(target, label, label, words, (to, before, now, text) => {
        const memo = `${text}\n${formatLink(to, before)}\n${text}`
        const named = relabelled(memo, (one) => (targetKey(one) === targetKey(to) ? now : null))
        expect(named).toBe(`${text}\n${formatLink(to, now)}\n${text}`)
        expect(relabelled(memo, () => null)).toBe(memo)
      }),
    )
  })
})

describe('backlinks', () => {
  it('tell who links to what', () => {
    const a: LinkTarget = { type: 'code', id: ID }
    const b: LinkTarget = { type: 'memo', id: OTHER }
    const found = backlinks([
      { key: '甲', text: `${formatLink(a, 'x')} ${formatLink(b, 'y')} ${formatLink(a, 'z')}` },
      { key: '乙', text: formatLink(a, 'x') },
      { key: '丙', text: '没有' },
    ])
    expect([...found]).toEqual([
      [targetKey(a), ['甲', '乙']],
      [targetKey(b), ['甲']],
    ])
  })
})

describe('a link that is being typed', () => {
  it.each([
    ['见 [[固定', 6, { start: 2, typed: '固定' }],
    ['[[', 2, { start: 0, typed: '' }],
    ['[[[产', 4, { start: 1, typed: '产' }],
    ['[', 1, null],
    ['[[固定', 1, null],
    ['[[a]] b', 7, null],
    ['[[a\nb', 5, null],
    [`[[code:${ID}|x`, 46, null],
    ['', 0, null],
  ])('%j at %i', (text, caret, found) => {
    expect(openLink(text, caret)).toEqual(found)
  })
})
