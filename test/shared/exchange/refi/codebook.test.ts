import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { shownParents } from '#shared/coding/code-tree'
import { descriptionOf, partsOf } from '#shared/exchange/refi/code-description'
import { writeQdc } from '#shared/exchange/refi/codebook-xml'
import { readQdc } from '#shared/exchange/refi/read/codebook'
import type { Code } from '#shared/model/code'
import { records } from '../content'
import { G } from './foreign'
import { validate } from './schema'

const NOW = '2026-11-23T00:00:00.000Z'

function read(bytes: Uint8Array) {
  const back = readQdc(bytes, NOW)
  if (!back.ok) throw new Error(back.fault.key)
  return back
}

describe('a codebook through REFI-QDA', () => {
  it('is valid by the schema and comes back without loss', () => {
    const known = (codes: readonly Code[]) => {
      const parents = shownParents(codes)
      return new Map(
        codes.map(({ id, name, color, definition, example }) => [
          id,
          { name, color, definition, example, parent: parents.get(id) },
        ]),
      )
    }
    fc.assert(
      fc.property(records, fc.constantFrom('zh-CN', 'en'), ({ codes }, language) => {
        fc.pre(codes.length > 0)
        const bytes = writeQdc(codes, language as 'en')
        validate('codebook', bytes)
        expect(known(read(bytes).codes)).toEqual(known(codes))
      }),
    )
  })

  it('without a code is none', () => {
    expect(() => writeQdc([], 'en')).toThrow(RangeError)
  })

  it('of Taguette is read, with sets left out', () => {
    const qdc = `<?xml version="1.0" encoding="UTF-8"?>
<CodeBook xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:codebook:1.0 Codebook.xsd" origin="Taguette 1.4.1" xmlns="urn:QDA-XML:codebook:1.0"><Codes>
<Code guid="${G(1).toUpperCase()}" name="interesting" isCodable="true"><Description>Further review required</Description></Code>
<Code guid="${G(2)}" name="people.mayor" isCodable="true"/></Codes>
<Sets><Set guid="${G(3)}" name="all"><MemberCode guid="${G(1)}"/></Set></Sets></CodeBook>`
    const { codes, sets } = read(strToU8(qdc))
    expect(codes).toMatchObject([
      { id: G(1), name: 'interesting', definition: 'Further review required', example: '', createdAt: NOW },
      { id: G(2), name: 'people.mayor' },
    ])
    expect(sets).toBe(1)
  })

  it('that is none is refused', () => {
    expect(readQdc(strToU8('<CodeBook><Codes>'), NOW)).toMatchObject({
      ok: false,
      fault: { key: 'exchangeFiles.fault.xml' },
    })
    expect(readQdc(strToU8('<svg/>'), NOW)).toMatchObject({ ok: false, fault: { key: 'exchangeFiles.fault.notRefi' } })
  })
})

describe('the description of a code', () => {
  it('holds definition and example, whatever stands in them', () => {
    const lines = fc
      .array(fc.constantFrom('【示例】', '[Example]', '\\【示例】', '\\\\[Example]', '文', '', ' 【示例】'), {
        maxLength: 5,
      })
      .map((all) => all.join('\n'))
    fc.assert(
      fc.property(lines, lines, fc.constantFrom('zh-CN', 'en'), (definition, example, language) => {
        expect(partsOf(descriptionOf({ definition, example }, language as 'en'))).toEqual({ definition, example })
      }),
    )
  })
})
