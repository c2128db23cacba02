import { describe, expect, it } from 'vitest'
import type { Section } from '#shared/model/section'
import { settleOutlooks } from '#shared/structure/settle'

const section = (part: Partial<Section>): Section => ({
  start: 0,
  end: 0,
  heading: { start: 0, end: 0 },
  title: '',
  level: part.parent === undefined ? 1 : 2,
  parent: null,
  outlook: 'none',
  year: null,
  dated: part.year != null,
  topic: null,
  topicWords: [],
  appendix: false,
  ...part,
})
const settle = (sections: Section[], speech: boolean, congress: number | null = null, text = ''): string[] =>
  settleOutlooks(sections, { text, congress, speech, turns: [] }).map(
    ({ outlook, year }) => `${outlook} ${year ?? '-'}`,
  )

describe('settleOutlooks', () => {
  it('compares a year with the year planned for', () => {
    const sections = [section({ year: 2013 }), section({ year: 2014 })]
    expect(settle(sections, true, 2014)).toEqual(['review 2013', 'plan 2014'])
  })

  it('goes by the place in a speech: back before the first plan, ahead after it', () => {
    const sections = [section({}), section({ outlook: 'plan' }), section({})]
    expect(settle(sections, true)).toEqual(['review -', 'plan -', 'plan -'])
    expect(settle(sections, false)).toEqual(['none -', 'plan -', 'none -'])
  })

  it('hands outlook and year down, and no year to a part that looks the other way', () => {
    const sections = [
      section({ outlook: 'review', year: 2019 }),
      section({ parent: 0 }),
      section({ parent: 0, outlook: 'plan' }),
    ]
    expect(settle(sections, true)).toEqual(['review 2019', 'review 2019', 'plan -'])
  })

  it('reads the words where nothing else tells', () => {
    const text = '加快建设,推进改革,力争突围,确保完成,实施工程。'
    expect(settle([section({ end: text.length })], true, null, text)).toEqual(['plan -'])
  })
})
