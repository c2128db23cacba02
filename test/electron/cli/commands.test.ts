import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ExtractedMatter } from '#shared/model/matter'
import { ExtractedStatement } from '#shared/model/statement'
import { jsonLines, PROJECT, run, SEEDS } from './command'

const folder = mkdtempSync(join(tmpdir(), '对标 cli '))
afterAll(() => rmSync(folder, { recursive: true }))

const seed = (index: number): string => readFileSync(join(PROJECT, SEEDS[index] ?? ''), 'utf8')
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

interface Inspected {
  file: string
  sha256: string | null
  format: string | null
  encoding: string | null
  characters: number | null
  error?: string
  reports: {
    title: string
    place: { code: string; name: string; level: string; parent: string } | null
    repaired_from?: string
    year: number | null
    kind: string
    start: number
    end: number
    speaker: string | null
    session: string | null
    date: string | null
    confidence: number
    certainty: { place: number; year: number; kind: number }
    doubts: string[]
    reasons: string[]
  }[]
  provenance?: Record<string, string>
}

describe('text', () => {
  it('writes the text as it is decoded and nothing else', async () => {
    const ran = await run(['text', SEEDS[0]])
    expect(ran).toEqual({ code: 0, out: seed(0), err: '' })
  })

  it('keeps byte order mark and line ends', async () => {
    const text = '\ufeff第一行\r\n第二行\n'
    expect((await run(['text', file('mark.txt', text)])).out).toBe(text)
  })
})

describe('inspect', () => {
  it('tells of every seed which report it holds', async () => {
    const ran = await run(['inspect', ...SEEDS])
    const lines = jsonLines<Inspected>(ran)
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(lines.map((line) => line.file)).toEqual([...SEEDS])
    expect(lines.map(({ reports }) => reports.map((it) => [it.place?.code, it.year, it.repaired_from]))).toEqual([
      [['410304', 2023, '漯河区']],
      [['410304', 2022, undefined]],
      [['410303', 2020, undefined]],
      [['410303', 2024, undefined]],
      [['410300', 2024, undefined]],
    ])
    const [line] = lines
    expect(line?.sha256).toBe(createHash('sha256').update(seed(0)).digest('hex'))
    expect(line).toMatchObject({ format: 'txt', encoding: 'utf-8', characters: seed(0).length })
    expect(line?.reports[0]?.place).toEqual({ code: '410304', name: '瀍河回族区', level: 'county', parent: '410300' })
    expect(line?.reports[0]?.reasons.join(' ')).toMatch(/repaired as a misreading/)
  })

  it('tells who gave a report, when, to whom and where it was found', async () => {
    const text = [
      '---',
      'source: https://www.example.gov.cn/report.html',
      'title: 鹤岗市政府工作报告',
      '---',
      '——2018年12月28日在鹤岗市第十六届人民代表大会第三次会议上',
      '市长 王 明',
      '各位代表：',
      '现在，我代表市人民政府向大会报告工作，请予审议。',
    ].join('\n')
    const [line] = jsonLines<Inspected>(await run(['inspect', file('2019.md', text)]))
    expect(line?.reports[0]).toMatchObject({
      place: { name: '鹤岗市' },
      year: 2019,
      speaker: '市长 王明',
      session: '鹤岗市第十六届人民代表大会第三次会议',
      date: '2018-12-28',
    })
    expect(line?.provenance).toMatchObject({ url: 'https://www.example.gov.cn/report.html' })
    expect(line?.reports[0]?.doubts).not.toContain('place')
  })

  it('takes the folder for a hint at the place, and doubts a year that the name of the file denies', async () => {
    const text =
      '政府工作报告\n各位代表：\n现在，我代表区人民政府向大会报告工作。\n一、2018年工作回顾\n二、2019年工作安排'
    const [line] = jsonLines<Inspected>(await run(['inspect', file('2012.txt', text)]))
    expect(line?.reports[0]).toMatchObject({ year: 2019, doubts: expect.arrayContaining(['place', 'year']) })
  })

  it('reports a broken file and does the others', async () => {
    const files = [file('empty.txt', ''), join(folder, 'gone.txt'), folder, file('binary.txt', new Uint8Array(512))]
    const ran = await run(['inspect', ...files, SEEDS[2]])
    const lines = jsonLines<Inspected>(ran)
    expect(ran.code).toBe(1)
    expect(lines.map((line) => line.file)).toEqual([...files, SEEDS[2]])
    for (const line of lines.slice(0, 4)) {
      expect(line.reports).toEqual([])
      expect(line.error).toMatch(/\w/)
    }
    expect(lines[4]?.reports[0]?.place?.name).toBe('西工区')
    expect(ran.err.trim().split('\n')).toHaveLength(4)
  })

  it('reads GB18030', async () => {
    const text = '鹤岗市政府工作报告\n——2019年1月8日在鹤岗市第十六届人民代表大会第三次会议上\n各位代表：'
    // Two-byte codes of the characters, made by Node's decoder run backwards.
    const codes = new Map<string, number[]>()
    const decoder = new TextDecoder('gb18030')
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        const character = decoder.decode(new Uint8Array([lead, trail]))
        if (character.length === 1 && !codes.has(character)) codes.set(character, [lead, trail])
      }
    }
    const bytes = [...text].flatMap((it) => (it.charCodeAt(0) < 128 ? [it.charCodeAt(0)] : (codes.get(it) ?? [])))
    const ran = await run(['inspect', file('gbk.txt', new Uint8Array(bytes))])
    expect(jsonLines<Inspected>(ran)[0]).toMatchObject({ encoding: 'gb18030', characters: text.length })
  })
})

type Envelope = { file: string; report: string; status: string }
const isMatter = (line: (ExtractedStatement | ExtractedMatter) & Envelope): line is ExtractedMatter & Envelope =>
  'type' in line

describe('extract', () => {
  it('writes statements whose quantity stands where they say, and matters with their type', async () => {
    const ran = await run(['extract', ...SEEDS.slice(1, 3)])
    const lines = jsonLines<(ExtractedStatement | ExtractedMatter) & Envelope>(ran)
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(new Set(lines.map((line) => line.file))).toEqual(new Set(SEEDS.slice(1, 3)))
    for (const line of lines) {
      const text = seed((SEEDS as readonly unknown[]).indexOf(line.file))
      expect((isMatter(line) ? ExtractedMatter : ExtractedStatement).safeParse(line).success).toBe(true)
      expect(Object.keys(line).slice(0, 3)).toEqual(['file', 'report', isMatter(line) ? 'type' : 'start'])
      if (!isMatter(line)) expect(text.slice(line.start, line.start + line.quantity.length)).toBe(line.quantity)
      expect(line.status).toBe('suggested')
      expect(line.report).toMatch(/^[0-9a-f-]{36}$/)
    }
    for (const file of SEEDS.slice(1, 3)) {
      const own = lines.filter((line) => line.file === file)
      expect(own.map(({ start }) => start)).toEqual(own.map(({ start }) => start).sort((a, b) => a - b))
    }
    expect(new Set(lines.filter(isMatter).map(({ type }) => type)).size).toBeGreaterThan(3)
    expect(lines).toContainEqual(expect.objectContaining({ canonical: 'gdp', quantity: '305.8亿元', value: 305.8 }))
  })

  it('counts statements and matters in the line of each source', async () => {
    const lines = jsonLines<Record<string, unknown>>(await run(['extract', '--summaries', SEEDS[1]]))
    const [summary, ...found] = lines
    const matters = found.filter(({ type }) => type !== undefined).length
    const counts = { statements: found.length - matters, matters }
    expect(summary).toMatchObject({ type: 'source', ...counts, reports: [counts] })
    expect(matters).toBeGreaterThan(0)
  })

  it('gives the same statements for lines of standard input', async () => {
    const id = createHash('sha256').update(seed(2)).digest('hex')
    const fromFile = jsonLines<Record<string, unknown>>(await run(['extract', SEEDS[2]]))
    const ran = await run(['extract', '--stdin'], `${JSON.stringify({ id, text: seed(2) })}\n`)
    const fromLine = jsonLines<Record<string, unknown>>(ran)
    expect(ran.code).toBe(0)
    expect(fromLine.length).toBeGreaterThan(0)
    expect(fromLine).toEqual(fromFile.map(({ file: _, ...rest }) => ({ id, ...rest })))
  })

  it('reports lines that are none and does the others', async () => {
    const good = JSON.stringify({ id: 'second', text: seed(2) })
    const input = ['{"id": 1}', 'no json', '', good, '{"id":"empty","text":""}'].join('\n')
    const ran = await run(['extract', '--stdin'], input)
    expect(ran.code).toBe(1)
    expect(new Set(jsonLines<{ id: string }>(ran).map(({ id }) => id))).toEqual(new Set(['second']))
    expect(
      ran.err
        .trim()
        .split('\n')
        .map((line) => line.slice(0, 7)),
    ).toEqual(['Line 1:', 'Line 2:', 'Line 5:'])
  })
})

describe('compare', () => {
  it('writes a workbook and a line per cell', async () => {
    const path = join(folder, '对比.xlsx')
    const ran = await run(['compare', ...SEEDS, '--xlsx', path])
    const lines = jsonLines<Record<string, unknown>>(ran)
    expect(ran.code).toBe(0)
    expect(lines.length).toBeGreaterThan(20)
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(
        expect.arrayContaining(['place', 'year', 'indicator', 'kind', 'role', 'value', 'unit', 'file', 'start']),
      )
      const text = seed((SEEDS as readonly unknown[]).indexOf(line.file))
      expect(text.slice(Number(line.start))).toMatch(/^[\d零一二三四五六七八九十百千万两]/)
    }
    expect(lines).toContainEqual(
      expect.objectContaining({
        place: '西工区',
        year: '2019',
        indicator: 'gdp',
        kind: 'level',
        value: 305.8,
        unit: '亿元',
      }),
    )
    // A zip archive with the parts of a workbook.
    const bytes = readFileSync(path)
    expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK')
    expect(bytes.includes('xl/workbook.xml')).toBe(true)
  })

  it('fails where the workbook can not be written', async () => {
    const ran = await run(['compare', SEEDS[1], '--xlsx', join(folder, 'none', 'out.xlsx')])
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/out\.xlsx/)
  })
})
