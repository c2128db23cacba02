// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { exportTracked } from '../../../../renderer/features/phrases/actions'
import { fakeMain } from '../../app/harness'

const NOTHING = { terms: [], use: { places: [], years: [], cells: new Map() }, unplaced: 0 }

it.each([
  ['营商/放管服', '营商 放管服.xlsx'],
  ['a\\b\u0007\t“c”', 'a b  “c”.xlsx'],
  ['长'.repeat(400), `${'长'.repeat(80)}.xlsx`],
])('saves under a name that the contract takes: %#', async (name, file) => {
  const main = fakeMain({ 'export:save': () => ({ ok: true, value: { saved: null } }) })
  await exportTracked(name, NOTHING, 'hits', 'xlsx')
  // What the contract refuses does not get as far.
  expect(main.askedOn('export:save')).toMatchObject([{ name: file }])
})
