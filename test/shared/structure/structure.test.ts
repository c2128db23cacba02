import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStructure } from '#shared/structure/structure'

const SPEECH = `甲县政府工作报告

——2021年1月20日在甲县第十六届人民代表大会第五次会议上

县长 张三

各位代表:

现在,我代表县人民政府向大会报告工作,请予审议。

一、2020年工作回顾

过去一年,地区生产总值增长4%。

二、2021年工作安排

今年主要预期目标是:地区生产总值增长6%。

各位代表!让我们为实现上述目标而努力奋斗!`

const NEWS = `全市开展安全生产大检查

本报讯(记者 李四)昨日,全市开展安全生产大检查,检查企业300家,整改隐患120处。

检查组强调,要压实责任。`

const spans = (text: string): string[] => readStructure(text).reports.map(({ start, end }) => text.slice(start, end))
const kinds = (text: string): string[] => readStructure(text).reports.map(({ kind }) => kind)

describe('readStructure finds', () => {
  it('a speech, from its title to its closing words', () => {
    expect(spans(SPEECH)).toEqual([SPEECH])
    expect(kinds(SPEECH)).toEqual(['full'])
  })

  it.each([
    ['\r\n', SPEECH.replaceAll('\n', '\r\n')],
    ['full width punctuation', SPEECH.replaceAll(',', '，').replaceAll(':', '：').replaceAll('!', '！')],
    ['no blank lines', SPEECH.replaceAll('\n\n', '\n')],
    [
      'Markdown',
      SPEECH.replace('甲县政府工作报告', '# 甲县政府工作报告').replace('一、2020年工作回顾', '**一、2020年工作回顾**'),
    ],
    ['a byte order mark', `\uFEFF${SPEECH}`],
    ['manual breaks', SPEECH.replaceAll('\n', '\v')],
    ['full width digits', SPEECH.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
  ])('the same speech with %s', (_, text) => {
    expect(kinds(text)).toEqual(['full'])
    expect(
      readStructure(text)
        .reports[0]?.sections.map(({ outlook, year }) => [outlook, year])
        .slice(0, 2),
    ).toEqual([
      ['review', 2020],
      ['plan', 2021],
    ])
  })

  it('the title in the front matter of a converted page', () => {
    const text = `---\ntitle: 甲县2021年政府工作报告\n---\n\n${SPEECH.slice(SPEECH.indexOf('——'))}`
    expect(readStructure(text).reports).toMatchObject([
      { title: '甲县2021年政府工作报告', kind: 'full', start: text.indexOf('——') },
    ])
  })

  it('the title above what a site prints under it', () => {
    const text = SPEECH.replace('会议\n\n县长', '会议\n\n来源:县政府办 发布时间:2021-02-01\n浏览次数:123\n\n县长')
    expect(spans(text)).toEqual([text])
    expect(readStructure(text).reports).toMatchObject([{ title: '甲县政府工作报告', kind: 'full' }])
  })

  it('a speech to its end over the page numbers of a print', () => {
    const text = SPEECH.replace('二、2021年', '12\n\n二、2021年')
    expect(spans(text)).toEqual([text])
  })

  it('a speech among news', () => {
    const text = `${NEWS}\n\n${SPEECH}\n\n${NEWS}`
    expect(spans(text)).toEqual([SPEECH])
    expect(readStructure(text).stretches.map(({ kind }) => kind)).toEqual(['article', 'report', 'article'])
  })

  it('a digest up to a story under a headline that nothing marks', () => {
    const digest = `甲县十六届人大五次会议开幕\n\n1月20日,甲县第十六届人民代表大会第五次会议开幕。县长张三作政府工作报告,总结了2020年工作。\n\n过去一年,生产总值增长4%,完成投资30亿元,改造小区20个,新增就业1万人,引进企业40家。\n\n2021年主要预期目标是:生产总值增长6%。\n\n重点抓好民生实事。`
    const story = '乡村集市红火迎新春\n\n昨日7时许,甲镇集市人声鼎沸。摊主李四今年销售额增长20%。'
    const text = `${digest}\n\n${story}`
    expect(spans(text)).toEqual([digest])
    expect(kinds(text)).toEqual(['digest'])
    expect(readStructure(text).stretches.map(({ kind }) => kind)).toEqual(['report', 'article'])
  })

  it('a report printed twice only once', () => {
    const told =
      '县人民代表大会会议开幕,主要预期目标和总体要求明确,办好民生实事,完成投资3亿元、5亿元、6亿元,项目8个、9个。'
    const long = SPEECH.replace('过去一年', `${'各项事业取得新的进展。'.repeat(60)}${told}过去一年`)
    expect(spans(`${long}\n\n${long}`)).toEqual([long])
    expect(readStructure(`${long}\n\n${long}`).stretches.map(({ kind }) => kind)).toEqual(['report', 'article'])
  })

  it('a speech whose head is set apart, or all of it', () => {
    const apart = (text: string): string => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' ')
    const head = SPEECH.split('\n').map((line, at) => (at < 9 ? apart(line) : line))
    expect(kinds(head.join('\n'))).toEqual(['full'])
    expect(kinds(apart(SPEECH))).toEqual(['full'])
    expect(readStructure(apart(SPEECH)).reports[0]?.title).toBe('甲县政府工作报告')
  })

  it('a speech as one though its title runs along the head of every page', () => {
    const pages = SPEECH.split('\n\n').map((part, at) => `${part}\n— ${at + 1} —\n甲县政府工作报告`)
    expect(readStructure(pages.join('\n')).reports.map(({ kind }) => kind)).toEqual(['full'])
  })

  it('a speech up to the report on the plan behind it', () => {
    const plan =
      '关于甲县2020年国民经济和社会发展计划执行情况与2021年计划草案的报告\n\n各位代表:\n\n受县人民政府委托,现将计划报告如下。'
    expect(spans(`${SPEECH}\n\n${plan}`)).toEqual([SPEECH])
  })

  it('no title in opening words, dates or a lost beginning', () => {
    const opening = '各位代表:\n\n现在,我代表市人民政府向大会作政府工作报告,请予审议。'
    const body = SPEECH.slice(SPEECH.indexOf('一、2020'))
    for (const head of [opening, `——二O二一年1月12日在甲市第五届人民代表大会第五次会议上\n\n${opening}`])
      expect(readStructure(`${head}\n\n${body}`).reports.map(({ title }) => title)).toEqual(['政府工作报告'])
  })

  it('two reports in one file', () => {
    const other = SPEECH.replaceAll('甲县', '乙县').replaceAll('2021', '2022').replaceAll('2020', '2021')
    expect(spans(`${SPEECH}\n\n${other}`)).toEqual([SPEECH, other])
  })

  it('a speech without its plan as incomplete', () => {
    const text = SPEECH.slice(0, SPEECH.indexOf('二、'))
    expect(readStructure(text).reports).toMatchObject([{ kind: 'incomplete' }])
  })

  it('a shortened report as a digest', () => {
    const body = '\n\n2020年,全县生产总值增长4%。\n\n二、2021年目标\n\n增长6%。\n\n推进项目建设。'
    const text = `政府工作报告(摘要)\n\n2021年1月20日在甲县第十六届人民代表大会第五次会议上${body}`
    expect(kinds(text)).toEqual(['digest'])
  })

  it('what is appended to a report as sections of their own, explanations of terms as no part of the speech', () => {
    const list = '附件1\n\n2021年甲县十件民生实事\n\n1.新增公办学位400个。'
    const text = `${SPEECH}\n\n${list}\n\n名词解释\n\n“四上”企业:指规模以上企业。`
    expect(spans(`${text}\n\n${NEWS}`)).toEqual([text])
    expect(readStructure(text).reports[0]?.sections.map(({ title, appendix }) => [title, appendix])).toEqual([
      ['2020年工作回顾', false],
      ['2021年工作安排', false],
      ['附件1 2021年甲县十件民生实事', false],
      ['名词解释', true],
    ])
  })

  it('one report where a page note stands in the middle', () => {
    const text = SPEECH.replace('二、2021年', '政府工作报告\n\n(上接01版)继续推进。\n\n二、2021年')
    expect(kinds(text)).toEqual(['full'])
  })
})

describe('readStructure finds no report in', () => {
  it.each([
    ['news', NEWS],
    ['nothing', ''],
    ['white space', ' \n\n '],
    [
      'a policy document',
      '甲县人民政府关于落实政府工作报告重点任务分工的意见\n\n各乡镇人民政府:\n\n为全面完成县政府工作报告确定的目标任务,制定本意见。\n\n一、总体要求\n\n坚持稳中求进。主要预期目标:增长6%,投资5亿元,项目30个,企业20家,就业2万人。\n\n二、重点工作\n\n办好民生实事。',
    ],
    [
      'a news item on the congress',
      '甲县十六届人大五次会议开幕\n\n本报讯(记者 李四)1月20日,甲县第十六届人民代表大会第五次会议开幕。县长张三作政府工作报告。\n\n各位代表认真审议。',
    ],
    [
      'the report of a standing committee',
      '甲县人民代表大会常务委员会工作报告\n\n各位代表:\n\n我受县人大常委会委托,向大会报告工作,请予审议。\n\n一、过去一年的工作\n\n听取专项报告12项。\n\n二、2021年的主要任务\n\n开展执法检查5次。\n\n各位代表!让我们努力奋斗!',
    ],
    [
      'a report on the plan',
      '关于甲县2020年国民经济和社会发展计划执行情况的报告\n\n各位代表:\n\n受县人民政府委托,现将2020年计划执行情况提请大会审查。\n\n一、2020年计划执行情况\n\n增长4%。',
    ],
    ['a comment on a report', '外媒热议政府工作报告:成就令人赞叹\n\n报告指出增长6%。各界反响热烈。一致认为催人奋进。'],
  ])('%s', (_, text) => {
    expect(readStructure(text).reports.filter(({ kind }) => kind !== 'other')).toEqual([])
  })
})

describe('stretches', () => {
  const parts = fc.constantFrom(
    SPEECH,
    NEWS,
    '设为首页',
    '\n\n',
    '\r\n',
    '瀍河',
    '(凌彦)',
    '# 题',
    '政府工作报告',
    '各位代表:',
    ' ',
    '洛阳·综合',
  )

  it('cover any text without gap or overlap, and reports and sections lie inside it', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (list) => {
        const text = list.join('\n')
        const { stretches, reports } = readStructure(text)
        let at = 0
        for (const { start, end } of stretches) {
          expect(start).toBe(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBe(text.length)
        for (const report of reports) {
          for (const { start, end, heading, parent, level } of report.sections) {
            expect(start).toBe(heading.start)
            expect(heading.end).toBeLessThanOrEqual(end)
            expect(start >= report.start && end <= report.end).toBe(true)
            const above = parent === null ? undefined : report.sections[parent]
            expect(level).toBe((above?.level ?? 0) + 1)
            if (above) expect(above.start <= start && end <= above.end).toBe(true)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('marks what a forum puts around a post as furniture', () => {
    const text = readFileSync('seeds/002_395ec08d707c8053.txt', 'utf8')
    expect(
      readStructure(text).stretches.map(({ kind, start, end }) => [kind, text.slice(start, start + 4), end]),
    ).toEqual([
      ['furniture', '设为首页', 312],
      ['report', '2020', 15904],
      ['furniture', '\n\n\n ', text.length],
    ])
  })
})
