import { describe, expect, it } from 'vitest'
import { segmentText } from '#shared/formats/pdf/layout/lines'
import type { Run } from '#shared/formats/pdf/layout/run'
import { segmentsOf } from '#shared/formats/pdf/layout/segments'

const run = (text: string, left: number, base: number, size: number): Run => ({
  text,
  left,
  right: left + text.length * size,
  base,
  size,
  face: 'f',
})
const read = (runs: readonly Run[]): string[] => segmentsOf(runs).map(segmentText)

describe('rows', () => {
  it('hold the raised mark of a footnote', () => {
    const line = [run('阶', 71, 485, 12), run('①', 83, 479.3, 7), run('。坚决克服', 90, 485, 12)]
    expect(read([run('综合实力迈上新台', 95, 461, 12), ...line, run('推进机制', 71, 509, 12)])).toEqual([
      '综合实力迈上新台',
      '阶①。坚决克服',
      '推进机制',
    ])
  })

  it('part a headline from the small line under it', () => {
    expect(read([run('工作报告', 100, 100, 20), run('市长', 110, 111, 9)])).toEqual(['工作报告', '市长'])
  })
})
