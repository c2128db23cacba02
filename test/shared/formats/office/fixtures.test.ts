import { describe, expect, it } from 'vitest'
import { readFormat } from '#shared/formats/read'
import type { TextFormat } from '#shared/model/format'
import { bytesOf, expectedOf, FIXTURES, type Fixture, likeness, type Refusal } from '../../../fixtures'
import { NO_RESOURCES } from './documents'

const FORMATS: readonly TextFormat[] = ['docx', 'doc', 'wps', 'rtf', 'odt']
const OURS = FIXTURES.filter(({ format }) => (FORMATS as readonly string[]).includes(format))

const read = (file: string) =>
  readFormat(file.slice(file.lastIndexOf('/') + 1), bytesOf(file), { resources: NO_RESOURCES })

/** What the refusals of the list are called here. */
const REASONS: Partial<Record<Refusal, readonly string[]>> = {
  damaged: ['errors.file.damaged'],
  encrypted: ['errors.file.encrypted'],
  tooLarge: ['errors.file.expandsTooFar'],
  spreadsheet: ['errors.file.saveAs'],
}

describe('documents of other programs', () => {
  const readable = OURS.filter(({ expected }) => expected !== null)

  it.each(readable.map((fixture): [string, Fixture] => [fixture.file, fixture]))(
    'reads %s whole',
    async (_, fixture) => {
      const read_ = await read(fixture.file)
      expect(read_.ok ? '' : read_.reason).toBe('')
      if (!read_.ok) return
      expect(read_.format).toBe(fixture.format)
      expect(likeness(read_.text, expectedOf(fixture))).toBeGreaterThanOrEqual(0.999)
      for (const words of fixture.absent ?? []) expect(read_.text).not.toContain(words)
    },
  )

  it.each(readable.map(({ file }) => [file]))('marks whole lines of %s', async (file) => {
    const document = await read(file)
    if (!document.ok) throw new Error(document.reason.key)
    for (const { start, end } of [...document.marks.headings, ...document.marks.rows]) {
      expect(start === 0 || document.text[start - 1] === '\n').toBe(true)
      expect(document.text[end]).toBe('\n')
      expect(document.text.slice(start, end).trim()).not.toBe('')
    }
  })

  it.each(['docx', 'doc', 'wps', 'rtf', 'odt'])('finds the headings of a report in %s', async (format) => {
    const document = await read(`word/plain.${format}`)
    if (!document.ok) throw new Error(document.reason.key)
    const headings = document.marks.headings.map(({ start, end, level }) => [level, document.text.slice(start, end)])
    expect(headings).toHaveLength(12)
    expect(headings).toContainEqual([1, '四、努力建设人民满意的服务型政府'])
  })

  it.each(['docx', 'doc', 'rtf', 'odt'])('keeps the cells of a table in %s apart', async (format) => {
    const document = await read(`word/tables.${format}`)
    if (!document.ok) throw new Error(document.reason.key)
    const rows = document.marks.rows.map(({ start, end }) => document.text.slice(start, end).split('\t'))
    expect(rows).toHaveLength(8)
    expect(rows).toContainEqual(['经济', '地区生产总值', '%', '7.8'])
    expect(rows).toContainEqual(['', '一般公共预算收入', '%', '7.5'])
  })
})

describe('files that hold no document for us', () => {
  const refused = OURS.filter(({ refusal }) => refusal !== null)
  const others = FIXTURES.filter(({ refusal }) => refusal === 'spreadsheet')

  it.each([...refused, ...others].map(({ file, refusal }) => [file, refusal]))(
    'refuses %s as %s',
    async (file, refusal) => {
      const document = await read(file)
      expect(document.ok).toBe(false)
      if (!document.ok && refusal) expect(REASONS[refusal]).toContain(document.reason.key)
    },
  )

  it.each(OURS.filter(({ refusal, expected }) => refusal === null && expected === null).map(({ file }) => [file]))(
    'reads %s or says why not',
    async (file) => {
      const document = await read(file)
      expect(document.ok || document.reason.key.startsWith('errors.file.')).toBe(true)
    },
  )
})

describe('a format that the user chose', () => {
  const chosen = (file: string, format: TextFormat) =>
    readFormat(file, bytesOf(file), { resources: NO_RESOURCES, readAs: { format, encoding: null } })

  it.each(FORMATS.map((format) => [format]))('is refused where the file is none: %s', async (format) => {
    expect(await chosen('text/utf8.txt', format)).toEqual({
      ok: false,
      reason: { key: 'errors.file.notFormat', params: { format: format.toUpperCase() } },
    })
  })

  it('stands for a document of Word that is to be one of WPS', async () => {
    const read_ = await chosen('word/plain.doc', 'wps')
    expect(read_.ok && read_.format).toBe('wps')
  })
})
