import { describe, expect, it } from 'vitest'
import { readQdpx } from '#shared/exchange/refi/read/project'
import { ARCHIVE_LIMITS } from '#shared/ipc/imports'
import { atlas, G, nvivo, packed, project, qualCoder } from './foreign'

const NOW = '2026-11-23T00:00:00.000Z'

function read(bytes: Uint8Array) {
  const back = readQdpx(bytes, NOW, ARCHIVE_LIMITS)
  if (!back.ok) throw new Error(back.fault.key)
  return back.content
}

const left = ({ leftOut }: ReturnType<typeof read>) =>
  Object.fromEntries(
    leftOut.map(({ key, params }) => [
      key.replace(/^exchangeFiles\.(?:leftOut\.)?/, ''),
      params.count ?? params.origin,
    ]),
  )

describe('projects of other tools', () => {
  it('QualCoder: codings, annotations, journals, memos; its byte order mark does not count', () => {
    const content = read(qualCoder())
    expect(content).toMatchObject({
      name: '研究',
      origin: 'QualCoder 3.8.2',
      authors: ['default'],
      createdAt: '2024-03-01T08:00:00.000Z',
    })
    expect(content.codes).toMatchObject([
      { id: G(10), name: '经济', parent: null, definition: '类别', order: 1, key: null },
      { id: G(11), name: '增长', parent: G(10), color: '#ff0000' },
      { id: G(12), name: '民生', parent: null, color: '#00ff00', order: 2 },
    ])
    const [source] = content.sources
    expect(source).toMatchObject({
      id: G(20),
      name: '报告&一',
      hash: null,
      text: '𠮷年\n经济增长5%',
      importedAt: '2024-03-02T09:00:00.000Z',
    })
    expect(source?.annotations).toMatchObject([
      {
        id: G(30),
        quote: '经济增长',
        start: 4,
        end: 8,
        codes: [G(11)],
        memo: '编码备忘',
        author: 'default',
        createdAt: '2024-03-03T10:00:00.000Z',
      },
      {
        id: G(42),
        quote: '𠮷年',
        codes: [],
        memo: '标注的话',
        author: 'default',
        createdAt: '2024-03-05T12:00:00.000Z',
      },
    ])
    expect(content.memos.map(({ subject, name, text }) => [subject.type, name, text])).toEqual([
      ['source', '', '文件备忘'],
      ['project', '日志', '今天读了一份'],
      ['project', '', '课题说明'],
    ])
    expect(left(content)).toEqual({
      pictures: 1,
      outside: 1,
      cases: 1,
      variables: 1,
      'guessed.codePointsApart': 'QualCoder 3.8.2',
    })
  })

  it('NVivo: UTF-16 and line ends of two characters, GUIDs in braces, notes by links', () => {
    const content = read(nvivo())
    expect(content.authors).toEqual(['Zhou'])
    expect(content.sources[0]?.annotations).toMatchObject([
      { quote: '经济增长', codes: [G(11)], memo: '链接来的话', author: 'Zhou', createdAt: '2024-03-03T10:00:00.000Z' },
    ])
    expect(left(content)).toEqual({ unknownCodes: 1, links: 1, sets: 1, 'guessed.unitsApart': 'NVivo 14' })
  })

  it('ATLAS.ti: a line end of two characters as one; PDF by its text; nothing from outside of the file', () => {
    const content = read(atlas())
    expect(content.sources.map(({ name, text }) => [name, text])).toEqual([
      ['1: 报告', '一\r\n二\r\n经济增长'],
      ['扫描.pdf', '两页'],
    ])
    expect(content.sources[0]?.annotations).toMatchObject([
      { quote: '经济增长', memo: '编码上的话', createdAt: '2024-03-03T10:00:00.000Z' },
    ])
    expect(content.sources[1]?.annotations).toMatchObject([{ quote: '两页', codes: [], memo: '只有话' }])
    expect(left(content)).toEqual({
      pdfAreas: 1,
      recordings: 1,
      noText: 1,
      'guessed.codePointsJoined': 'ATLAS.ti 24.1',
    })
  })

  it.each([
    ['code points, CR LF as two', 6, 10],
    ['UTF-16, CR LF as two', 7, 11],
    ['UTF-16, CR LF as one', 5, 9],
    ['code points, CR LF as one', 4, 8],
  ])('another tool that counts %s is found out by the names of its selections', (_, start, end) => {
    const qde = project(
      '某工具',
      `<Sources><TextSource guid="${G(20)}" name="a" plainTextPath="internal://a.txt">
<PlainTextSelection guid="${G(30)}" name="经济增长" startPosition="${start}" endPosition="${end}"/></TextSource></Sources>`,
    )
    expect(read(packed(qde, { 'Sources/a.txt': '𠮷\r\n一\r\n经济增长和别的' })).sources[0]?.annotations).toMatchObject([
      { quote: '经济增长', author: '', createdAt: NOW },
    ])
  })

  it('text in the XML keeps its line ends; what is no GUID gets an id; equal ones are told apart', () => {
    const qde = project(
      '',
      `<CodeBook><Codes><Code guid="A" name="一" isCodable="true"/><Code guid="A" name="${'长'.repeat(300)}" isCodable="true" color="red"/></Codes></CodeBook>
<Sources><TextSource guid="x"><PlainTextContent>甲&#13;
乙</PlainTextContent><PlainTextSelection guid="y" startPosition="0" endPosition="1"/><PlainTextSelection guid="y" startPosition="3" endPosition="4"/>
<Coding guid="z"><CodeRef targetGUID="A"/></Coding></TextSource></Sources>`,
    )
    const content = read(packed(qde))
    expect(content.codes.map(({ name }) => name)).toEqual(['一', '长'.repeat(200)])
    expect(new Set(content.codes.map(({ id }) => id)).size).toBe(2)
    expect(content.sources[0]?.text).toBe('甲\r\n乙')
    expect(content.sources[0]?.annotations.map(({ quote }) => quote)).toEqual(['甲', '乙'])
    expect(new Set(content.sources[0]?.annotations.map(({ id }) => id)).size).toBe(2)
    expect(left(content)).toMatchObject({ longNames: 1, wholeSources: 1 })
  })
})
