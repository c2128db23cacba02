// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { KEPT, keepPosition, positionOf } from '../../../../../renderer/features/reader/places/positions'
import { leftAt } from '../../../../../renderer/features/reader/use-params'

beforeEach(() => localStorage.clear())

describe('positions', () => {
  it('keeps one for each text of a project', () => {
    keepPosition('p', 'a', { top: 10, caret: 12 })
    keepPosition('p', 'b', { top: 20, caret: 20 })
    keepPosition('p', 'a', { top: 30, caret: 31 })
    expect(positionOf('p', 'a')).toEqual({ top: 30, caret: 31 })
    expect(positionOf('p', 'b')).toEqual({ top: 20, caret: 20 })
    expect([positionOf('p', 'c'), positionOf('q', 'a')]).toEqual([null, null])
  })

  it('forgets the text that was read longest ago', () => {
    for (let n = 0; n <= KEPT; n++) keepPosition('p', `${n}`, { top: n, caret: n })
    expect(positionOf('p', '0')).toBeNull()
    expect(positionOf('p', '1')).toEqual({ top: 1, caret: 1 })
  })

  it('starts again where what is kept is damaged', () => {
    for (const kept of ['{', '[["a",{"top":-1}]]', '3']) {
      localStorage.setItem('duibiao.positions.p', kept)
      expect(positionOf('p', 'a')).toBeNull()
    }
    keepPosition('p', 'a', { top: 1, caret: 1 })
    expect(positionOf('p', 'a')).toEqual({ top: 1, caret: 1 })
  })
})

describe('where a text stands when it is opened', () => {
  const bundle = {
    text: { reading: 'r', text: 'x'.repeat(100), stretches: [], joins: [], pages: [], rows: [] },
    reports: [
      { report: { id: 'A', start: 0, end: 50 }, sections: [] },
      { report: { id: 'B', start: 50, end: 100 }, sections: [] },
    ],
  } as unknown as Parameters<typeof leftAt>[0]
  const wanted = { report: null, start: null, end: null, statement: null, matter: null, caret: null }
  const position = { top: 60, caret: 70 }
  const left = { report: 'B', start: 60, end: null, statement: null, matter: null, caret: 70 }

  it.each([
    ['opened without a place', wanted, true, left],
    ['opened at the report that was being read', { ...wanted, report: 'B' }, true, left],
    ['opened at another report of the file', { ...wanted, report: 'A' }, true, null],
    ['opened at a place', { ...wanted, start: 5, end: 9 }, true, null],
    ['brought back by a restart, whatever it was opened at', { ...wanted, report: 'A', start: 5, end: 9 }, false, left],
  ])('%s', (_, params, asked, expected) => expect(leftAt(bundle, params, asked, position)).toEqual(expected))

  it('is the place asked for where nothing is remembered, or the text has become shorter', () => {
    expect(leftAt(bundle, wanted, true, null)).toBeNull()
    expect(leftAt(bundle, wanted, true, { top: 101, caret: 101 })).toBeNull()
  })
})
