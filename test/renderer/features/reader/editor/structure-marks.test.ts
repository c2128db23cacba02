import { describe, expect, it } from 'vitest'
import {
  buildStructure,
  hiddenCharacters,
  soundJoins,
} from '../../../../../renderer/features/reader/editor/structure-marks'

describe('hiddenCharacters', () => {
  it('hides the mark of the byte order and the CR of a CR LF, and breaks the line at a lone CR', () => {
    expect(hiddenCharacters('\ufeff一\r\n二\r三')).toEqual([
      { offset: 0, breaks: false },
      { offset: 2, breaks: false },
      { offset: 5, breaks: true },
    ])
  })
})

describe('soundJoins', () => {
  it('drops joins that are empty, overlap or reach past the text', () => {
    const joins = [
      { start: 8, end: 9 },
      { start: 2, end: 4 },
      { start: 3, end: 5 },
      { start: 6, end: 6 },
      { start: 9, end: 30 },
    ]
    expect(soundJoins(joins, 10)).toEqual([
      { start: 2, end: 4 },
      { start: 8, end: 9 },
    ])
  })
})

describe('buildStructure', () => {
  const text = '报头\n报告正文\r\n接着写\n别的'
  const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
  const built = buildStructure(text, {
    stretches: [
      { start: 0, end: 3, kind: 'furniture', label: '版面' },
      { start: 3, end: 13, kind: 'report', label: '报告' },
      { start: 13, end: text.length, kind: 'article', label: '其他' },
    ],
    headings: [{ ...at('报告'), level: 7 }],
    joins: [at('\r\n')],
  })
  const found: string[] = []
  built.decorations.between(0, text.length, (from, to, { spec }) => {
    found.push(`${from}-${to} ${spec.class ?? (spec.widget ? `label ${spec.block}` : 'hidden')}`)
  })

  it('labels each stretch at its border, dims what is no report, sets headings off', () => {
    expect(found).toEqual([
      '0-0 label true',
      '0-3 db-dimmed',
      '3-3 label true',
      '3-5 db-heading db-heading-3',
      '7-9 hidden',
      '13-13 label true',
      '13-15 db-dimmed',
    ])
  })

  it('lets the caret step over a join as over one character', () => {
    const hidden: [number, number][] = []
    built.hidden.between(0, text.length, (from, to) => void hidden.push([from, to]))
    expect(hidden).toEqual([[7, 9]])
  })

  it('labels nothing in a text that is all one report', () => {
    const whole = buildStructure(text, {
      stretches: [{ start: 0, end: text.length, kind: 'report', label: '报告' }],
      headings: [],
      joins: [],
    })
    const blocks: number[] = []
    whole.decorations.between(0, text.length, (from, _to, { spec }) => {
      if (spec.block) blocks.push(from)
    })
    expect(blocks).toEqual([])
  })
})
