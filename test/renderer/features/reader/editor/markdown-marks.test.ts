import { describe, expect, it } from 'vitest'
import { findMarkdown } from '../../../../../renderer/features/reader/editor/markdown-marks'

describe('findMarkdown', () => {
  it.each([
    ['# 标题', ['# '], []],
    ['正文\n### 二级\t标题', ['### '], []],
    ['●**项目建设。**坚持', ['**', '**'], ['项目建设。']],
    ['**一**、**二**', ['**', '**', '**', '**'], ['一', '二']],
    ['- 聚力提质增效**  \n**坚持**', ['**', '**', '**'], ['坚持']],
    ['****', ['**', '**'], []],
    ['第#5项 C#语言 #', [], []],
    ['#无空格', [], []],
    ['3*4=12', [], []],
  ])('%j', (text, syntax, bold) => {
    const found = findMarkdown(text)
    const words = (spans: readonly { start: number; end: number }[]) =>
      spans.map(({ start, end }) => text.slice(start, end))
    expect(words(found.syntax)).toEqual(syntax)
    expect(words(found.bold)).toEqual(bold)
  })
})
