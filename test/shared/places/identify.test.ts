import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { identifyReport } from '#shared/places/identify'

/** Identifies a whole text under a file name that tells nothing. */
const identify = (text: string, title = text.split('\n')[0] ?? '', fileName = 'a.txt') =>
  identifyReport({ text, start: 0, end: text.length, title, fileName, folder: '', told: {}, places: [] })

const seed = (name: string): string => readFileSync(new URL(`../../../seeds/${name}.txt`, import.meta.url), 'utf8')

describe('the seeds, read whole', () => {
  it.each([
    ['000_72280f6944ee79bd', '410304', 2023, '漯河区'],
    ['001_c1cea06f4beada15', '410304', 2022, null],
    ['002_395ec08d707c8053', '410303', 2020, null],
    ['003_f9b85e353477209f', '410303', 2024, null],
    ['004_bb7a348c881b95a3', '410300', 2024, null],
  ])('%s is of %s and %d', (name, code, year, repairedFrom) => {
    const found = identify(seed(name))
    expect({ code: found.place?.code, year: found.year, repairedFrom: found.repairedFrom }).toEqual({
      code,
      year,
      repairedFrom,
    })
  })

  it('says why the misread name was repaired', () => {
    const { place, reasons } = identify(seed('000_72280f6944ee79bd'))
    expect(place).toMatchObject({ name: '瀍河回族区', short: '瀍河' })
    expect(reasons[0]).toEqual({
      key: 'reasons.place.repaired',
      params: { from: '漯河区', to: '瀍河区', name: '瀍河回族区', parent: '洛阳市' },
    })
  })
})

/** A report of an ordinary place: only the lines that tell. */
const report = (lines: string[]): string =>
  [...lines, '各位代表：', '现在，我代表市人民政府向大会报告工作，请予审议。'].join('\n')

describe('the place', () => {
  it('is told by the congress', () => {
    const found = identify(report(['政府工作报告', '——2019年1月8日在鹤岗市第十六届人民代表大会第三次会议上']))
    expect(found.place?.name).toBe('鹤岗市')
    expect(found.reasons.map(({ key }) => key)).toContain('reasons.place.congress')
  })

  it('is a homonym under the division that stands before it', () => {
    const lines = (city: string) =>
      report(['政府工作报告', `——2019年1月8日在${city}鼓楼区第十六届人民代表大会第三次会议上`])
    expect(identify(lines('南京市')).place?.code).toBe('320106')
    expect(identify(lines('福州市')).place?.code).toBe('350102')
    expect(identify(lines('徐州市')).place?.code).toBe('320302')
  })

  it.each(['洛阳市瀍河区2023政府工作报告', '瀍河回族区人民政府2023年度工作报告', '二〇二三年瀍河区政府工作报告'])(
    'is told by %s',
    (title) => {
      expect(identify(`${title}\n各位代表：`).place?.code).toBe('410304')
    },
  )

  it('is today’s place for a former name', () => {
    const found = identify(report(['襄樊市政府工作报告', '——2006年2月10日在襄樊市第十四届人民代表大会第三次会议上']))
    expect(found.place?.name).toBe('襄阳市')
    expect(found.reasons).toContainEqual({
      key: 'reasons.place.former',
      params: { name: '襄樊市', now: '襄阳市' },
    })
  })

  it('is the city or the province by the level word', () => {
    expect(identify('2019年吉林省政府工作报告\n全省经济').place?.name).toBe('吉林省')
    expect(identify('2019年吉林市政府工作报告\n全市经济').place?.name).toBe('吉林市')
  })

  it('is none for a township', () => {
    const found = identify('政府工作报告\n——2019年1月8日在孟津县白鹤镇第十六届人民代表大会第三次会议上')
    expect(found.place).toBeNull()
    expect(found.confidence).toBe(0)
    expect(found.reasons[0]?.key).toBe('reasons.place.unknown')
  })

  it.each([
    ['高新技术产业开发区管委会工作报告', '现在，我代表管委会报告工作。'],
    ['洛阳高新技术产业开发区管委会2023年工作报告', '现在，我代表洛阳高新技术产业开发区管委会报告工作。'],
  ])('is none for a zone: %s', (title, opening) => {
    const found = identify(`${title}\n各位代表：\n${opening}\n全区上下在洛阳市委、洛阳市政府领导下，洛阳再上台阶。`)
    expect(found.place).toBeNull()
    expect(found.reasons[0]?.key).toBe('reasons.place.unknown')
  })

  it('is none for a township whose name has a word of sentences in it, once title and congress agree', () => {
    const lines = ['会盟镇政府工作报告', '——2021年1月6日在会盟镇第十四届人民代表大会第三次会议上']
    expect(identify(`${report(lines)}\n在孟津县委、孟津县政府领导下，孟津县发展。`).place).toBeNull()
  })

  it.each([
    ['达茂旗', '150223'],
    ['双江自治县', '530925'],
    ['大厂县', '131028'],
    ['克州', '653000'],
    ['科左中旗', '150521'],
    ['锡盟', '152500'],
  ])('is known as it is called: %s', (called, code) => {
    expect(identify(report([`${called}政府工作报告`])).place?.code).toBe(code)
  })

  it('is the county that became a district, by how its report speaks of itself', () => {
    const lines = ['政府工作报告', '——2016年2月21日在东乡县第十八届人民代表大会第二次会议上']
    const text = `${report(lines)}\n在抚州市委领导下，全县经济发展，全县财政增收，我县东乡县又好又快。`
    expect(identify(text).place?.name).toBe('东乡区')
  })

  it('is the nation for a report of the State Council', () => {
    const text =
      '政府工作报告\n——2023年3月5日在第十四届全国人民代表大会第一次会议上\n现在，我代表国务院，向大会报告政府工作。'
    expect(identify(text).place?.code).toBe('000000')
    expect(identify(text).year).toBe(2023)
  })

  it('is repaired for a city whose name is misread throughout, from what stands under it', () => {
    const text =
      '政府工作报告\n——2019年1月8日在佞山市第十五届人民代表大会第四次会议上\n支持禅城区、南海区、顺德区、高明区发展。'
    const found = identify(text)
    expect([found.place?.name, found.repairedFrom]).toEqual(['佛山市', '佞山市'])
  })

  it('does not take ordinary words for counties', () => {
    expect(
      identify('政府工作报告\n加强合作，整合资源，新建道路，建设平安社区，全市合作共赢，合作，合作。').place,
    ).toBeNull()
  })

  it('is none where the text names none', () => {
    expect(identify('政府工作报告\n各位代表').place).toBeNull()
    expect(identify('').place).toBeNull()
  })

  it('does not follow the file name against the text', () => {
    const text = report(['政府工作报告', '——2019年1月8日在鹤岗市第十六届人民代表大会第三次会议上'])
    expect(identify(text, '政府工作报告', '漯河市2012.txt').place?.name).toBe('鹤岗市')
    expect(identify(text, '政府工作报告', '漯河市2012.txt').year).toBe(2019)
  })
})

describe('names that are misread', () => {
  /** A report long enough for its body to speak against its head. */
  const long = (head: string, body: string): string =>
    `${head}\n各位代表：\n现在，我代表县人民政府向大会报告工作。\n${'过去一年，全县上下凝心聚力。\n'.repeat(180)}${body.repeat(8)}`

  it('are read as the one that the body says throughout', () => {
    const found = identify(
      long(
        '政府工作报告\n——2019年1月8日在泗阳县第十六届人民代表大会第三次会议上',
        '沭阳县加快发展，沭阳位居宿迁市前列。\n',
      ),
    )
    expect([found.place?.name, found.repairedFrom]).toEqual(['沭阳县', '泗阳县'])
  })

  it('are not repaired where the body says them too', () => {
    const found = identify(
      long(
        '政府工作报告\n——2019年1月8日在泗阳县第十六届人民代表大会第三次会议上',
        '泗阳县与沭阳县共同发展，沭阳县、沭阳县。\n',
      ),
    )
    expect([found.place?.name, found.repairedFrom]).toEqual(['泗阳县', null])
  })

  it('are doubtful where the text says little of the division above', () => {
    const body = '支持武汉市、宜昌市、襄阳市、黄石市、十堰市发展。\n'.repeat(6)
    const found = identify(`政府工作报告\n——2019年1月8日在桀川县第十六届人民代表大会第三次会议上\n${body}洛阳市。`)
    expect([found.place?.name, found.certainty.place < 0.5]).toEqual(['栾川县', true])
  })
})

describe('namesakes', () => {
  const lines = (rest: string): string =>
    report(['政府工作报告', '——2019年1月8日在鼓楼区第十六届人民代表大会第三次会议上', rest])

  it.each([
    ['来源：福州日报', '350102'],
    ['在徐州市委的坚强领导下，', '320302'],
    ['与玄武区、秦淮区、建邺区、雨花台区一道，', '320106'],
  ])('are told apart by %s', (rest, code) => {
    const found = identify(lines(rest))
    expect(found.place?.code).toBe(code)
    expect(found.certainty.place).toBeGreaterThanOrEqual(0.5)
  })

  it('are doubtful where nothing tells', () => {
    expect(identify(lines('')).certainty.place).toBeLessThan(0.5)
  })

  it('are not told by the cities that the report looks up to', () => {
    const found = identify(lines('对标福州，学习福州经验，与福州合作。在徐州市委领导下，'))
    expect(found.place?.code).toBe('320302')
  })
})

describe('what stands around the text', () => {
  const text = report(['政府工作报告', '——2019年1月8日在鹤岗市第十六届人民代表大会第三次会议上', '三、2019年工作安排'])
  const around = (fileName: string, folder = '') =>
    identifyReport({ text, start: 0, end: text.length, title: '', fileName, folder, told: {}, places: [] })

  it.each([
    ['漯河市2012.txt', '', { place: true, year: true }],
    ['政府工作报告.txt', '漯河市', { place: true, year: false }],
    ['鹤岗2018.txt', '漯河市', { place: false, year: true }],
    ['鹤岗市2019年政府工作报告.docx', '', { place: false, year: false }],
    ['黑龙江/2019.txt', '黑龙江', { place: false, year: false }],
    ['20190203.txt', '下载', { place: false, year: false }],
    ['新建文本文档.txt', '', { place: false, year: false }],
  ])('%s in %s casts doubt on %o', (fileName, folder, doubted) => {
    const { place, year, certainty } = around(fileName, folder)
    expect([place?.name, year]).toEqual(['鹤岗市', 2019])
    expect({ place: certainty.place < 0.5, year: certainty.year < 0.5 }).toEqual(doubted)
  })

  it('tells place and year by the title of the page where the text tells neither', () => {
    const page = '各位代表：\n现在，我代表市人民政府向大会报告工作。\n全市努力。'
    const found = identifyReport({
      ...{ text: page, start: 0, end: page.length, title: '', fileName: '1.htm', folder: '', places: [] },
      told: { title: '鹤岗市2019年政府工作报告_鹤岗市人民政府' },
    })
    expect([found.place?.name, found.year]).toEqual(['鹤岗市', 2019])
    expect([found.certainty.place < 0.5, found.certainty.year < 0.6]).toEqual([true, true])
  })

  it('tells the year where the text does not, as a doubtful one', () => {
    const found = identify('鹤岗市政府工作报告\n全市努力。', '鹤岗市政府工作报告', '鹤岗2018.txt')
    expect(found.year).toBe(2018)
    expect(found.certainty.year).toBeLessThan(0.5)
    expect(found.reasons).toContainEqual({ key: 'reasons.year.file', params: { year: 2018 } })
  })
})

describe('the year planned for', () => {
  it.each([
    ['the date of a congress in January', '在鹤岗市第十六届人民代表大会第三次会议上（2019年1月8日）', 2019],
    ['the next year for a congress in December', '——2018年12月27日在鹤岗市第十六届人民代表大会第三次会议上', 2019],
    ['the year after the one reviewed', '政府工作报告\n\n一、2018年工作回顾', 2019],
    ['the year of the plan', '政府工作报告\n\n三、2019年工作安排', 2019],
    ['the year of the title', '2019年政府工作报告', 2019],
    ['the year of the title without 年', '鹤岗市2019政府工作报告', 2019],
    ['the year behind the title', '鹤岗市政府工作报告（2019）', 2019],
    ['a year in Chinese numerals', '——二〇一九年一月八日在鹤岗市第十六届人民代表大会第三次会议上', 2019],
    ['a year in full-width digits', '——２０１９年1月8日在鹤岗市第十六届人民代表大会第三次会议上', 2019],
  ])('is %s', (_, text, year) => {
    expect(identify(text).year).toBe(year)
  })

  it.each([
    ['a plan that is put to the vote', '连同《规划》与“十三五”规划纲要（草案）一并审议', 2016],
    ['a plan by its number', '请连同第十四个五年规划和二〇三五年远景目标纲要（草案）一并审议', 2021],
    ['the plan looked back on', '“十二五”时期工作回顾', 2016],
    ['the year called past', '刚刚过去的2019年，全市上下团结奋斗。', 2020],
    ['a list of plenary sessions', '贯彻十九届二中、三中、四中、五中全会精神', 2021],
    [
      'no year for the first of several',
      '一、2003年以来工作回顾\n2006年，增长4%。2007年，增长5%。2007年是关键之年。',
      2007,
    ],
    ['its own year for an autumn election', '——2021年10月26日在鹤岗市第十六届人民代表大会第一次会议上', 2021],
    ['the next year for an autumn session', '——2021年11月26日在鹤岗市第十六届人民代表大会第二次会议上', 2022],
  ])('follows from %s', (_, line, year) => {
    expect(identify(`政府工作报告\n${line}\n`).year).toBe(year)
  })

  it('is the year after a title that names the year reviewed', () => {
    const text = '2018年政府工作报告\n\n一、2018年工作回顾\n\n2018年是……\n\n二、2019年工作安排\n\n2019年是……'
    expect(identify(text).year).toBe(2019)
  })

  it('is not the day on which a forum or a site put it up', () => {
    const text = '发表于 2023-3-1\n发布时间：2023年3月1日\n政府工作报告\n一、2018年工作回顾\n二、2019年工作安排'
    expect(identify(text).year).toBe(2019)
  })

  it('comes from animal years and new divisions where no year is named', () => {
    const text = '龙年春节，偃师区的企业开工。\n政府工作报告\n全市要继续努力。'
    const found = identify(text)
    expect(found.year).toBe(2024)
    expect(found.reasons.at(-1)?.key).toBe('reasons.year.animal')
  })

  it('is unknown where nothing tells', () => {
    const found = identify('政府工作报告\n各位代表')
    expect(found.year).toBeNull()
    expect(found.reasons.map(({ key }) => key)).toContain('reasons.year.none')
  })
})
