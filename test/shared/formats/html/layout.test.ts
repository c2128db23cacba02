import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { page, refusal, squeezed, textsOf } from './read'

const text = async (source: string) => (await page(source)).text

describe('white space', () => {
  it.each([
    ['地区\n生产\r\n  总值', '地区生产总值'],
    ['地区生产总值\n增长6.5%', '地区生产总值增长6.5%'],
    ['增长\n6.5%', '增长 6.5%'],
    ['张 三', '张 三'],
    ['GDP\n  growth', 'GDP growth'],
    ['<b>经济 </b> <i> 运行</i>', '经济 运行'],
    ['<span>经济\n</span>\n<span>运行</span>', '经济运行'],
    ['　　经济&nbsp;&nbsp;运行&emsp;平稳', '　　经济\u00A0\u00A0运行\u2003平稳'],
    ['𠮷\n瀍', '𠮷瀍'],
    ['经济<!-- \n -->\n运行', '经济运行'],
  ])('of %j gives %j', async (source, expected) => {
    expect(await text(`<p>${source}</p>`)).toBe(expected)
  })

  it('is kept where the page says so', async () => {
    expect(await text('<pre>\n一  \n\n　二\t三</pre>')).toBe('一  \n\n　二\t三')
    expect(await text('<div style="white-space: pre-wrap">一\n  二</div>')).toBe('一\n  二')
  })
})

describe('lines', () => {
  it.each([
    ['<p>一</p><p>二</p>', '一\n\n二'],
    ['<div>一</div><div>二</div>', '一\n二'],
    ['一<br>二<br><br>三', '一\n二\n\n三'],
    ['<p>一</p><p>&nbsp;</p><p> </p><p>二</p>', '一\n\n二'],
    ['<div>一<div>二</div>三</div>', '一\n二\n三'],
    ['<span>一</span><span>二</span>', '一二'],
    ['<center>一</center><hr>二', '一\n二'],
  ])('of %s are %j', async (source, expected) => {
    expect(await text(source)).toBe(expected)
  })
})

describe('lists', () => {
  it.each([
    ['<ol><li>甲<li>乙</ol>', '1. 甲\n2. 乙'],
    ['<ol start=3 type=a><li>甲<li value=27>乙<li>丙</ol>', 'c. 甲\naa. 乙\nab. 丙'],
    ['<ol type=I><li value=1999>甲</ol>', 'MCMXCIX. 甲'],
    ['<ol><li><p>甲</p></li><li><ul><li>乙</ul></li></ol>', '1. 甲\n\n2. 乙'],
    ['<ol><li>一、甲<li>（二）乙<li>3.丙</ol>', '一、甲\n（二）乙\n3.丙'],
    ['<ol style="list-style: none"><li>甲</ol>', '甲'],
    ['<ul><li>甲<li>乙</ul>', '甲\n乙'],
    ['<ol><li></li><li>甲</ol>', '2. 甲'],
  ])('%s read as %j', async (source, expected) => {
    expect(await text(source)).toBe(expected)
  })
})

describe('tables', () => {
  it('of data are rows, also where cells reach over several', async () => {
    const source = `<table border=1><tr><td rowspan=2>经济<td>生产总值<td>6.5%<tr><td>投资<td>11%<tr><td colspan=2>合计<td>2项</table>`
    const read = await page(source)
    const rows = ['经济\t生产总值\t6.5%', '\t投资\t11%', '合计\t\t2项']
    expect(read.text).toBe(rows.join('\n'))
    expect(textsOf(read.text, read.marks.rows)).toEqual(rows)
  })

  it.each([
    ['of one row', '<table><tr><td>甲<td>乙</table>'],
    ['of one column', '<table><tr><td>甲<tr><td>乙</table>'],
    ['around a table', '<table><tr><td>甲<td><table><tr><td>乙</table><tr></table>'],
    ['that is for looks', '<table role=presentation><tr><td>甲<td>乙<tr></table>'],
  ])('%s are lines', async (_, source) => {
    const read = await page(source)
    expect(read.text.split(/\n+/)).toEqual(['甲', '乙'])
    expect(read.marks.rows).toEqual([])
  })

  it('with columns of running text are lines', async () => {
    const long = '经济运行总体平稳，'.repeat(60)
    const read = await page(`<table><tr><td>菜单<td>${long}<tr><td>更多<td>${long}</table>`)
    expect(read.text).toBe(`菜单\n${long}\n更多\n${long}`)
  })

  it('of projects with one long column are rows', async () => {
    const rows = [1, 2, 3].map((number) => `<tr><td>${number}<td>某项目<td>${'新建道路，'.repeat(100)}<td>区住建局`)
    expect((await page(`<table>${rows.join('')}</table>`)).marks.rows).toHaveLength(3)
  })
})

describe('what is not shown', () => {
  it.each([
    ['scripts and styles', '<script>写</script><style>p{}</style><noscript>没有</noscript><template>模板</template>'],
    ['comments', '<!-- 注释 --><![if !vml]><!--[if gte mso 9]><xml>甲</xml><![endif]--><![endif]>'],
    ['hidden elements', '<p hidden>甲</p><p style="DISPLAY : none">甲</p><i style="font-size:0;color:#fff">甲</i>'],
    [
      'what a style sheet hides',
      '<style>@media print { p { x } } /* .b{} */ .a, p#b { color: red; display:none }</style><p class="x a">甲</p><p id=b>乙</p>',
    ],
    ['controls', '<select><option>甲</select><textarea>乙</textarea><button>丙</button>'],
    ['readings above characters', '<ruby><rp>(</rp><rt>chán</rt><rp>)</rp></ruby>'],
    ['pictures and frames', '<img alt=图><iframe>甲</iframe><svg><text>乙</text></svg>'],
  ])('leaves out %s', async (_, source) => {
    expect(await text(`<p>前${source}</p><p>${'后面的正文，'.repeat(100)}</p>`)).toBe(
      `前\n\n${'后面的正文，'.repeat(100)}`,
    )
  })

  it('leaves in what a style sheet hides on paper only', async () => {
    expect(await text('<style>@media print { .a { display:none } }</style><p class=a>甲')).toBe('甲')
  })
})

describe('limits', () => {
  it('reads what is nested ten thousand deep, and refuses what no page is', async () => {
    expect(await text(`${'<div>'.repeat(10_000)}正文`)).toBe('正文')
    expect(await text(`${'<table><tr><td>'.repeat(3_000)}正文`)).toBe('正文')
    expect(await refusal('<div>'.repeat(100_000))).toBe('errors.file.tooDeep')
  })

  it('draws no row out to more columns than tables have', async () => {
    const { text: row } = await page(`<table><tr>${'<th colspan=100 rowspan=9999>甲'.repeat(200)}<tr><td>乙</table>`)
    expect(row.length).toBeLessThan(3_000)
  })

  it('says that a page is blank', async () => {
    expect(await refusal('<html><body><p>&nbsp;</p><script>x</script>')).toBe('errors.file.blank')
  })

  it('never throws, and gives every visible character of a page once and in order', async () => {
    const tags = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<b>',
      '</b>',
      '<td>',
      '<table>',
      '</table>',
      '<tr>',
      '<li>',
      '<ol>',
      '<br>',
      '</',
      '<a href=x>',
      '<h2>',
      '<th>',
      '<!--x-->',
    )
    const letters = fc.constantFrom('甲', '乙。', '丙，', '𠮷', 'a ', '&amp;')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(tags, letters), { minLength: 1, maxLength: 40 }), async (parts) => {
        const source = `<!doctype html><body>首${parts.join('')}`
        const { text: shown, marks } = await page(source)
        const wanted = [...squeezed(parts.filter((part) => !part.startsWith('<')).join('')).replaceAll('&amp;', '&')]
        // Parsers put what stands loose in a table before it, lists add numbers, and `</` opens a comment of the letter behind it.
        if (!parts.some((part) => /table|t[drh]|<ol|<li|^<\/$/.test(part)))
          expect([...squeezed(shown)].slice(1)).toEqual(wanted)
        for (const { start, end } of [...marks.headings, ...marks.rows, ...marks.furniture]) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(shown.length)
        }
      }),
    )
  })
})
