import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { refusalOf } from '#shared/formats/refused'
import { bytesOf } from '../../fixtures'

const zip = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
const types = (type: string): Uint8Array =>
  zip({
    '[Content_Types].xml': `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.${type}"/></Types>`,
  })
const odf = (type: string): Uint8Array =>
  zip({ mimetype: `application/vnd.oasis.opendocument.${type}`, 'content.xml': '<a/>' })
const xml = (root: string): Uint8Array => strToU8(`<?xml version="1.0"?>\n${root}`)

describe('files that are no documents for us', () => {
  it.each([
    ['Excel', types('spreadsheetml.sheet.main+xml')],
    ['PowerPoint', types('presentationml.presentation.main+xml')],
    ['OpenDocument', odf('spreadsheet')],
    ['EPUB', zip({ mimetype: 'application/epub+zip' })],
    ['OFD', zip({ 'OFD.xml': '<a/>' })],
    ['UOF', zip({ 'uof.xml': '<a/>' })],
    ['Excel', bytesOf('broken/sheet.xls')],
    ['Word XML', xml('<?mso-application progid="Word.Document"?><w:wordDocument/>')],
    ['UOF', xml('<uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"/>')],
  ])('%s is named, whatever it is called', (type, bytes) => {
    expect(refusalOf({ name: 'a.doc', bytes })).toEqual({ key: 'errors.file.saveAs', params: { type } })
  })

  it('archives and damage are told apart', () => {
    expect(refusalOf({ name: 'a.zip', bytes: zip({ 'a.txt': '字' }) })?.key).toBe('errors.file.archive')
    expect(refusalOf({ name: 'a.docx', bytes: zip({ 'a.txt': '字' }) })?.key).toBe('errors.file.damaged')
    expect(refusalOf({ name: 'a.doc', bytes: bytesOf('word/plain.doc').slice(0, 600) })?.key).toBe(
      'errors.file.damaged',
    )
    expect(refusalOf({ name: 'a.docx', bytes: bytesOf('word/locked.docx') })?.key).toBe('errors.file.encrypted')
  })

  it.each([
    'word/plain.docx',
    'word/plain.doc',
    'word/plain.odt',
    'word/plain.rtf',
    'text/utf8.txt',
    'web/forum.html',
    'pdf/writer.pdf',
  ])('let %s pass', (file) => {
    expect(refusalOf({ name: file, bytes: bytesOf(file) })).toBeNull()
  })

  it('let a docx with a table of Excel in it pass', () => {
    const both = zip({
      '[Content_Types].xml':
        '<Types><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    })
    expect(refusalOf({ name: 'a.docx', bytes: both })).toBeNull()
  })
})
