import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readQdc } from '#shared/exchange/refi/read/codebook'
import { readQdpx } from '#shared/exchange/refi/read/project'
import { ARCHIVE_LIMITS } from '#shared/ipc/imports'
import { atlas, G, nvivo, packed, project, qualCoder } from './foreign'

const NOW = '2026-11-23T00:00:00.000Z'
const fault = (bytes: Uint8Array, limits = ARCHIVE_LIMITS): string => {
  const back = readQdpx(bytes, NOW, limits)
  return back.ok ? '' : back.fault.key.replace('exchangeFiles.fault.', '')
}
const source = (path: string): string =>
  project('', `<Sources><TextSource guid="${G(20)}" name="a" plainTextPath="${path}"/></Sources>`)

describe('hostile projects', () => {
  it('are refused by name', () => {
    expect(fault(new Uint8Array())).toBe('zip')
    expect(fault(strToU8('PK\u0003\u0004 no zip'))).toBe('zip')
    expect(fault(packed('', {}, 'readme.txt'))).toBe('noProject')
    expect(fault(packed('<Project'))).toBe('xml')
    expect(fault(packed('<html/>'))).toBe('notRefi')
    expect(fault(packed(new Uint8Array([0xff, 0xfe, 0x00])))).toBe('xml')
    expect(fault(packed(`<a>${'<b>'.repeat(3000)}`))).toBe('xml')
  })

  it('with entities of their own are not read', () => {
    const bomb = `<!DOCTYPE Project [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>`
    expect(fault(packed(`${bomb}<Project name="x"><Description>&b;</Description></Project>`))).toBe('xml')
    expect(fault(packed(`${bomb}<Project name="x"><Description>&f;</Description></Project>`))).toBe('xml')
    expect(fault(packed(`${bomb}<Project name="&b;"/>`))).toBe('xml')
  })

  it('that unpack too far are stopped', () => {
    const wide = `<Project name="x"><Description>${' '.repeat(4 * 1024 * 1024)}</Description></Project>`
    expect(fault(packed(wide))).toBe('tooLarge')
    expect(
      fault(packed(source('internal://a.txt'), { 'Sources/a.txt': 'ab' }), { ...ARCHIVE_LIMITS, total: 100 }),
    ).toBe('tooLarge')
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}.txt`, 'a']))
    expect(fault(packed('<Project name="x"/>', many), { ...ARCHIVE_LIMITS, members: 20 })).toBe('zip')
  })

  it.each([
    'internal://../../../etc/passwd',
    'internal://C:\\Windows\\win.ini',
    'file:///etc/passwd',
    'relative:///../secret.txt',
    'internal://',
  ])('get no file by the path %s', (path) => {
    const back = readQdpx(packed(source(path), { 'Sources/a.txt': 'a' }), NOW, ARCHIVE_LIMITS)
    expect(back).toMatchObject({
      ok: true,
      content: { sources: [], leftOut: [{ key: 'exchangeFiles.leftOut.noText' }] },
    })
  })

  it('lie about positions in vain', () => {
    const spans = [
      [-1, 2],
      [0, 0],
      [2, 1],
      [0, 99],
      ['1e3', 5],
      ['', ''],
      [0.5, 1],
      ['99999999999999999999', '999999999999999999999'],
    ]
    const xml = spans.map(
      ([from, to], n) => `<PlainTextSelection guid="${G(n)}" startPosition="${from}" endPosition="${to}"/>`,
    )
    const body = `<Sources><TextSource guid="${G(20)}"><PlainTextContent>两字</PlainTextContent>${xml.join('')}</TextSource></Sources>`
    const back = readQdpx(packed(project('', body)), NOW, ARCHIVE_LIMITS)
    expect(back).toMatchObject({
      ok: true,
      content: { sources: [{ annotations: [] }], leftOut: [{ params: { count: spans.length } }] },
    })
  })

  it('of ours by name only restore nothing that the text does not bear out', () => {
    const body = `<Sources><TextSource guid="${G(20)}"><PlainTextContent>增长8%</PlainTextContent></TextSource></Sources>
<Notes><Note guid="${G(40)}"><PlainTextContent>duibiao:statement {"status":"accepted"}</PlainTextContent></Note></Notes>`
    const back = readQdpx(packed(project('Duibiao', body)), NOW, ARCHIVE_LIMITS)
    expect(back).toMatchObject({ ok: true, content: { sources: [{ statements: [], hash: null }] } })
  })

  it('garbled anywhere never break the reader', () => {
    const files = [qualCoder(), nvivo(), atlas()].map((bytes) => ({ bytes, qde: bytes }))
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        ({ bytes }, changes, cut) => {
          const garbled = bytes.slice(0, cut % 7 === 0 ? cut % bytes.length : bytes.length)
          for (const [at, value] of changes) if (garbled.length > 0) garbled[at % garbled.length] = value
          expect(typeof readQdpx(garbled, NOW, ARCHIVE_LIMITS).ok).toBe('boolean')
        },
      ),
      { numRuns: 200 },
    )
  })

  it('of any elements and attributes never break the reader', () => {
    const names = fc.constantFrom(
      'Project',
      'Users',
      'User',
      'CodeBook',
      'Codes',
      'Code',
      'Sources',
      'TextSource',
      'PDFSource',
      'Representation',
      'PlainTextSelection',
      'Coding',
      'CodeRef',
      'Notes',
      'Note',
      'NoteRef',
      'Links',
      'Link',
      'Description',
      'PlainTextContent',
      'VariableValue',
      'VariableRef',
    )
    const values = fc.constantFrom(G(1), G(2), '', '0', '1', 'internal://a.txt', 'Duibiao', '#fff')
    const attributes = fc
      .dictionary(
        fc.constantFrom(
          'guid',
          'name',
          'targetGUID',
          'originGUID',
          'startPosition',
          'endPosition',
          'plainTextPath',
          'creatingUser',
          'creationDateTime',
          'origin',
          'color',
          'direction',
        ),
        values,
        { maxKeys: 6 },
      )
      .map((all) =>
        Object.entries(all)
          .map(([name, value]) => ` ${name}="${value}"`)
          .join(''),
      )
    const leaf = fc.tuple(names, attributes).map(([name, written]) => `<${name}${written}>文</${name}>`)
    const around = (inside: fc.Arbitrary<string>): fc.Arbitrary<string> =>
      fc
        .tuple(names, attributes, fc.array(inside, { maxLength: 4 }))
        .map(([name, written, all]) => `<${name}${written}>文${all.join('')}</${name}>`)
    const tree = around(around(around(around(leaf))))
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (things) => {
        const qde = `<Project name="x" origin="Duibiao">${things.join('')}</Project>`
        expect(readQdpx(packed(qde, { 'a.txt': '文字' }), NOW, ARCHIVE_LIMITS).ok).toBe(true)
        expect(readQdc(strToU8(qde), NOW).ok).toBe(true)
      }),
      { numRuns: 80 },
    )
  })

  it('with thousands of links into each other end', () => {
    const links = Array.from(
      { length: 2000 },
      (_, n) => `<Link guid="${G(n)}" originGUID="${G(n)}" targetGUID="${G(n + 1)}"/>`,
    )
    const notes = Array.from(
      { length: 2000 },
      (_, n) => `<Note guid="${G(n)}"><PlainTextContent>a</PlainTextContent></Note>`,
    )
    const zip = zipSync({
      'project.qde': strToU8(project('', `<Notes>${notes.join('')}</Notes><Links>${links.join('')}</Links>`)),
    })
    expect(readQdpx(zip, NOW, ARCHIVE_LIMITS)).toMatchObject({ ok: true })
  })
})
