import { describe, expect, it } from 'vitest'
import { declaredInHead } from '#shared/formats/html/charset'
import { big5, gbk, utf8 } from '../bytes'
import { TRADITIONAL } from '../traditional'
import { mainText, page } from './read'

const LINE = '全年地区生产总值完成160亿元，同比增长4.3%。'

describe('declaredInHead', () => {
  it.each([
    ['<meta charset=gbk>', 'gbk', 'gb18030'],
    ['<META http-equiv=Content-Type content="text/html; charset=GB2312">', 'GB2312', 'gb18030'],
    ["<meta content='text/html;charset=big5' http-equiv='content-type'/>", 'big5', 'big5'],
    ['<?xml version="1.0" encoding="UTF-8"?><html>', 'UTF-8', 'utf-8'],
    ['<meta charset="shift_jis">', 'shift_jis', null],
  ])('of %s is %s', (source, label, encoding) => {
    expect(declaredInHead(utf8(source))).toEqual({ label, encoding })
  })

  it('is none in a comment and in a page that says nothing', () => {
    expect(declaredInHead(utf8('<!-- <meta charset=gbk> --><p>charset=utf-8</p>'))).toBeNull()
  })
})

describe('the encoding of a page', () => {
  it.each([
    ['gb2312', utf8, LINE, 'utf-8', 'misdeclared'],
    ['utf-8', gbk, LINE, 'gb18030', 'misdeclared'],
    ['gb2312', gbk, `${LINE}瀍𠮷€`, 'gb18030', 'declared'],
    ['big5', big5, TRADITIONAL, 'big5', 'declared'],
    ['gb2312', big5, TRADITIONAL, 'big5', 'misdeclared'],
    ['windows-31j', gbk, LINE, 'gb18030', 'misdeclared'],
    ['gb2312', utf8, 'GDP 160, +4.3%', 'utf-8', 'declared'],
  ])('that says %s', async (label, encode, text, encoding, why) => {
    const read = await page(encode(`<meta charset=${label}><pre>${text}</pre>`))
    expect(read).toMatchObject({ encoding, reason: { key: `reasons.encoding.${why}`, params: { label } } })
    expect(mainText(read)).toBe(text.trim())
  })

  it('gives the same text whatever it is', async () => {
    const source = `<p>${LINE}</p><p>瀍河区 𠮷 😀 &#x700D; ５％</p>`
    expect((await page(gbk(source))).text).toBe((await page(utf8(source))).text)
  })
})
