import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ZipEntry } from '#shared/formats/archive/directory'
import { isByProduct, memberName } from '#shared/formats/archive/names'

const entry = (nameBytes: Uint8Array, nameIsUtf8 = false): ZipEntry => ({
  nameBytes,
  nameIsUtf8,
  encrypted: false,
  method: 0,
  crc: 0,
  packed: 0,
  size: 0,
  offset: 0,
})
const nameOf = (bytes: readonly number[], isUtf8 = false) => memberName(entry(Uint8Array.from(bytes), isUtf8))

describe('names of members', () => {
  it.each([
    ['UTF-8 with the flag', [...strToU8('报告é.txt')], true, '报告é.txt'],
    ['UTF-8 without it', [...strToU8('报告.txt')], false, '报告.txt'],
    ['accented UTF-8 with the flag', [...strToU8('Ŀ.txt')], true, 'Ŀ.txt'],
    ['GBK that would be accented UTF-8', [0xc4, 0xbf, 0x2e, 0x74], false, '目.t'],
    ['GBK that is no UTF-8', [0xb1, 0xa8, 0xb8, 0xe6], false, '报告'],
    ['GBK that is called UTF-8', [0xb1, 0xa8, 0xb8, 0xe6], true, '报告'],
    ['neither', [0x61, 0xff], false, 'a\ufffd'],
  ])('%s', (_, bytes, isUtf8, expected) => {
    expect(nameOf(bytes, isUtf8)).toBe(expected)
  })

  it.each([
    ['../../a.txt', 'a.txt'],
    ['C:\\b\\a.txt', 'b/a.txt'],
    ['/etc/a.txt', 'etc/a.txt'],
    ['./b//a.txt', 'b/a.txt'],
    ['a\u202etxt.exe', 'atxt.exe'],
    ['a\u0000b\n.txt', 'ab.txt'],
  ])('%j becomes %s', (name, expected) => {
    expect(memberName(entry(strToU8(name)))).toBe(expected)
  })

  it.each([
    ['__MACOSX/a/._b.docx', true],
    ['a/.DS_Store', true],
    ['a/Thumbs.db', true],
    ['a/~$报告.docx', true],
    ['a/', true],
    ['..', true],
    ['a/b.docx', false],
    ['a/thumbs.db.txt', false],
  ])('%s is what a system left behind: %s', (name, expected) => {
    expect(isByProduct(entry(strToU8(name)))).toBe(expected)
  })
})
