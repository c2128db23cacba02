import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mhtml } from '#shared/formats/html/mhtml'
import { readArchive } from '#shared/formats/html/mime'
import { base64, quotedPrintable } from '#shared/formats/html/transfer'
import { gbk, utf8 } from '../bytes'
import { archive, mainText } from './read'

const REPORT =
  '全年地区生产总值完成160亿元，同比增长4.3%；居民人均可支配收入增长6.5%，城镇新增就业7800人，超额完成全年目标。'
const CONTEXT = { encoding: null, resources: { pdf: () => Promise.reject(new Error()) }, progress: () => undefined }

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
const raw = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))

interface Made {
  readonly type: string
  readonly body: string
  readonly headers?: string
}

/** An archive whose characters are bytes. */
const made = (parts: readonly Made[], head = ''): Uint8Array =>
  raw(
    `From: <Saved by test>\r\n${head}MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="b-1"\r\n\r\npreamble\r\n${parts
      .map(({ type, body, headers = '' }) => `--b-1\r\nContent-Type: ${type}\r\n${headers}\r\n${body}\r\n`)
      .join('')}--b-1--\r\nepilogue`,
  )

describe('a web archive', () => {
  it('is read by the charset of its part, whatever the page says', async () => {
    const body = latin(gbk(`<meta charset=utf-8><p>${REPORT}</p>`))
    const read = await archive(made([{ type: 'text/html; charset=gb2312', body }]))
    expect(read).toMatchObject({ text: REPORT, encoding: 'gb18030', reason: { params: { label: 'gb2312' } } })
  })

  it('is read from base64', async () => {
    const body = btoa(latin(utf8(`<p>${REPORT}</p>`))).replace(/.{76}/g, '$&\r\n')
    const headers = 'Content-Transfer-Encoding: BASE64\r\nContent-Location: http://a.example/1.html\r\n'
    const read = await archive(made([{ type: 'text/html', body, headers }], 'Date: Mon, 5 Feb 2024 08:00:00 +0800\r\n'))
    expect(read.text).toBe(REPORT)
    expect(read.told).toEqual({ url: 'http://a.example/1.html', obtained: '2024-02-05' })
  })

  it('is the frame with the most main text', async () => {
    const read = await archive(
      made([
        { type: 'text/html', body: '<frameset><frame src=a><frame src=b></frameset>' },
        { type: 'text/html', body: latin(utf8('<p>目录，菜单，首页，新闻。</p>')) },
        { type: 'text/html', body: latin(utf8(`<p>${REPORT}</p>`)) },
      ]),
    )
    expect(mainText(read)).toBe(REPORT)
  })

  it('hides what its style sheets hide', async () => {
    const body = latin(utf8(`<p class=no>隐藏</p>${`<p>${REPORT}</p>`.repeat(10)}`))
    const read = await archive(
      made([
        { type: 'text/html', body },
        { type: 'text/css', body: '.no { display: none }' },
      ]),
    )
    expect(read.text).not.toContain('隐藏')
  })

  it('inside another multipart is found', () => {
    const inner =
      'Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/html\r\n\r\n<p>a\r\n--in--'
    const bytes = raw(`Content-Type: multipart/mixed; boundary=out\n\n--out\n${inner}\n--out--\n`)
    expect(readArchive(bytes).parts.map(({ type, bytes: body }) => [type, latin(body)])).toEqual([
      ['text/html', '<p>a'],
    ])
  })

  it('takes a title from its subject, whose words may be cut inside a character', async () => {
    const [first, second] = [latin(gbk('政府工作报告')).slice(0, 5), latin(gbk('政府工作报告')).slice(5)].map(btoa)
    const head = `Subject: =?gb2312?B?${first}?=\r\n =?gb2312?B?${second}?= (2024)\r\n`
    const read = await archive(made([{ type: 'text/html', body: latin(utf8(`<p>${REPORT}</p>`)) }], head))
    expect(read.told.title).toBe('政府工作报告 (2024)')
  })

  it.each([
    ['pictures alone', made([{ type: 'image/gif', body: 'GIF89a' }]), 'errors.file.noPage'],
    ['nothing', new Uint8Array(), 'errors.file.empty'],
    ['a blank page', made([{ type: 'text/html', body: '<p> </p>' }]), 'errors.file.blank'],
  ])('with %s is refused', async (_, bytes, key) => {
    expect(await mhtml.read({ name: 'a.mht', extension: 'mht', bytes }, CONTEXT)).toMatchObject({
      ok: false,
      reason: { key },
    })
  })

  it('never throws, however it is broken', async () => {
    const bytes = made([{ type: 'text/html', body: latin(utf8(`<p>${REPORT}</p>`)) }])
    const change = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(change, fc.nat(bytes.length), async (changes, cut) => {
        const broken = bytes.slice(0, cut)
        for (const [at, byte] of changes) if (at < broken.length) broken[at] = byte
        const read = await mhtml.read({ name: 'a.mht', extension: 'mht', bytes: broken }, CONTEXT)
        expect(read.ok || read.reason.key.startsWith('errors.file.')).toBe(true)
      }),
    )
  })
})

describe('transfer encodings', () => {
  it('give every byte back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(base64(raw(btoa(latin(bytes)).replace(/.{20}/g, '$&\r\n')))).toEqual(bytes)
        const quoted = [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        expect(quotedPrintable(raw(quoted.join('=\r\n')))).toEqual(bytes)
      }),
    )
  })

  it('leave alone what is not encoded', () => {
    expect(latin(quotedPrintable(raw('a=b=C4 \t=  \r\nc=')))).toBe('a=b\u00C4 \tc=')
  })
})
