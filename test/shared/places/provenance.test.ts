import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provenanceOf } from '#shared/places/provenance'

const of = (text: string) => provenanceOf(text, 0, text.length)

describe('provenanceOf', () => {
  it.each([
    ['来源：洛阳日报', { origin: '洛阳日报' }],
    [
      '来源: 区政府办公室 发布时间: 2023-02-10 09:12 浏览次数: 12',
      { origin: '区政府办公室', published: '2023-02-10 09:12' },
    ],
    ['【信息来源：市政府网】【发布日期：2023年2月10日】', { origin: '市政府网', published: '2023年2月10日' }],
    ['发表于 2023-3-1 10:22:11 | 只看该作者', { published: '2023-3-1 10:22:11' }],
    ['2023年4月9日 第A03版', { page: '第A03版' }],
    ['版次：03版', { page: '03版' }],
    ['（原载于《工人日报》2023年4月9日01版）', { origin: '工人日报', published: '2023年4月9日', page: '01版' }],
    ['source: https://www.example.gov.cn/2023/t1.html', { url: 'https://www.example.gov.cn/2023/t1.html' }],
    ['原文链接：https://example.gov.cn/a?b=1，请核对', { url: 'https://example.gov.cn/a?b=1' }],
    ['https://example.gov.cn/', { url: 'https://example.gov.cn/' }],
    ['访问日期：2024-05-06', { obtained: '2024-05-06' }],
  ])('reads %s', (line, told) => {
    expect(of(`${line}\n政府工作报告\n各位代表：`)).toEqual(told)
  })

  it('takes nothing from running text', () => {
    expect(of('财政收入的主要来源：税收占八成。我们拓宽收入来源，加快发展。')).toEqual({})
    expect(of('')).toEqual({})
  })

  it('looks before the report, at its ends and after it, but not far away', () => {
    const far = `来源：远方日报\n${'字'.repeat(100)}\n`.padEnd(4000, '长行文字。')
    const text = `${far}\n来源：洛阳日报\n政府工作报告`
    expect(provenanceOf(text, text.length - 6, text.length)).toEqual({ origin: '洛阳日报' })
  })

  it('never gives what the text does not have', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (noise) => {
        for (const value of Object.values(of(`来源：${noise}`))) expect(`来源：${noise}`).toContain(value)
      }),
    )
  })
})
