import { expect, it } from 'vitest'
import {
  goTo,
  type Marks,
  markAll,
  moveTo,
  target,
  targets,
  toggle,
  unmark,
} from '../../../../renderer/features/library/marks'

const IDS = ['a', 'b', 'c', 'd', 'e']
const at = (selected: string | null, marked = '', anchor: string | null = selected): Marks => ({
  selected,
  marked: new Set(marked),
  anchor,
})
const shown = ({ selected, marked }: Marks) => `${selected} ${[...marked].sort().join('')}`
const PLAIN = { one: false, range: false }
const CTRL = { one: true, range: false }
const SHIFT = { one: false, range: true }

it.each([
  ['a click goes there alone', at('a', 'abc'), 'd', PLAIN, 'd '],
  ['Ctrl adds to the line that was selected', at('a'), 'c', CTRL, 'c ac'],
  ['Ctrl takes a mark away', at('a', 'ac', 'a'), 'c', CTRL, 'c a'],
  ['Shift marks all from the anchor', at('b'), 'd', SHIFT, 'd bcd'],
  ['Shift goes backwards too', at('d'), 'b', SHIFT, 'b bcd'],
  ['Shift shrinks what it marked', at('e', 'cde', 'c'), 'd', SHIFT, 'd cd'],
  ['Shift without an anchor marks the line itself', at(null), 'c', SHIFT, 'c c'],
  ['Shift from a line that was filtered away goes there alone', at('x'), 'c', SHIFT, 'c '],
] as const)('%s', (_, before, to, held, after) => {
  expect(shown(goTo(before, IDS, to, held))).toBe(after)
})

it('keeps the marks while keys move, so that lines that stand apart can be marked', () => {
  const second = toggle(moveTo(toggle(at('a'), 'a'), 'c'), 'c')
  expect(shown(second)).toBe('c ac')
  expect(shown(goTo(moveTo(second, 'd'), IDS, 'e', SHIFT))).toBe('e de')
})

it('marks by the key, all at once, and none', () => {
  expect(shown(toggle(at('b'), 'b'))).toBe('b b')
  expect(shown(toggle(at('b', 'b'), 'b'))).toBe('b ')
  expect(shown(markAll(at('b'), IDS))).toBe('b abcde')
  expect(shown(unmark(at('b', 'abcde')))).toBe('b ')
})

it('is about the marked lines that are still shown, else about the one that the keys are on', () => {
  const lines = IDS.map((id) => ({ id }))
  const ids = (marks: Marks) => targets(lines, marks).map(({ id }) => id)
  expect(ids(at('a', 'bx'))).toEqual(['b'])
  expect(ids(at('a', 'x'))).toEqual(['a'])
  expect(ids(at(null))).toEqual([])
})

it.each([
  ['ArrowDown', 1, 2],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 0, 0],
  ['ArrowUp', -1, 0],
  ['PageDown', 0, 3],
  ['End', 0, 4],
  ['Home', 3, 0],
  ['q', 3, null],
] as const)('%s at %i goes to %s', (key, from, to) => {
  expect(target(key, from, IDS.length, 3)).toBe(to)
})
