import { describe, expect, it } from 'vitest'
import { DISCUZ_X, PARAGRAPHS, PHPWIND, TABLES, UNKNOWN_SYSTEM, WECHAT, WORD } from './pages'
import { furnitureOf, mainText, page, textsOf } from './read'

const TITLE = '2024年涧西区政府工作报告'
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
const main = async (source: string) => linesOf(mainText(await page(source)))

describe('main text', () => {
  it('of a thread is the post of the one who began it, with what he goes on with', async () => {
    const lines = await main(DISCUZ_X)
    expect(lines.slice(0, -1)).toEqual([TITLE, ...PARAGRAPHS])
    expect(lines.at(-1)).toMatch(/^三、加强政府自身建设/)
    const around = furnitureOf(await page(DISCUZ_X))
    for (const part of [
      '老洛阳',
      '发表于 2024-2-1',
      '本帖最后由',
      '人生若只如初见',
      '楼主辛苦了',
      'Powered by Discuz!',
    ]) {
      expect(around).toContain(part)
    }
  })

  it('never holds the noise that a forum mixes in against copying', async () => {
    expect((await page(DISCUZ_X)).text).not.toContain('99%')
  })

  it.each([
    ['phpwind', PHPWIND, []],
    ['tables in tables', TABLES, [TITLE]],
    ['an unknown system', UNKNOWN_SYSTEM, [TITLE, '——2024年2月1日在涧西区第十五届人民代表大会第四次会议上']],
    ['WeChat, hidden until a script shows it', WECHAT, [TITLE]],
  ])('of %s', async (_, source, head) => {
    expect(await main(source)).toEqual([...head, ...PARAGRAPHS])
  })

  it('keeps all of the page in the order of the page', async () => {
    const { text, marks } = await page(UNKNOWN_SYSTEM)
    expect(text.indexOf('首页')).toBeLessThan(text.indexOf(TITLE))
    expect(text.indexOf('未经授权')).toBeGreaterThan(text.indexOf('主要预期目标'))
    expect(
      marks.furniture.every(
        ({ start, end }, index) => start < end && end <= (marks.furniture[index + 1]?.start ?? text.length),
      ),
    ).toBe(true)
  })

  it('of a page without running text is all of it', async () => {
    const read = await page('<ul><li><a href=a>政务公开</a><li><a href=b>政府工作报告</a></ul>')
    expect(read.marks.furniture).toEqual([])
    expect(linesOf(read.text)).toEqual(['政务公开', '政府工作报告'])
  })

  it('holds both parts of a report that stands in two elements', async () => {
    const part = (times: number) =>
      `<div>${PARAGRAPHS.map((line) => `<p>${line}</p>`)
        .join('')
        .repeat(times)}</div>`
    const menu = '<ul><li><a href=a>首页</a></ul>'
    const lines = await main(`<body>${menu}<div>${part(19)}${part(2)}</div>${menu}`)
    expect(lines).toHaveLength(21 * PARAGRAPHS.length)
  })

  it('of a page as Word writes it is all of it, with its headings, rows and notes', async () => {
    const { text, marks } = await page(WORD)
    expect(linesOf(text)).toEqual([
      '政府工作报告',
      '一、工作回顾',
      '地区生产总值完成320亿元，增长6.1%。[1]',
      '1.\u00A0\u00A0 狠抓项目',
      '指标\t目标',
      '地区生 产总值\t6.5%',
      '[1] 按可比价格计算。',
    ])
    expect(marks.headings.map(({ level }) => level)).toEqual([1, 2])
    expect(textsOf(text, marks.headings)).toEqual(['政府工作报告', '一、工作回顾'])
    expect(marks.rows).toHaveLength(2)
  })
})
