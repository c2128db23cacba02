import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Ranks, sortedInSlices } from '../../../../renderer/ui/grid/ranks'

const pause = async (): Promise<void> => undefined
const collator = new Intl.Collator('zh-CN')

it('sorts as Array.sort does, equal ones in their order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ key: fc.nat(5), id: fc.nat() })), async (list) => {
      const compare = (a: { key: number }, b: { key: number }) => a.key - b.key
      expect(await sortedInSlices(list, compare, pause)).toEqual([...list].sort(compare))
    }),
  )
})

it('knows the places of words however they came', async () => {
  const word = fc.string({ unit: fc.constantFrom('洛', '阳', '安', '重', 'a', '1'), maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(word, { maxLength: 90 }), { maxLength: 4 }), async (parts) => {
      const ranks = new Ranks(collator.compare)
      for (const part of parts) await ranks.know(part, pause)
      const words = [...new Set(parts.flat())]
      const byRank = words.toSorted((a, b) => ranks.of(a) - ranks.of(b))
      const inOrder = byRank.every((one, i) => i === 0 || collator.compare(byRank[i - 1] ?? '', one) <= 0)
      expect(inOrder).toBe(true)
      expect(new Set(words.map((one) => ranks.of(one))).size).toBe(words.length)
    }),
  )
})
