import { describe, expect, it } from 'vitest'
import type { FormatContext } from '#shared/formats/format'
import { pdf } from '#shared/formats/pdf/pdf'
import { FORMAT_RESOURCES } from '../../../../electron/cli/format-resources'
import { bytesOf } from '../../../fixtures'
import { type Piece, rawPdf } from './raw-pdf'

const context: FormatContext = { encoding: null, resources: FORMAT_RESOURCES, progress: () => undefined }
const read = async (bytes: Uint8Array, more: Partial<FormatContext> = {}) =>
  pdf.read({ name: 'a.pdf', extension: 'pdf', bytes }, { ...context, ...more })
const readText = async (...given: Parameters<typeof rawPdf>) => {
  const result = await read(rawPdf(...given))
  if (!result.ok) throw new Error(result.reason.key)
  return result
}

const TEXT = '现在，我代表市人民政府向大会报告工作，请予审议。'
const LINE: Piece = { text: TEXT, x: 60, y: 600 }

describe('a PDF', () => {
  it('is claimed by extension and by content', () => {
    const file = (name: string, bytes: Uint8Array) => ({ name, extension: name.split('.')[1] ?? '', bytes })
    expect(pdf.claims(file('a.pdf', new Uint8Array()))).toBe(true)
    expect(pdf.claims(file('a.txt', rawPdf([[LINE]])))).toBe(true)
    expect(pdf.claims(file('a.txt', new TextEncoder().encode('政府工作报告')))).toBe(false)
  })

  it('is read through the tables of Chinese encodings where its font is not embedded', async () => {
    const gbk = () => 'd5feb8aeb9a4d7f7b1a8b8e6'
    expect((await readText([[LINE]])).text).toBe(`${TEXT}\n`)
    expect((await readText([[LINE]], { encodings: { F1: 'GBK-EUC-H' }, encode: gbk })).text).toBe('政府工作报告\n')
  })

  it('tells its title and the labels of its pages, and takes the day of the file for nothing', async () => {
    const labels = '<< /Nums [0 << /S /r >> 1 << /S /D /St 7 >>] >>'
    const info = '/Title <FEFF5DE54F5C62A5544A> /CreationDate (D:20240124103000+08)'
    const { told, marks, encoding, reason } = await readText([[LINE], [LINE]], { labels, info })
    expect(told).toEqual({ title: '工作报告' })
    expect(marks.pages.map(({ label }) => label)).toEqual(['i', '7'])
    expect([encoding, reason.key]).toEqual([null, 'reasons.encoding.document'])
  })

  it('tells how far it is, page by page', async () => {
    const steps: (readonly [number, number])[] = []
    const progress = (done: number, total: number) => {
      steps.push([done, total])
    }
    await read(rawPdf([[LINE], [LINE], [LINE]]), { progress })
    expect(steps).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
  })

  it('is read in vertical writing, columns from the right', async () => {
    const down = (text: string, x: number): Piece => ({ text, x, y: 700 })
    const pieces = [down('各位代表请予审议', 480), down('政府工作报告全文', 500)]
    const { text } = await readText([pieces], { encodings: { F1: 'UniGB-UCS2-V' } })
    expect(text.replace(/\n/g, '')).toBe('政府工作报告全文各位代表请予审议')
  })

  it('keeps text on the side behind the page, and marks a watermark', async () => {
    const side: Piece = { text: '附表一', x: 20, y: 300, turn: [0, 1, -1, 0] }
    const slanted: Piece = { text: '内部资料', x: 200, y: 300, turn: [0.7, 0.7, -0.7, 0.7], size: 40 }
    const { text, marks } = await readText([[side, slanted, LINE]])
    expect(text).toBe(`${TEXT}\n附表一\n内部资料\n`)
    expect(marks.furniture.map(({ start, end }) => text.slice(start, end))).toEqual(['内部资料'])
  })

  it('is read turned as a whole', async () => {
    const lines = ['第一行的文字', '第二行的文字', '第三行的文字']
    const pieces = lines.map((text, at): Piece => ({ text, x: 100 + at * 20, y: 100, turn: [0, 1, -1, 0] }))
    expect((await readText([pieces])).text.replace(/\n/g, '')).toBe(lines.join(''))
  })

  it('names the pages without text', async () => {
    const { remarks } = await readText([[LINE], [], [LINE], []])
    expect(remarks).toEqual([{ key: 'reasons.reading.pagesWithoutText', params: { pages: '2, 4', count: 2 } }])
  })

  it('names the pages that are garbled and leaves them out', async () => {
    const garbled = Array.from({ length: 40 }, (_, at) => String.fromCharCode(0xe000 + at)).join('')
    const encodings = { F1: 'UniGB-UCS2-H', F2: 'Identity-H' }
    const page: Piece[] = [{ text: garbled, x: 60, y: 600, font: 'F2' }]
    const { text, remarks } = await readText([[LINE], page], { encodings })
    expect(text).toBe(`${TEXT}\n`)
    expect(remarks.map(({ key }) => key)).toEqual(['reasons.reading.pagesGarbled'])
    expect(await read(rawPdf([page], { encodings }))).toMatchObject({ reason: { key: 'errors.file.garbled' } })
  })

  it.each([
    ['asks for a password', () => bytesOf('pdf/encrypted.pdf'), 'errors.file.encrypted'],
    ['holds pictures only', () => bytesOf('pdf/scan.pdf'), 'errors.file.imageOnly'],
    ['has no pages', () => rawPdf([]), 'errors.file.damaged'],
    ['is no PDF', () => new TextEncoder().encode('政府工作报告'), 'errors.file.damaged'],
    ['ends after its first line', () => bytesOf('pdf/writer.pdf').slice(0, 9), 'errors.file.damaged'],
  ])('that %s is refused by name', async (_, bytes, key) => {
    expect(await read(bytes())).toMatchObject({ ok: false, reason: { key } })
  })

  it('runs nothing and follows nothing that it holds', async () => {
    const catalog = '/OpenAction << /S /JavaScript /JS (globalThis.ran = true) >> /AA << /WC << /S /URI /URI (x:) >> >>'
    expect((await readText([[LINE]], { catalog })).text).toBe(`${TEXT}\n`)
    expect(Reflect.has(globalThis, 'ran')).toBe(false)
  })

  it('is left as it was given', async () => {
    const bytes = rawPdf([[LINE]])
    const copy = bytes.slice()
    await read(bytes)
    expect(bytes).toEqual(copy)
  })
})
