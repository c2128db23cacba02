// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codedHtml } from '#shared/exchange/coded-html/coded-html'
import { segmentsOf } from '#shared/exchange/coded-html/segments'
import { annotationOf, codeOf, hashOf, reportOf, sourceOf, statementOf } from '../content'

const words = { language: 'zh-CN', indicatorName: (id: string) => (id === 'gdp' ? '地区生产总值' : '') } as const
const hash = hashOf(1)
const [A, B] = ['f47ac10b-58cc-4372-a567-0e02b2c3d479', '9c5b94b1-35ad-49bb-b118-8e8fc24abf81']
const codes = [
  codeOf(A, { name: '<经济>', color: '#0072b2', definition: '总量' }),
  codeOf(B, { name: '项目', color: '#e69f00' }),
]

function page(
  text: string,
  parts: {
    annotations?: ReturnType<typeof annotationOf>[]
    statements?: ReturnType<typeof statementOf>[]
    span?: [number, number]
  } = {},
) {
  const report = reportOf(hash, text, 0, ...(parts.span ?? [0, text.length]))
  const bytes = codedHtml(
    {
      project: '课题',
      content: { source: sourceOf(hash), text, annotations: parts.annotations ?? [] },
      report: { report, sections: [], statements: parts.statements ?? [], matters: [] },
      codes,
      memos: [
        {
          id: A,
          subject: { type: 'report', id: report.id },
          text: `见[[code:${A}|经济]]`,
          author: '王芳',
          updatedAt: '',
        },
      ],
    },
    words,
  )
  const html = new TextDecoder().decode(bytes)
  return { html, document: new DOMParser().parseFromString(html, 'text/html') }
}

const article = (document: Document): string => {
  const text = document.querySelector('article')?.cloneNode(true) as Element
  for (const mark of text.querySelectorAll('sup')) mark.remove()
  return text.textContent
}

describe('a coded report as HTML', () => {
  it('has the text as it is, whatever it holds, and nothing that runs or loads', () => {
    const text = '<script>alert(1)</script> & "引号" <img src=x onerror=y> 𠮷\n第二行'
    const { html, document } = page(text, {
      annotations: [annotationOf(hash, text, [3, 30], { codes: [A], memo: '<b>备忘</b> javascript:alert(1)' })],
    })
    expect(article(document)).toBe(text)
    expect(document.querySelectorAll('script, img, link, iframe, object, [onerror], [src]')).toHaveLength(0)
    expect([...document.querySelectorAll('a')].every((link) => link.getAttribute('href')?.startsWith('#'))).toBe(true)
    expect(html).not.toMatch(/https?:|url\(|@import/)
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'")
    expect(document.querySelector('.notes .memo')?.textContent).toBe('<b>备忘</b> javascript:alert(1)')
  })

  it('tells overlapping codes apart', () => {
    const text = '一二三四五六'
    const { document } = page(text, {
      annotations: [
        annotationOf(hash, text, [0, 4], { id: A, codes: [A] }),
        annotationOf(hash, text, [2, 6], { id: B, codes: [B] }),
      ],
    })
    const marks = [...document.querySelectorAll('article .mark')]
    expect(marks.map((mark) => [mark.textContent, mark.getAttribute('title')])).toEqual([
      ['一二', '<经济>'],
      ['三四', '<经济> · 项目'],
      ['五六', '项目'],
    ])
    expect(marks[1]?.getAttribute('style')).toMatch(
      /linear-gradient\(#0072b2.*linear-gradient\(#e69f00.*padding-bottom:6px/,
    )
    expect([...document.querySelectorAll('.codes li')].map((row) => row.textContent)).toEqual([
      '<经济> 1 处总量',
      '项目 1 处',
      '报告备忘 — 王芳见经济',
    ])
  })

  it('underlines statements and lists them with their fields; rejected ones not', () => {
    const text = '生产总值160亿元，增长8%左右，下降3%'
    const { document } = page(text, {
      statements: [
        statementOf(text, '8%', { role: 'target', status: 'suggested', comparator: 'approx', year: '2023' }),
        statementOf(text, '160亿元'),
        statementOf(text, '3%', { status: 'rejected' }),
      ],
    })
    expect([...document.querySelectorAll('article .mark')].map((mark) => [mark.className, mark.textContent])).toEqual([
      ['mark actual accepted', '160亿元'],
      ['mark target suggested', '8%'],
    ])
    const rows = [...document.querySelectorAll('tr')]
    expect(rows).toHaveLength(2)
    expect(rows[0]?.textContent).toContain('地区生产总值')
    for (const link of document.querySelectorAll('td a'))
      expect(document.querySelector(link.getAttribute('href') ?? '')).not.toBeNull()
  })

  it('writes the report alone, with what reaches into it', () => {
    const text = '前言报告正文后语'
    const { document } = page(text, {
      span: [2, 6],
      annotations: [
        annotationOf(hash, text, [0, 4], { codes: [A] }),
        annotationOf(hash, text, [6, 8], { id: B, codes: [B] }),
      ],
    })
    expect(article(document)).toBe('报告正文')
    expect([...document.querySelectorAll('.mark')].map((mark) => mark.textContent)).toEqual(['报告'])
  })
})

describe('segmentsOf', () => {
  it('covers the stretch without gap, each piece with just the marks over it', () => {
    const mark = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    fc.assert(
      fc.property(mark, fc.array(mark, { maxLength: 8 }), (span, marks) => {
        const segments = segmentsOf(span, marks)
        let at = span.start
        for (const { start, end, marks: over } of segments) {
          expect(start).toBe(at)
          expect(end).toBeGreaterThan(start)
          at = end
          const wanted = marks.filter((one) => one.start <= start && one.end >= end && one.end > one.start)
          expect(new Set(over)).toEqual(new Set(wanted))
        }
        expect(at).toBe(span.end)
      }),
    )
  })
})
