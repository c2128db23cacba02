import { expect, it } from 'vitest'
import { decodeBytes } from '#shared/formats/decode'
import { html } from '#shared/formats/html/html'
import { big5, gbk, utf8, utf16 } from '../../shared/formats/bytes'
import { DIGESTS, digestOf, everyCode } from '../../shared/formats/every-code'
import { TRADITIONAL } from '../../shared/formats/traditional'

const TEXT = '瀍河区𠮷😀\r\n全年地区生产总值完成160亿元，同比增长４.3％。\r&nbsp;\\r\\n\n'

// What these hold in Node is held by test/shared/formats.
it.each(['gb18030', 'big5'] as const)('every code of %s means in Chromium what it means in Node', async (encoding) => {
  expect(await digestOf(everyCode(encoding), encoding)).toBe(DIGESTS[encoding])
})

it.each([
  ['utf-8', utf8(TEXT), TEXT],
  ['gb18030', gbk(TEXT), TEXT],
  ['utf-16le', utf16(TEXT, 'le'), TEXT],
  ['utf-16be', utf16(TEXT, 'be'), TEXT],
  ['big5', big5(TRADITIONAL), TRADITIONAL],
] as const)('%s gives the same characters at the same offsets', (encoding, bytes, text) => {
  expect(decodeBytes(bytes)).toMatchObject({ ok: true, encoding, text, remarks: [] })
})

it('reads a page without the parser of the browser', async () => {
  const bytes = gbk('<meta charset=gb2312><table><tr><th>指标<th>目标<tr><td>生产总值<td>6.5%</table>')
  const resources = { pdf: () => Promise.reject(new Error('not asked for')) }
  const read = await html.read(
    { name: 'a', extension: '', bytes },
    { encoding: null, resources, progress: () => undefined },
  )
  expect(read).toMatchObject({ ok: true, encoding: 'gb18030', text: '指标\t目标\n生产总值\t6.5%' })
})
