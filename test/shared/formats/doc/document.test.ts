import { describe, expect, it } from 'vitest'
import { readDoc } from '#shared/formats/doc/document'
import { isOle, oleKind, openOle } from '#shared/formats/doc/ole'
import { readSprms } from '#shared/formats/doc/sprms'
import { bytesOf } from '../../../fixtures'

const PLAIN = bytesOf('word/plain.doc')
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Where a stream's first bytes lie in the file: streams of this size start at a sector's start. */
function placeOf(bytes: Uint8Array, stream: string): number {
  const head = openOle(bytes).stream(stream)?.subarray(0, 32) ?? new Uint8Array()
  for (let at = 512; at < bytes.length; at += 512) {
    if (head.every((byte, index) => bytes[at + index] === byte)) return at
  }
  throw new Error(`${stream} begins at no sector`)
}

function changed(change: (view: DataView, document: number) => void): Uint8Array {
  const bytes = PLAIN.slice()
  change(viewOf(bytes), placeOf(bytes, 'WordDocument'))
  return bytes
}

const reason = (bytes: Uint8Array) => {
  const read = readDoc(bytes, 'doc')
  return read.ok ? null : read.reason
}

describe('compound files', () => {
  it('list what lies at their root', () => {
    expect(isOle(PLAIN)).toBe(true)
    expect(oleKind(PLAIN)).toBe('doc')
    expect(openOle(PLAIN).names).toContain('WordDocument')
    expect(openOle(PLAIN).stream('none')).toBeNull()
  })

  it('read streams that are kept in small sectors', () => {
    const small = openOle(PLAIN).names.find((name) => name.endsWith('CompObj')) ?? ''
    expect(openOle(PLAIN).stream(small)?.length).toBeLessThan(4096)
    expect(new TextDecoder().decode(openOle(PLAIN).stream(small) ?? undefined)).toContain('Word')
  })

  it('whose sectors run in a ring are damaged, not endless', () => {
    const ring = PLAIN.slice()
    const view = viewOf(ring)
    const fat = (view.getUint32(76, true) + 1) * 512
    for (let entry = 0; entry < 128; entry++) view.setUint32(fat + entry * 4, entry, true)
    expect(oleKind(ring)).toBe('damaged')
    expect(reason(ring)?.key).toBe('errors.file.damaged')
  })

  it('whose table lies out of the file are damaged', () => {
    const long = PLAIN.slice()
    viewOf(long).setUint32(76, 0xfffff0, true)
    expect(reason(long)?.key).toBe('errors.file.damaged')
  })
})

describe('documents that are not read', () => {
  it.each([
    ['Word 6/95', changed((view, at) => view.setUint16(at + 2, 0x65, true))],
    ['Word 6/95', changed((view, at) => view.setUint16(at, 0xa5dc, true))],
  ])('%s, by name', (type, bytes) => {
    expect(reason(bytes)).toEqual({ key: 'errors.file.saveAs', params: { type } })
  })

  it('those under a password', () => {
    expect(
      reason(changed((view, at) => view.setUint16(at + 0x0a, view.getUint16(at + 0x0a, true) | 0x100, true)))?.key,
    ).toBe('errors.file.encrypted')
  })

  it('those without a table of pieces', () => {
    expect(reason(changed((view, at) => view.setUint32(at + 0x1a2, 0xfffffff, true)))?.key).toBe('errors.file.damaged')
  })
})

describe('changes of properties', () => {
  const codes = (bytes: readonly number[]): number[] => {
    const found: number[] = []
    readSprms(Uint8Array.from(bytes), (code) => found.push(code))
    return found
  }

  it('have the length that their code tells', () => {
    expect(codes([0x00, 0x08, 1, 0x0b, 0x46, 1, 0, 0x15, 0xc6, 2, 0, 0, 0x16, 0x24, 1])).toEqual([
      0x800, 0x460b, 0xc615, 0x2416,
    ])
  })

  it('end where one is cut off', () => {
    expect(codes([0x16, 0x24, 1, 0x15, 0xc6, 9, 0])).toEqual([0x2416])
  })
})
