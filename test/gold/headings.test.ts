import { describe, expect, it } from 'vitest'
import { HEADING_FLOORS } from './headings/evaluation'
import { headingLabels, headingsFound, labelledTexts } from './headings/files'
import { type Heading, headingTally, poolHeadings, sharesOf } from './headings/score'

const TEXT = '一、回顾\n（一）稳增长。全年很好。\n**（二）促改革。**改革深入。\n二、安排\n'
const heading = (words: string, level: number): Heading => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length, level }
}
const GOLD = [
  heading('一、回顾', 1),
  heading('（一）稳增长。', 2),
  heading('**（二）促改革。**', 2),
  heading('二、安排', 1),
]

describe('headingTally', () => {
  it('counts a perfect answer as perfect', () => {
    const t = headingTally(TEXT, GOLD, GOLD)
    expect(t).toEqual({ gold: 4, found: 4, matched: 4, levels: 4 })
    expect(sharesOf(t, 'level')).toEqual({ precision: 1, recall: 1, f1: 1 })
  })

  it('does not mind marks, three characters or the end', () => {
    const inside = { ...heading('（二）促改革。', 2), end: TEXT.length }
    const name = heading('稳增长。', 2)
    expect(headingTally(TEXT, GOLD, [inside, name])).toMatchObject({ matched: 2, levels: 2 })
  })

  it('tells what was missed, spurious and at another level', () => {
    const seen: string[] = []
    const found = [{ ...heading('一、回顾', 1), level: 2 }, heading('全年很好', 2), heading('二、安排', 1)]
    const t = headingTally(TEXT, GOLD, found, (kind, label, ours) => seen.push(`${kind} ${(label ?? ours)?.start}`))
    expect(t).toEqual({ gold: 4, found: 3, matched: 2, levels: 1 })
    expect(seen).toEqual([
      `level ${GOLD[0]?.start}`,
      `missed ${GOLD[1]?.start}`,
      `missed ${GOLD[2]?.start}`,
      `spurious ${TEXT.indexOf('全年')}`,
    ])
    expect(sharesOf(t, 'heading')).toEqual({ precision: 2 / 3, recall: 0.5, f1: 4 / 7 })
  })

  it('takes a found heading once, and none of another line', () => {
    const doubled = [heading('一、回顾', 1), heading('一、回顾', 1)]
    expect(headingTally(TEXT, GOLD, doubled).matched).toBe(1)
    const lines = '甲\n乙\n'
    expect(headingTally(lines, [{ start: 0, end: 1, level: 1 }], [{ start: 2, end: 3, level: 1 }]).matched).toBe(0)
  })

  it('gives no credit where nothing was found', () => {
    expect(sharesOf(headingTally(TEXT, GOLD, []), 'heading')).toEqual({ precision: 1, recall: 0, f1: 0 })
  })
})

describe('the labels', () => {
  const labels = [...headingLabels()]

  it('are of the five seeds and thirty reports of the corpus', () => {
    expect(labels.filter(([, { file }]) => file.startsWith('seeds/'))).toHaveLength(5)
    const corpus = labels.filter(([, { place }]) => place !== undefined)
    expect(corpus).toHaveLength(30)
    for (const [name, { place, year, file }] of corpus) {
      expect(name).toBe(`${place}-${year}`)
      expect(file).toBe(`${place}/${year}.md`)
    }
  })

  it.each(labels)('%s: in order, without overlap, and no level left out', (_, { sha256, headings }) => {
    expect(sha256).toMatch(/^[\da-f]{64}$/u)
    expect(headings.length).toBeGreaterThan(0)
    let end = 0
    let level = 0
    for (const heading of headings) {
      expect(heading.start).toBeGreaterThanOrEqual(end)
      expect(heading.end).toBeGreaterThan(heading.start)
      expect(heading.level).toBeGreaterThanOrEqual(1)
      expect(heading.level).toBeLessThanOrEqual(level + 1)
      end = heading.end
      level = heading.level
    }
  })
})

describe('the five seeds', () => {
  // An empty folder: the seeds are of this repository, the corpus is not looked for.
  const texts = labelledTexts(import.meta.dirname).filter(({ set }) => set === 'seeds')

  it.each(texts)('$name: the labels begin and end at words', ({ text, labels }) => {
    for (const { start, end } of labels.headings) {
      const words = text?.slice(start, end) ?? ''
      expect(words).toBe(words.trim())
      expect(words).toMatch(/\p{Script=Han}{2}/u)
    }
  })

  it('hold the floors', () => {
    const tallies = texts.map(({ text, labels }) =>
      headingTally(text ?? '', labels.headings, headingsFound(text ?? '')),
    )
    const pooled = poolHeadings(tallies)
    expect(sharesOf(pooled, 'heading').f1).toBeGreaterThanOrEqual(HEADING_FLOORS.seeds.heading)
    expect(sharesOf(pooled, 'level').f1).toBeGreaterThanOrEqual(HEADING_FLOORS.seeds.level)
  })
})
