import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { archive, furnitureOf, mainText, page, squeezed, textsOf } from './read'

const FILES = 'test/fixtures/files/web'
const bytes = (name: string) => readFileSync(`${FILES}/${name}`)
const expected = (name: string) => squeezed(bytes(`${name}.expected.txt`).toString('utf8'))
const furniture = (name: string) => bytes(`${name}.furniture.txt`).toString('utf8').trim().split('\n')

describe('pages made from the seeds', () => {
  it.each([
    ['forum.html', 'forum', 'gb18030', 'declared'],
    ['government.html', 'government', 'utf-8', 'declared'],
    ['table.html', 'table', 'utf-8', 'declared'],
    ['no-charset.htm', 'charset', 'gb18030', 'plausible'],
    ['meta-says-utf8.html', 'charset', 'gb18030', 'misdeclared'],
    ['bom-meta-says-gbk.html', 'charset', 'utf-8', 'mark'],
    ['utf16-meta-says-gbk.html', 'charset', 'utf-16le', 'mark'],
  ])('%s gives the text of %s in %s', async (file, name, encoding, why) => {
    const read = await page(bytes(file))
    expect(read).toMatchObject({ encoding, reason: { key: `reasons.encoding.${why}` }, remarks: [] })
    expect(squeezed(mainText(read))).toBe(expected(name))
  })

  it.each([
    ['explorer.mht', 'forum', 'gb18030'],
    ['government.mhtml', 'government', 'utf-8'],
  ])('%s gives the text of %s in %s', async (file, name, encoding) => {
    const read = await archive(bytes(file))
    expect(read.encoding).toBe(encoding)
    expect(squeezed(mainText(read))).toBe(expected(name))
  })

  it.each(['forum', 'government'])('marks the furniture of %s', async (name) => {
    const marked = squeezed(furnitureOf(await page(bytes(`${name}.html`))))
    for (const line of furniture(name)) expect(marked).toContain(squeezed(line))
  })

  it('marks the headline and the rows of a table', async () => {
    const { text, marks } = await page(bytes('government.html'))
    expect(textsOf(text, marks.headings)).toEqual(['2024年西工区政府工作报告'])
    expect(textsOf(text, marks.rows)).toEqual(['指标\t目标', '地区生产总值\t增长6.5%', '城镇新增就业\t7800人以上'])
  })

  it('takes from the head of a page and of an archive what they tell', async () => {
    expect((await page(bytes('government.html'))).told).toEqual({
      title: '2024年西工区政府工作报告',
      origin: '区政府办公室',
      published: '2024-01-26 09:30',
    })
    expect((await archive(bytes('explorer.mht'))).told).toEqual({
      title: '2020年洛阳市西工区政府工作报告 - 政务资料 - 区域数据论坛',
      url: 'http://bbs.example.invalid/thread-1.html',
      obtained: '2020-07-14',
    })
    expect((await archive(bytes('government.mhtml'))).told).toMatchObject({
      url: 'http://www.xigong.example/2024/t20240126_1.html',
      published: '2024-01-26 09:30',
    })
  })
})
