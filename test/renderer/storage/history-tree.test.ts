import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type HistoryMove, HistoryTree } from '../../../renderer/storage/history-tree'

/** Makes a tree of a word: `.` is a step, `u` an undo, `r` a redo, as a session would write them. */
function treeOf(word: string): HistoryTree {
  const tree = new HistoryTree()
  const links: { undoes: number | null; redoes: number | null }[] = []
  const next = (want: 'undoes' | 'redoes'): number | null => {
    for (let at = tree.last; at > 0; ) {
      const { undoes = null, redoes = null } = links[at - 1] ?? {}
      if (want === 'undoes') {
        if (undoes === null) return at
        at = undoes - 1
      } else {
        if (undoes !== null) return at
        if (redoes === null) return null
        at = redoes - 1
      }
    }
    return null
  }
  for (const sign of word) {
    const undoes = sign === 'u' ? next('undoes') : null
    const redoes = sign === 'r' ? next('redoes') : null
    if (sign !== '.' && undoes === null && redoes === null) continue
    links.push({ undoes, redoes })
    tree.add({ sequence: tree.last + 1, undoes, redoes })
  }
  return tree
}

const told = (moves: readonly HistoryMove[]): string =>
  moves.map((move) => (move.type === 'undo' ? `-${move.step}` : `+${move.step}(${move.undo})`)).join(' ')

it.each([
  ['...', 3, 1, '-3 -2'],
  ['...', 3, 0, '-3 -2 -1'],
  ['..u', 3, 2, '+2(3)'],
  ['..ur', 4, 1, '-2'],
  ['..ur', 4, 2, ''],
  // A branch that a later step has left: back to where they part, then forth by what took it back.
  ['..u.', 4, 2, '-4 +2(3)'],
  ['...uu..', 7, 3, '-7 -6 +2(5) +3(4)'],
  ['.', 1, 1, ''],
])('%s: from %i to %i', (word, from, to, moves) => {
  expect(told(treeOf(word).path(from, to))).toBe(moves)
})

it('tells the steps that held after an entry', () => {
  const tree = treeOf('...uu.')
  expect(tree.standing(3)).toEqual([3, 2, 1])
  expect(tree.standing(5)).toEqual([1])
  expect(tree.standing(6)).toEqual([6, 1])
  expect(tree.standing(0)).toEqual([])
})

it('refuses what is no next entry, and points that are not there', () => {
  const tree = treeOf('..')
  expect(() => tree.add({ sequence: 4, undoes: null, redoes: null })).toThrow(RangeError)
  expect(() => tree.add({ sequence: 3, undoes: 3, redoes: null })).toThrow(RangeError)
  expect(() => tree.path(2, 3)).toThrow(RangeError)
})

it('leads from any point to any other, over steps that stand on one another', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('.', '.', 'u', 'r'), maxLength: 60 }),
      fc.nat(),
      fc.nat(),
      (word, a, b) => {
        const tree = treeOf(word)
        const [from, to] = [a % (tree.last + 1), b % (tree.last + 1)]
        // A step that was never left can only be asked for from a later point: from the last one every other is.
        const start = Math.max(from, tree.last)
        let here = tree.state(start)
        for (const move of tree.path(start, to)) {
          if (move.type === 'undo') {
            expect(move.step).toBe(here)
            here = tree.below(here)
          } else {
            expect(tree.below(move.step)).toBe(here)
            expect(tree.state(move.undo)).toBe(here)
            expect(tree.state(move.undo - 1)).toBe(move.step)
            here = move.step
          }
        }
        expect(here).toBe(tree.state(to))
      },
    ),
  )
})
