import { describe, expect, it } from 'vitest'
import type { Section } from '#shared/model/section'
import { keepsShape } from '../../../../renderer/storage/corrections/shape'
import { hashOf, readFile, TEXTS } from './texts'

const TEXT = TEXTS['1.txt'] ?? ''

const PLACE = { code: '410304', name: '瀍河回族区', short: '瀍河', level: 'county', parent: '410300' } as const

/** Whether a replacement of words keeps the shape of the first file. */
async function keeps(words: string, insert: string, nth = 0): Promise<boolean> {
  const { text, reports } = await readFile('1.txt')
  let start = -1
  for (let n = 0; n <= nth; n++) start = TEXT.indexOf(words, start + 1)
  const sections = reports.flatMap((found): Section[] => found.sections)
  const shape = { text, reports: reports.map(({ report }) => ({ ...report, place: PLACE })), sections }
  return keepsShape(shape, [{ start, end: start + words.length, insert }])
}

describe('keepsShape', () => {
  it('reads one long report in the first file', async () => {
    const { source, reports } = await readFile('1.txt')
    expect(source.hash).toBe(hashOf('1.txt'))
    expect(reports).toHaveLength(1)
    expect(reports[0]?.sections.length).toBeGreaterThan(1)
  })

  it.each([
    ['一六', '16', 0],
    ['1O%', '10%', 0],
    ['停车场5', '停车场15', 0],
    ['获得感', '', 0],
  ])('does where %s becomes %s in a sentence', async (words, insert, nth) => {
    expect(await keeps(words, insert, nth)).toBe(true)
  })

  it.each([
    ['a title', '漯河', '瀍河', 0],
    ['the opening', '请予审议', '请审议', 0],
    ['a heading', '工作回顾', '工作成绩', 0],
    ['the border of a heading', '年工作安排\n2', '年工作安排\n3', 0],
    ['a line break', '要务', '要\n务', 0],
    ['two lines', '%。\n一般', '%。一般', 0],
    ['the closing words', '谢谢大家', '谢谢各位', 0],
    ['the name of a place', '漯河两岸', '瀍河两岸', 0],
    ['the report’s own place', '要务，', '瀍河，', 0],
  ])('does not in %s', async (_, words, insert, nth) => {
    expect(await keeps(words, insert, nth)).toBe(false)
  })
})
