import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withInlays } from '#shared/formats/pdf/layout/inlays'
import { segmentText } from '#shared/formats/pdf/layout/lines'
import type { Run } from '#shared/formats/pdf/layout/run'
import { segmentsOf } from '#shared/formats/pdf/layout/segments'

const run = (text: string, left: number, right: number): Run => ({ text, left, right, base: 100, size: 12, face: 'f' })
const read = (runs: readonly Run[]): string[] => segmentsOf(runs).map(segmentText)

describe('a character of another font inside a run', () => {
  it('stands where its gap is', () => {
    expect(
      read([run('末的', 340, 380), run('21.4 39.6 39', 380, 456), run('∶', 407, 410), run('∶', 437, 441)]),
    ).toEqual(['末的21.4∶39.6∶39'])
  })

  it('leaves other spaces as they are', () => {
    const runs = [run('GDP per head 40 25', 100, 220), run('∶', 198, 204)]
    expect(read(runs)).toEqual(['GDP per head 40∶25'])
  })

  it('may be several in one gap', () => {
    expect(read([run('120 25', 100, 160), run('㎡', 120, 132), run('∶', 132, 144)])).toEqual(['120㎡∶25'])
  })

  it('changes nothing where there is no gap for it', () => {
    expect(read([run('全市12', 100, 148), run('∶', 110, 113)])).toEqual(['全市12∶'])
  })

  it('loses and doubles no character', () => {
    const one = fc.record({
      text: fc.string({ unit: fc.constantFrom('文', '1', ' ', 'a'), minLength: 1, maxLength: 12 }),
      left: fc.integer({ min: 0, max: 300 }),
      width: fc.integer({ min: 1, max: 200 }),
    })
    const letters = (texts: readonly string[]) => [...texts.join('').replaceAll(' ', '')].sort().join('')
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (all) => {
        const runs = all.map(({ text, left, width }) => run(text, left, left + width))
        expect(letters(withInlays(runs).map(({ text }) => text))).toBe(letters(all.map(({ text }) => text)))
      }),
    )
  })
})
