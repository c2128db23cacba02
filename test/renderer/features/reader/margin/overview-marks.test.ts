import { expect, it } from 'vitest'
import type { OpenReader } from '../../../../../renderer/features/reader/active'
import { annotationLane } from '../../../../../renderer/features/reader/margin/overview-marks'

const annotation = (start: number, codes: string[], more: object = {}) => ({
  reading: 'r',
  orphan: false,
  anchor: { start, end: start + 2 },
  codes,
  ...more,
})

const lane = (annotations: object[]) =>
  annotationLane(
    {
      annotations,
      codes: [
        { id: 'a', color: '#111111' },
        { id: 'b', color: '#222222' },
      ],
      bundle: { reading: { id: 'r' } },
    } as unknown as OpenReader,
    { code: (color) => `legible ${color ?? 'plain'}` },
  )

it('shows an annotation in the colour of each of its codes, and one without a code plain', () => {
  expect(lane([annotation(0, ['b', 'a']), annotation(5, [])])).toEqual([
    { start: 0, end: 2, color: 'legible #222222' },
    { start: 0, end: 2, color: 'legible #111111' },
    { start: 5, end: 7, color: 'legible plain' },
  ])
})

it('leaves out what has no place in the reading, and codes that are gone', () => {
  expect(lane([annotation(0, ['a'], { orphan: true }), annotation(1, ['a'], { reading: 'other' })])).toEqual([])
  expect(lane([annotation(0, ['gone'])])).toEqual([])
})
