import { describe, expect, it } from 'vitest'
import { extensionOf } from '#shared/formats/format'
import { readFormat } from '#shared/formats/read'
import { FORMAT_RESOURCES } from '../../../electron/cli/format-resources'
import { utf8 } from './bytes'

const read = (name: string, bytes: Uint8Array) => readFormat(name, bytes, { resources: FORMAT_RESOURCES })

describe('readFormat', () => {
  it.each([
    ['报告.txt', '# 标题\n\n正文。\n\n## 小标题\n', 'txt'],
    ['报告.MD', '正文。', 'md'],
    ['报告.markdown', '正文。', 'md'],
    ['报告', '正文。', 'txt'],
    ['报告', '---\ntitle: 政府工作报告\n---\n正文。', 'md'],
    ['报告', '# 标题\n\n正文。\n\n## 小标题\n', 'md'],
    ['第1.2稿', '正文。', 'txt'],
    ['data.log', '正文。', 'txt'],
  ])('reads %s with %j as %s', async (name, text, format) => {
    expect(await read(name, utf8(text))).toMatchObject({ ok: true, format, text, encoding: 'utf-8' })
  })

  it.each([
    ['报告.html', '<p>正文。', 'html'],
    ['报告.htm', '正文。', 'html'],
    ['报告.shtml', '<p>正文。', 'html'],
    ['报告.doc', '<html><body>正文。', 'html'],
    ['报告.xls', '\n<!-- saved from url=(0009)http://a/ --><!-- b -->\n<HTML>正文。', 'html'],
    ['报告.txt', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">正文。', 'html'],
    ['报告.mht', 'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>正文。', 'mhtml'],
    ['报告.doc', 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\n\n<p>正文。\n--a--', 'mhtml'],
    ['报告.mht', '<p>正文。', 'mhtml'],
  ])('reads %s with %j as %s', async (name, text, format) => {
    expect(await read(name, utf8(text))).toMatchObject({ ok: true, format, text: '正文。' })
  })

  it.each(['doc', 'docx', 'wps', 'rtf'])('reads plain text that is called .%s', async (extension) => {
    expect(await read(`报告.${extension}`, utf8('正文。'))).toMatchObject({ ok: true, format: 'txt', text: '正文。' })
  })

  it('reads a text as what the user wants', async () => {
    const { html, txt } = { html: { format: 'html', encoding: null }, txt: { format: 'txt', encoding: null } } as const
    const bytes = utf8('<p>正文。</p>')
    expect(await readFormat('a.html', bytes, { resources: FORMAT_RESOURCES, readAs: txt })).toMatchObject({
      text: '<p>正文。</p>',
    })
    expect(await readFormat('a.txt', bytes, { resources: FORMAT_RESOURCES, readAs: html })).toMatchObject({
      text: '正文。',
    })
  })

  it('says that an empty file is empty whatever its name', async () => {
    expect(await read('报告.pdf', new Uint8Array())).toMatchObject({ ok: false, reason: { key: 'errors.file.empty' } })
  })

  it('names the true type of a picture that is called .docx', async () => {
    expect(await read('a.docx', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toEqual({
      ok: false,
      reason: { key: 'errors.file.notText', params: { type: 'JPEG' } },
    })
  })
})

describe('extensionOf', () => {
  it.each([
    ['报告.TXT', 'txt'],
    ['C:\\卷.1\\报告', ''],
    ['folder.d/报告.md', 'md'],
    ['.gitignore', ''],
    ['a.', ''],
  ])('of %s is %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension)
  })
})
