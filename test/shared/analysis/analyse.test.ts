import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyseFile } from '#shared/analysis/analyse'
import { readingId, reportId } from '#shared/model/identity'
import type { Place } from '#shared/model/place'
import { Reading, ReadingText } from '#shared/model/reading'
import { Report } from '#shared/model/report'
import { Section } from '#shared/model/section'
import { Source } from '#shared/model/source'
import { ExtractedStatement } from '#shared/model/statement'
import { placeRef } from '#shared/places/gazetteer'
import { FORMAT_RESOURCES } from '../../../electron/cli/format-resources'

const CONTEXT = { resources: FORMAT_RESOURCES }

const AT = '2026-01-02T03:04:05.000Z'

function inputOf(name: string, bytes: Uint8Array) {
  return { name, hash: createHash('sha256').update(bytes).digest('hex'), bytes, at: AT }
}

async function analyse(name: string, bytes: Uint8Array = readFileSync(`seeds/${name}`)) {
  const analysed = await analyseFile(inputOf(name, bytes), CONTEXT)
  if (!analysed.ok) throw new Error(analysed.reason.key)
  return analysed.value
}

const SEEDS = readdirSync('seeds').filter((name) => name.endsWith('.txt'))

describe('analyseFile', () => {
  it.each([
    ['000_72280f6944ee79bd.txt', '瀍河回族区', '漯河区', 2023, 'digest'],
    ['001_c1cea06f4beada15.txt', '瀍河回族区', null, 2022, 'digest'],
    ['002_395ec08d707c8053.txt', '西工区', null, 2020, 'full'],
    ['003_f9b85e353477209f.txt', '西工区', null, 2024, 'digest'],
    ['004_bb7a348c881b95a3.txt', '洛阳市', null, 2024, 'continuation'],
  ])('finds by itself what %s is', async (name, place, repairedFrom, year, kind) => {
    const { reports } = await analyse(name)
    expect(reports).toHaveLength(1)
    expect(reports[0]?.report).toMatchObject({ place: { name: place }, repairedFrom, year, kind })
  })

  it('finds the same past characters that nobody sees, at their own places', async () => {
    const name = SEEDS[2] ?? ''
    const clean = await analyse(name)
    const sown = clean.text.text.replace(/(?<=[^\s])(?=[^\s])/g, (_, at: number) => (at % 7 === 0 ? '\u200b' : ''))
    const { reports, text } = await analyse(name, new TextEncoder().encode(sown))
    const seen = ({ start, end }: { start: number; end: number }): string =>
      text.text.slice(start, end).replaceAll('\u200b', '')
    const told = (from: typeof clean) =>
      from.reports.map(({ report, sections, statements }) => ({
        title: report.title,
        year: report.year,
        place: report.place?.name,
        kind: report.kind,
        sections: sections.map(({ title, outlook, year }) => [title, outlook, year]),
        statements: statements.map(({ indicator, value, year, role }) => [indicator, value, year, role]),
      }))
    expect(told({ ...clean, reports })).toEqual(told(clean))
    const heading = reports[0]?.sections[0]?.heading ?? { start: 0, end: 0 }
    const original = clean.reports[0]?.sections[0]?.heading ?? { start: 0, end: 0 }
    expect(seen(heading)).toBe(clean.text.text.slice(original.start, original.end))
    expect(text.stretches.at(0)?.start).toBe(0)
    expect(text.stretches.at(-1)?.end).toBe(text.text.length)
  })

  it.each(SEEDS)('gives records of %s that fit their schemas and each other', async (name) => {
    const bytes = readFileSync(`seeds/${name}`)
    const { source, reading, text, reports } = await analyse(name, bytes)
    expect(Source.parse(source)).toEqual(source)
    expect(Reading.parse(reading)).toEqual(reading)
    expect(ReadingText.parse(text)).toEqual(text)
    expect(source).toMatchObject({
      name,
      bytes: bytes.length,
      format: 'txt',
      reading: readingId(source.hash, 1),
      importedAt: AT,
    })
    expect(text).toMatchObject({ reading: reading.id, text: bytes.toString('utf8') })
    expect(reading.characters).toBe(text.text.length)
    for (const { report, sections, statements } of reports) {
      expect(Report.parse(report)).toEqual(report)
      expect(report).toMatchObject({
        id: reportId(source.hash, report.ordinal),
        source: source.hash,
        reading: reading.id,
      })
      for (const section of sections) expect(Section.parse(section)).toEqual(section)
      for (const statement of statements) {
        expect(ExtractedStatement.parse(statement)).toEqual(statement)
        expect(text.text.startsWith(statement.quantity, statement.start)).toBe(true)
        expect(statement.start >= report.start && statement.start < report.end).toBe(true)
      }
    }
  })

  it('finds statements, each once, in every seed', async () => {
    for (const name of SEEDS) {
      const { reports } = await analyse(name)
      const keys = reports.flatMap(({ statements }) =>
        statements.map(({ start, quantity, indicator }) => `${start}:${quantity}:${indicator}`),
      )
      expect(keys.length).toBeGreaterThan(10)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('gives the same answer twice', async () => {
    expect(await analyse('003_f9b85e353477209f.txt')).toEqual(await analyse('003_f9b85e353477209f.txt'))
  })

  it('gives every section the year that its outlook implies', async () => {
    const { reports } = await analyse('001_c1cea06f4beada15.txt')
    const years = reports[0]?.sections.map(({ outlook, year }) => `${outlook} ${year}`)
    expect(new Set(years)).toEqual(new Set(['review 2021', 'plan 2022']))
  })

  it('numbers the reports of a file and takes their year from the sections where nothing else tells', async () => {
    const speech = (place: string): string =>
      `各位代表:\n\n现在,我代表${place}人民政府向大会报告工作。\n\n一、2031年工作回顾\n\n投资增长4%。\n\n二、2032年工作安排\n\n投资增长6%。\n\n各位代表!让我们努力奋斗!`
    const { reports } = await analyse(
      'a.txt',
      new TextEncoder().encode(`${speech('西工区')}\n\n${speech('瀍河回族区')}`),
    )
    expect(reports.map(({ report }) => [report.ordinal, report.year])).toEqual([
      [0, 2032],
      [1, 2032],
    ])
    expect(new Set(reports.map(({ report }) => report.id)).size).toBe(2)
  })

  it('keeps a file without a report', async () => {
    const { reports, text } = await analyse('a.md', new TextEncoder().encode('昨日,全市开展检查。'))
    expect(reports).toEqual([])
    expect(text.stretches).toEqual([{ start: 0, end: 10, kind: 'article', report: null }])
  })

  it('says why a file cannot be read', async () => {
    const analysed = await analyseFile(inputOf('a.txt', new Uint8Array()), CONTEXT)
    expect(analysed).toEqual({ ok: false, reason: expect.objectContaining({ key: 'errors.file.empty' }) })
  })

  it('claims nothing of a page without a report', async () => {
    const news = '洛阳市收听收看开幕会\n来源：洛阳日报 2023年3月6日\n本报讯 3月5日，大会开幕。大家表示，报告鼓舞人心。'
    const { source, reports } = await analyse('洛阳市2023年政府工作报告.txt', new TextEncoder().encode(news))
    expect(reports).toEqual([])
    expect(source.provenance.origin).toBe('洛阳日报')
  })

  it('knows the user’s own places, and goes by them where the head names one', async () => {
    const town: Place = {
      code: 'u-6f1c1f0e-0000-4000-8000-000000000001',
      name: '白鹤镇',
      short: '白鹤',
      level: 'township',
      parent: '410308',
      lineage: [],
    }
    const speech = [
      '政府工作报告',
      '——2023年1月8日在孟津区白鹤镇第十六届人民代表大会第三次会议上',
      '镇长 李明',
      '各位代表：',
      '现在，我代表镇人民政府向大会报告工作，请予审议。',
      '一、2022年工作回顾',
      '二、2023年工作安排',
    ].join('\n')
    const bytes = new TextEncoder().encode(speech)
    const place = async (places: Place[]) => {
      const analysed = await analyseFile(inputOf('a.txt', bytes), { ...CONTEXT, places })
      return analysed.ok ? analysed.value.reports[0]?.report.place : undefined
    }
    expect(await place([])).toBeNull()
    expect(await place([town])).toEqual({ ...placeRef(town) })
  })

  it('gives sections the topics that the user made', async () => {
    const speech =
      '各位代表：\n现在，我代表西工区人民政府向大会报告工作。\n一、养蜂大业\n养蜂增长4%。\n二、2023年工作安排\n增长5%。'
    const topics = [{ id: 'u-bees', name: '养蜂', words: ['养蜂'], order: 0, off: false }]
    const analysed = await analyseFile(inputOf('a.txt', new TextEncoder().encode(speech)), { ...CONTEXT, topics })
    expect(analysed.ok && analysed.value.reports[0]?.sections.map(({ topic }) => topic)).toContain('u-bees')
  })

  it('takes where a file comes from out of its text, under what the format tells', async () => {
    const page = '来源：洛阳日报 发布时间：2023-02-10 09:12\n昨日，全市开展检查。'
    const plain = await analyse('a.txt', new TextEncoder().encode(page))
    expect(plain.source.provenance).toMatchObject({
      origin: '洛阳日报',
      published: '2023-02-10 09:12',
      page: '',
      url: '',
    })
  })
})
