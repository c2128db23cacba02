import { describe, expect, it } from 'vitest'
import { Flow } from '#shared/formats/office/flow'

/** Cells of rows: a string is a paragraph, a list of rows a table inside. */
type Cell = readonly (string | Rows)[]
type Rows = readonly (readonly Cell[])[]

function write(flow: Flow, rows: Rows): void {
  for (const cells of rows) {
    flow.startRow()
    for (const cell of cells) {
      flow.startCell()
      for (const each of cell) {
        if (typeof each === 'string') {
          flow.text(each)
          flow.endParagraph()
        } else write(flow, each)
      }
      flow.endCell()
    }
    flow.endRow()
  }
}

function tableOf(rows: Rows) {
  const flow = new Flow()
  write(flow, rows)
  const { text, rows: spans } = flow.finish()
  return { text, rows: spans.map(({ start, end }) => text.slice(start, end)) }
}

describe('tables', () => {
  it('are a line a row, what stands in a cell parted by a space', () => {
    const { text, rows } = tableOf([
      [['甲'], ['乙', '丙']],
      [[[[['丁'], ['戊']]]], ['']],
    ])
    expect(text).toBe('甲\t乙 丙\n丁 戊\t\n')
    expect(rows).toEqual(['甲\t乙 丙', '丁 戊\t'])
  })

  it('are not marked where there is nothing in them', () => {
    expect(tableOf([[['']], [['a'], ['b']]])).toEqual({ text: '\na\tb\n', rows: ['a\tb'] })
  })

  it('of one cell around a text are no tables', () => {
    const { text, rows } = tableOf([[['甲', '乙', [[['丙'], ['丁']]]]]])
    expect(text).toBe('甲\n乙\n丙\t丁\n')
    expect(rows).toEqual(['丙\t丁'])
  })

  it('with a whole text in one of their cells are no tables', () => {
    const paragraphs = Array.from({ length: 21 }, (_, index) => `第${index}段`)
    expect(tableOf([[['栏目'], paragraphs]]).text).toBe(`栏目\n${paragraphs.join('\n')}\n`)
    expect(tableOf([[['栏目'], paragraphs.slice(1)]]).rows).toHaveLength(1)
  })

  it('may nest as deep as a parser lets them', () => {
    let rows: Rows = [[['甲'.repeat(100_000)], ['乙']]]
    for (let depth = 0; depth < 500; depth++) rows = [[[rows], ['丙']]]
    expect(tableOf(rows).text.startsWith('甲')).toBe(true)
  })
})

describe('what is left open', () => {
  it('is closed at the end', () => {
    const flow = new Flow()
    flow.text('文')
    flow.endParagraph()
    flow.startRow()
    flow.startCell()
    flow.text('格')
    flow.startBox()
    flow.text('框')
    flow.startNote()
    flow.text('注')
    expect(flow.finish().text).toBe('文\n格\n框\n注\n')
  })

  it('does not close what it is not', () => {
    const flow = new Flow()
    flow.text('文')
    flow.endCell()
    flow.endRow()
    flow.endBox()
    flow.endNote('footnote')
    expect(flow.finish().text).toBe('文\n')
  })
})

describe('headings', () => {
  it('are marked with their label, empty ones are not', () => {
    const flow = new Flow()
    flow.text('工作回顾')
    flow.endParagraph({ label: '一、', level: 1 })
    flow.endParagraph({ level: 1 })
    const { text, headings } = flow.finish()
    expect(headings.map(({ start, end }) => text.slice(start, end))).toEqual(['一、工作回顾'])
  })
})
