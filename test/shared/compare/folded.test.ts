import { describe, expect, it } from 'vitest'
import { foldedSentences } from '#shared/compare/folded'
import { formulaic } from '#shared/compare/formulae'

const fold = (text: string, joins: { start: number; end: number }[] = []) =>
  foldedSentences({ text, span: { start: 0, end: text.length }, joins }).map(({ words, numbers }) => [
    words,
    ...numbers,
  ])

describe('a sentence as it is compared', () => {
  it.each([
    ['完成投资1,200.5亿元，增长８％。', ['完成投资#元增长#', '1200.5亿', '8%']],
    ['二〇二三年，第十四届运动会。', ['#年#届运动会', '二〇二三', '第十四']],
    ['办好十件实事。', ['办好#件实事', '十']],
    ['扎实推进“一带一路”建设。', ['扎实推进一带一路建设']],
    ['GDP增长6%', ['gdp增长#', '6%']],
    ['(三)加快發展', ['加快发展']],
    ['1.加快发展', ['加快发展']],
    ['1.5万人就业', ['#人就业', '1.5万']],
    ['三是加快发展', ['加快发展']],
    ['加快&nbsp;发展', ['加快发展']],
  ])('%s', (text, folded) => {
    expect(fold(text)).toEqual([folded])
  })

  it('leaves out the breaks of a scan, also those in a number', () => {
    expect(
      fold('新建公\n路', [{ start: 3, end: 4 }])
        .flat()
        .join(''),
    ).toBe('新建公路')
  })

  it('knows where each of its units stands', () => {
    const text = '前文。　增长1,000亿元！'
    const [, sentence] = foldedSentences({ text, span: { start: 0, end: text.length }, joins: [] })
    const units = sentence?.starts.map((start, at) => text.slice(start, sentence.ends[at]))
    expect(units).toEqual(['增', '长', '1,000亿', '元'])
  })

  it('cuts a sentence that does not end at its commas', () => {
    const text = '推进城市更新，'.repeat(200)
    const parts = foldedSentences({ text, span: { start: 0, end: text.length }, joins: [] })
    expect(parts.length).toBeGreaterThan(3)
    expect(parts.every(({ words }) => words.length <= 400 && words.startsWith('推进'))).toBe(true)
    expect(parts.map(({ words }) => words).join('')).toBe('推进城市更新'.repeat(200))
  })
})

describe('what nearly every report has', () => {
  const own = (words: string): number => formulaic(words).filter((mark) => mark === 0).length

  it.each([
    '坚持稳中求进工作总基调全面贯彻新发展理念',
    '在此我代表市人民政府向全市人民表示衷心的感谢',
    '#年#月#日在洛阳市#届人民代表大会#次会议上',
    '这是市委坚强领导的结果',
    '洛阳市政府工作报告#年#月#日徐衣显',
  ])('%s', (words) => {
    expect(own(words)).toBeLessThan(6)
  })

  it.each(['新建改造农村公路#公里以上', '坚持稳中求进工作总基调加快建设先进制造业基地', '社会消费品零售额增长#'])(
    'but not %s',
    (words) => {
      expect(own(words)).toBeGreaterThanOrEqual(6)
    },
  )
})
