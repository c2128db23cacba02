import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keyOf, reportsOf } from '../../../../renderer/features/parallel/keys'
import {
  askForOther,
  askForSide,
  askStore,
  choose,
  openParallel,
  swapSides,
} from '../../../../renderer/features/parallel/open'
import { dropState, frontParallel, openState } from '../../../../renderer/features/parallel/state'
import { attachHost, goBack } from '../../../../renderer/workbench'

const shown: string[] = []
let detach = () => {}
beforeEach(() => {
  shown.length = 0
  detach = attachHost({
    show: ({ type, key }) => shown.push(`+ ${type} ${key}`),
    close: (type, key) => shown.push(`- ${type} ${key}`),
    setTitle: () => undefined,
  })
})
afterEach(() => detach())

const asked = () => {
  const { report } = askStore.getState()
  if (!report) throw new Error('nothing is asked for')
  return report
}

describe('a view of two reports', () => {
  it('is opened by their ids, and is a place that one comes back to', () => {
    openParallel({ left: 'a', right: 'b' })
    openParallel({ left: 'c', right: 'd' })
    expect(goBack()).toBe(true)
    expect(shown).toEqual(['+ parallel a|b', '+ parallel c|d', '+ parallel a|b'])
  })

  it('is asked for with the report that stays on the left', () => {
    askForOther('a')
    choose(asked(), 'z')
    expect(shown).toEqual(['+ parallel a|z'])
    expect(askStore.getState().report).toBeNull()
  })

  it.each([
    ['left', 'z|b'],
    ['right', 'a|z'],
  ] as const)('takes another report on the %s in the place of the view', (side, key) => {
    askForSide('a|b', side)
    choose(asked(), 'z')
    expect(shown).toEqual([`+ parallel ${key}`, '- parallel a|b'])
  })

  it('swaps its sides, and is not closed where both are one report', () => {
    swapSides('a|b')
    swapSides('c|c')
    expect(shown).toEqual(['+ parallel b|a', '- parallel a|b', '+ parallel c|c'])
  })
})

it('a key that names no two reports opens nothing', () => {
  expect(reportsOf(keyOf({ left: 'a', right: 'b' }))).toEqual({ left: 'a', right: 'b' })
  expect(['', 'a', 'a|', '|b', 'a|b|c'].map(reportsOf)).toEqual([null, null, null, null, null])
})

it('commands are about the view in front, and about none while another is there', () => {
  const store = openState('a|b', { linked: false })
  openParallel({ left: 'a', right: 'b' })
  expect(frontParallel()).toEqual({ key: 'a|b', store })
  expect(store.getState().linked).toBe(false)
  openParallel({ left: 'c', right: 'd' })
  expect(frontParallel()).toBeNull()
  openParallel({ left: 'a', right: 'b' })
  dropState('a|b')
  expect(frontParallel()).toBeNull()
})
