import { describe, expect, it } from 'vitest'
import { bareTitle, headingOf } from '#shared/structure/headings'
import { linesOf } from '#shared/text/lines'

/** Heading of the first line of a text: its style, its title, and the words its span covers. */
function heading(text: string): [string, string, string] | null {
  const [line, ...rest] = linesOf(text)
  if (!line) return null
  const found = headingOf(
    line,
    0,
    rest.find(({ ink }) => ink !== ''),
  )
  return found && [found.style.name, found.title, text.slice(found.span.start, found.span.end)]
}

describe('headingOf', () => {
  it.each([
    ['## 2023年 砥砺奋进\n\n正文。', ['hash', '2023年 砥砺奋进', '## 2023年 砥砺奋进']],
    ['第一部分 工作回顾\n正文。', ['part', '工作回顾', '第一部分 工作回顾']],
    ['    一、2019年工作回顾\n', ['numeral', '2019年工作回顾', '一、2019年工作回顾']],
    ['(二)全力实施战略,实现新作为\n', ['bracket', '全力实施战略,实现新作为', '(二)全力实施战略,实现新作为']],
    ['3.优化环境\n', ['digit', '优化环境', '3.优化环境']],
    ['**一、2013年工作回顾**\n', ['numeral', '2013年工作回顾', '**一、2013年工作回顾**']],
    ['**2013年工作回顾**\n', ['bold', '2013年工作回顾', '**2013年工作回顾**']],
    ['●**项目建设加快推进。**坚持项目为王。', ['bullet', '项目建设加快推进', '●**项目建设加快推进。**']],
    ['**重点一 科学施策。**强力推进。', ['point', '科学施策', '**重点一 科学施策。**']],
    [
      '(一)加强政治建设,始终忠诚。把政治建设摆在首位。',
      ['bracket', '加强政治建设,始终忠诚', '(一)加强政治建设,始终忠诚。'],
    ],
    ['●打赢项目建设攻坚战\n', ['item ●', '打赢项目建设攻坚战', '●打赢项目建设攻坚战']],
    ['精彩2022\n\n正文。', ['plain', '精彩2022', '精彩2022']],
  ])('%j is one', (text, expected) => {
    expect(heading(text)).toEqual(expected)
  })

  it.each([
    '项目建设加快推进。全年实施项目139个。',
    '1.2万户群众受益',
    '挑战赛现场 孙小蕊摄\n正文。',
    '——2020年5月22日\n正文。',
    '实现上述目标,\n正文。',
    '最后一行没有正文',
    `(一)${'很长的一段没有句号的文字'.repeat(8)}`,
    '',
  ])('%j is none', (text) => {
    expect(heading(text)).toBeNull()
  })
})

describe('bareTitle', () => {
  it('drops marks, numbers and the stop at the end', () => {
    expect(bareTitle('- **(一)加快推进。**')).toBe('加快推进')
  })
})
