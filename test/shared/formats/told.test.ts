import { describe, expect, it } from 'vitest'
import { readFormat } from '#shared/formats/read'
import { toldInFrontMatter } from '#shared/formats/told'
import { NO_MARKS } from '#shared/model/marks'
import { FORMAT_RESOURCES } from '../../../electron/cli/format-resources'
import { utf8 } from './bytes'

describe('toldInFrontMatter', () => {
  it.each(['\n', '\r\n', '\r'])('reads title, origin, day, page and address with lines ended by %j', (end) => {
    const lines = [
      '---',
      'title: "政府工作报告"',
      'source: https://www.a.gov.cn/1.html',
      '来源：人民日报',
      'date: 2024-01-26',
      '版次: 3',
      '---',
      '正文',
    ]
    expect(toldInFrontMatter(lines.join(end))).toEqual({
      title: '政府工作报告',
      url: 'https://www.a.gov.cn/1.html',
      origin: '人民日报',
      published: '2024-01-26',
      page: '3',
    })
  })

  it.each([
    ['no front matter', 'title: 报告\n正文'],
    ['front matter that never ends', '---\ntitle: 报告\n正文'],
    ['a rule further down', '正文\n---\ntitle: 报告\n---\n'],
    ['empty values', '---\ntitle:\nsource: \n---\n'],
  ])('reads nothing from %s', (_, text) => {
    expect(toldInFrontMatter(text)).toEqual({})
  })

  it('leaves the text as it is', async () => {
    const text = '\uFEFF---\ntitle: 报告\n---\n增长５％&nbsp;\\r\\n\n'
    expect(await readFormat('a.txt', utf8(text), { resources: FORMAT_RESOURCES })).toMatchObject({
      text,
      told: { title: '报告' },
      marks: NO_MARKS,
    })
  })
})
