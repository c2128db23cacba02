import { describe, expect, it } from 'vitest'
import type { Section } from '#shared/model/section'
import { reportYear, yearsOfSections } from '#shared/statements/section-years'

const section = (part: Partial<Section>): Section => ({
  start: 0,
  end: 10,
  heading: { start: 0, end: 2 },
  title: '工作',
  level: 1,
  parent: null,
  outlook: 'none',
  year: null,
  dated: part.year != null,
  topic: null,
  topicWords: [],
  appendix: false,
  ...part,
})

describe('reportYear', () => {
  it.each([
    [[], null],
    [[section({ outlook: 'review', year: 2019 })], 2020],
    [[section({ outlook: 'review', year: 2019 }), section({ outlook: 'plan', year: 2021 })], 2021],
    [[section({ outlook: 'review' }), section({ outlook: 'none', year: 2020 })], null],
  ])('of case %#', (sections, year) => {
    expect(reportYear(sections)).toBe(year)
  })
})

describe('yearsOfSections', () => {
  it('fills in what the outlook implies and leaves what is told or not known', () => {
    const sections = [
      section({ outlook: 'review' }),
      section({ outlook: 'plan' }),
      section({ outlook: 'plan', year: 2030 }),
      section({ outlook: 'none' }),
    ]
    expect(yearsOfSections(sections, 2024).map(({ year }) => year)).toEqual([2023, 2024, 2030, null])
    expect(yearsOfSections(sections, null)).toEqual(sections)
  })

  it('moves with a corrected report year, but for what its own words tell', () => {
    const sections = [section({ outlook: 'review' }), section({ outlook: 'plan', year: 2030 })]
    const first = yearsOfSections(sections, 2024)
    expect(yearsOfSections(first, 2022).map(({ year }) => year)).toEqual([2021, 2030])
    expect(yearsOfSections(first, null).map(({ year }) => year)).toEqual([null, 2030])
  })

  it('gives no single year to what speaks of several, nor to what stands under it', () => {
    const sections = [
      section({ outlook: 'review', title: '过去五年工作回顾' }),
      section({ outlook: 'review', title: '经济', level: 2, parent: 0 }),
      section({ outlook: 'plan', title: '2022年安排', level: 2, parent: 0 }),
    ]
    expect(yearsOfSections(sections, 2022).map(({ year }) => year)).toEqual([null, null, 2022])
  })
})
