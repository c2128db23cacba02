// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Block, PaperDocument } from '#shared/exchange/document/document'
import { DocumentView } from '../../../../renderer/features/briefing/document-view'
import { draw } from '../../app/harness'

const paper = (blocks: readonly Block[]): PaperDocument => ({
  title: '简报',
  subtitle: '瀍河回族区',
  paper: { size: 'A4', landscape: false },
  blocks,
  footer: '',
})

let ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends) await end()
  ends = []
  vi.restoreAllMocks()
})

async function drawn(blocks: readonly Block[]): Promise<HTMLElement> {
  const { element, remove } = await draw(<DocumentView document={paper(blocks)} />)
  ends.push(remove)
  return element
}

const TABLE: Block = {
  type: 'table',
  caption: '主要指标',
  unit: '单位：亿元',
  columns: [
    { width: 3, align: 'left' },
    { width: 1, align: 'right' },
    { width: 1, align: 'center' },
  ],
  head: [
    [
      { text: '指标', rows: 2 },
      { text: '瀍河', span: 2 },
    ],
    [{ text: '完成' }, { text: '位次' }],
  ],
  rows: [[{ text: '地区生产总值' }, { text: '160', tone: 'result', notes: [1, 2] }, { text: '1/2' }]],
  notes: ['预计数。', '不是全年。'],
  sources: '资料来源：某报告。',
}

describe('a document on screen', () => {
  it('has its title, paragraphs and quotes with their sources', async () => {
    const element = await drawn([
      { type: 'heading', level: 1, text: '要点' },
      { type: 'paragraph', words: [{ text: '增长' }, { text: '4.3%', bold: true, tone: 'result' }] },
      { type: 'quote', words: [{ text: '完成160亿元。' }], source: '瀍河回族区 2023年政府工作报告' },
    ])
    expect(element.querySelector('article')?.getAttribute('aria-label')).toBe('简报')
    expect([...element.querySelectorAll('h1, h2')].map((one) => one.textContent)).toEqual(['简报', '要点'])
    expect(element.querySelector('[data-tone=result] strong')?.textContent).toBe('4.3%')
    expect(element.querySelector('blockquote footer')?.textContent).toContain('2023年政府工作报告')
  })

  it('has the heads of a table where they are repeated, over their columns', async () => {
    const element = await drawn([TABLE])
    const heads = [...element.querySelectorAll('thead th')]
    expect(heads.map((head) => head.textContent)).toEqual(['指标', '瀍河', '完成', '位次'])
    expect(heads.map((head) => [head.getAttribute('rowspan'), head.getAttribute('colspan')])).toEqual([
      ['2', null],
      [null, '2'],
      [null, null],
      [null, null],
    ])
    expect(element.querySelectorAll('col')).toHaveLength(3)
  })

  it('has cells as their columns stand, notes at numbers and below, and sources', async () => {
    const element = await drawn([TABLE])
    const cells = [...element.querySelectorAll('tbody td')]
    expect(cells.map((cell) => cell.getAttribute('data-align'))).toEqual(['left', 'right', 'center'])
    expect(cells[1]?.querySelector('sup')?.textContent).toBe('1,2')
    expect([...element.querySelectorAll('ol li')].map((note) => note.textContent)).toEqual(['预计数。', '不是全年。'])
    expect(element.textContent).toContain('资料来源：某报告。')
    expect(element.textContent).toContain('单位：亿元')
  })

  it('shows a picture for as long as it is there, and says what it is', async () => {
    const made = vi.fn(() => 'blob:one')
    const gone = vi.fn()
    Object.assign(URL, { createObjectURL: made, revokeObjectURL: gone })
    const bytes = new Uint8Array([1])
    const element = await drawn([
      { type: 'picture', bytes, width: 90, height: 40, caption: '图1', alternative: '柱状图', notes: ['* 非全年'] },
    ])
    const image = element.querySelector('img')
    expect(image?.getAttribute('alt')).toBe('柱状图')
    expect(image?.getAttribute('src')).toBe('blob:one')
    expect(element.querySelector('figcaption')?.textContent).toBe('图1')
    expect(element.textContent).toContain('* 非全年')
    await Promise.all(ends.splice(0).map((end) => end()))
    expect(gone).toHaveBeenCalledWith('blob:one')
  })
})
