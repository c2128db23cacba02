import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TermSpans, UsePacker } from '#shared/search/tracking/term-spans'

const span = fc.record({ start: fc.nat(1e6), end: fc.nat(1e6) })

it('gives back what was packed, report by report', () => {
  const reports = fc
    .integer({ min: 1, max: 4 })
    .chain((terms) => fc.array(fc.array(fc.array(span, { maxLength: 4 }), { minLength: terms, maxLength: terms })))
  fc.assert(
    fc.property(reports, (all) => {
      const packer = new UsePacker()
      for (const at of all) packer.add(at)
      const packed = packer.packed()
      for (const [nth, at] of all.entries()) {
        const spans = new TermSpans(packed, nth, at.length)
        for (const [term, own] of at.entries()) {
          expect(spans.count(term)).toBe(own.length)
          for (const [place, one] of own.entries()) {
            expect(spans.at(term, place)).toEqual(one)
            expect(spans.at(term, place - own.length)).toEqual(one)
          }
          expect(spans.at(term, own.length)).toBeNull()
          expect(spans.at(term, -1 - own.length)).toBeNull()
        }
        expect(spans.count(at.length)).toBe(0)
      }
    }),
  )
})
