import { expect, it } from 'vitest'
import { message } from '#shared/model/identity'
import type { HistoryKind, JournalHead } from '#shared/model/journal'
import {
  authorsOf,
  EVERYTHING,
  type HistoryFilter,
  historyLines,
} from '../../../../renderer/features/project/history/lines'
import type { History } from '../../../../renderer/features/project/history/use-history'
import { HistoryTree } from '../../../../renderer/storage'

type Rest = Partial<JournalHead>

function historyOf(rests: readonly Rest[]): History {
  const tree = new HistoryTree()
  const heads = rests.map((rest, at): JournalHead => {
    const head = {
      ...{ sequence: at + 1, at: '2026-01-02T04:00:00.000Z', author: '甲', operation: message('x', { n: at + 1 }) },
      ...{ undoes: null, redoes: null, count: 1, kinds: ['codebook'] as HistoryKind[] },
      ...rest,
    }
    tree.add(head)
    return head
  })
  return { heads, tree }
}

const nameOf = ({ sequence }: JournalHead) => `Step ${sequence}`
const told = (rests: readonly Rest[], filter: HistoryFilter = EVERYTHING) =>
  historyLines(historyOf(rests), filter, nameOf).map(
    ({ sequence, state, here }) => `${sequence}${state === 'standing' ? '' : ` ${state}`}${here ? ' here' : ''}`,
  )

it('tells what still holds, what was taken back, and where the project is', () => {
  expect(told([])).toEqual(['0 here'])
  expect(told([{}, {}])).toEqual(['2 here', '1', '0'])
  expect(told([{}, {}, { undoes: 2 }])).toEqual(['2 undone', '1 here', '0'])
  expect(told([{}, {}, { undoes: 2 }, { undoes: 1 }])).toEqual(['2 undone', '1 undone', '0 here'])
  expect(told([{}, { undoes: 1 }, { redoes: 2 }])).toEqual(['1 here', '0'])
  expect(told([{}, { undoes: 1 }, { redoes: 2 }, { undoes: 3 }])).toEqual(['1 undone', '0 here'])
})

it('tells a branch that other steps have left', () => {
  const branched = [{}, {}, {}, { undoes: 3 }, { undoes: 2 }, {}]
  expect(told(branched)).toEqual(['6 here', '3 left', '2 left', '1', '0'])
  expect(told([...branched, { undoes: 6 }])).toEqual(['6 undone', '3 undone', '2 undone', '1 here', '0'])
})

it('shows a kind, an author and a name alone; the beginning is always there', () => {
  const rests: Rest[] = [{ kinds: ['imports'] }, { author: '乙' }, { kinds: ['codebook', 'annotations'] }]
  expect(told(rests, { ...EVERYTHING, kind: 'codebook' })).toEqual(['3 here', '2', '0'])
  expect(told(rests, { ...EVERYTHING, author: '乙' })).toEqual(['2', '0'])
  expect(told(rests, { ...EVERYTHING, text: 'step 1' })).toEqual(['1', '0'])
  expect(authorsOf(historyOf(rests))).toEqual(['乙', '甲'])
})

it('puts the day on its first line', () => {
  const at = (day: number): Rest => ({ at: `2026-01-0${day}T12:00:00.000Z` })
  const days = historyLines(historyOf([at(1), at(2), at(2), at(2)]), EVERYTHING, nameOf).map(({ day }) => day)
  expect(days).toEqual(['2026-01-02', null, null, '2026-01-01', null])
})
