import { describe, expect, it } from 'vitest'
import { page } from './read'

const told = async (source: string) => (await page(`${source}<body>正文`)).told

describe('what a page tells of itself', () => {
  it('prefers what government sites must name to what search engines read', async () => {
    expect(
      await told(`<title>报告_某网</title><meta name=ArticleTitle content=" 政府工作报告 "><meta property="og:title" content=x>
        <meta name=contentsource content=区政府><meta name=SiteName content=某网><meta name=PubDate content="2024-01-26">
        <meta name=Url content="https://www.a.gov.cn/1.html">`),
    ).toEqual({ title: '政府工作报告', origin: '区政府', published: '2024-01-26', url: 'https://www.a.gov.cn/1.html' })
  })

  it('takes the title of the window, the canonical address and the site where nothing else is', async () => {
    expect(
      await told(`<title> 政府
        工作报告 </title><meta property=og:site_name content=某网><link rel=canonical href="https://a.cn/1">`),
    ).toEqual({ title: '政府 工作报告', origin: '某网', url: 'https://a.cn/1' })
  })

  it('believes the address that a browser wrote when it saved the page', async () => {
    const source =
      '<!DOCTYPE html>\n<!-- saved from url=(0028)http://www.a.gov.cn/2.html -->\n<html><meta name=url content="http://b/">'
    expect(await told(source)).toEqual({ url: 'http://www.a.gov.cn/2.html' })
  })

  it('takes no address that is none', async () => {
    expect(await told('<meta name=url content="javascript:alert(1)"><link rel=canonical href="/a">')).toEqual({})
  })
})
