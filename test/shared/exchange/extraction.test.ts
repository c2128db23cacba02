import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isExtraction, readExtraction } from '#shared/exchange/extraction'
import { statementAt } from '../../renderer/storage/fixture'
import { MATTERS, venture } from '../../renderer/storage/matters/made'

const A = 'a'.repeat(64)
const B = 'b'.repeat(64)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const line = (id: string, quantity: string, more: object = {}): string =>
  JSON.stringify({ id, report: '0', ...statementAt(quantity), status: 'suggested', ...more })

const matterLine = (id: string, more: object = {}): string =>
  JSON.stringify({ id, report: '0', ...venture(MATTERS, '唐寺门立交'), page: '3', status: 'suggested', ...more })

describe('isExtraction', () => {
  it.each([
    [`${line(A, '8%')}\n`, true],
    [`\ufeff${line(A, '8%')}`, true],
    [`${matterLine(A)}\n`, true],
    [`${matterLine(A, { start: undefined })}\n`, false],
    [`${JSON.stringify({ ...JSON.parse(matterLine(A)), id: undefined, file: 'a.txt' })}\n`, false],
    [`${JSON.stringify({ id: A, type: 'source', reports: [] })}\n`, true],
    [`{}\n${line(A, '8%')}`, false],
    [`${JSON.stringify({ id: A, text: '政府工作报告' })}\n`, false],
    [`${JSON.stringify({ file: 'a.txt', quantity: '8%', start: 1 })}\n`, false],
    ['{"id": "broken', false],
    ['政府工作报告', false],
    ['[1, 2]', false],
    ['', false],
  ])('%j: %s', (text, expected) => expect(isExtraction(bytes(text))).toBe(expected))
})

describe('readExtraction', () => {
  it('gathers the statements of each source, wherever its lines stand', () => {
    const file = [line(A, '160亿元'), line(B, '8%'), '', line(A, '10%')].join('\r\n')
    const { sources, invalid, firstInvalid } = readExtraction(bytes(file))
    expect([...sources].map(([id, { statements }]) => [id, statements.map(({ quantity }) => quantity)])).toEqual([
      [A, ['160亿元', '10%']],
      [B, ['8%']],
    ])
    expect([invalid, firstInvalid]).toEqual([0, null])
    expect(sources.get(B)?.statements[0]).toEqual(statementAt('8%'))
  })

  it('tells matters from statements by their type, and checks each by its own', () => {
    const wrong = [matterLine(A, { stage: 'far' }), matterLine('no hash'), matterLine(A, { type: 'rank' })]
    const file = [matterLine(B), line(A, '8%', { type: 'statement' }), matterLine(A, { type: 'dream' }), ...wrong]
    const { sources, invalid, firstInvalid } = readExtraction(bytes(file.join('\n')))
    expect(sources.get(B)).toEqual({ title: '', statements: [], matters: [venture(MATTERS, '唐寺门立交')] })
    expect(sources.get(A)).toMatchObject({ statements: [{ quantity: '8%' }], matters: [] })
    expect([invalid, firstInvalid]).toEqual([wrong.length, 4])
  })

  it('takes the title out of a summary, and what is none of ours for nothing', () => {
    const summary = JSON.stringify({ id: A, type: 'source', reports: [{ title: '政府工作报告' }] })
    const failed = JSON.stringify({ id: B, type: 'source', error: 'errors.file.empty' })
    const { sources, invalid } = readExtraction(bytes(`${summary}\n${failed}\n${line(A, '8%')}`))
    expect([...sources.keys()]).toEqual([A])
    expect(sources.get(A)).toMatchObject({ title: '政府工作报告', statements: [{ quantity: '8%' }] })
    expect(invalid).toBe(0)
  })

  it('counts the lines that are no statement, and does the others', () => {
    const bad = ['{"id":', line('no hash', '8%'), line(A, '8%', { start: -1 }), line(A, '8%', { kind: 'sum' })]
    const { sources, invalid, firstInvalid } = readExtraction(bytes([line(A, '160亿元'), ...bad].join('\n')))
    expect([invalid, firstInvalid]).toEqual([bad.length, 2])
    expect(sources.get(A)?.statements).toHaveLength(1)
  })

  it('never throws, whatever the bytes are', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom(line(A, '8%'), '{', '}', '\n', '"id":', 'null', '[]', '\r'))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const file = bytes(pieces.join(''))
        isExtraction(file)
        const { invalid } = readExtraction(file)
        expect(invalid).toBeLessThanOrEqual(file.length)
      }),
    )
  })
})
