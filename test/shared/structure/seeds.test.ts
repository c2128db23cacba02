import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readStructure } from '#shared/structure/structure'

interface Golden {
  file: string
  kind: string
  title: string
  /** First and last words of the report, as read by a person. */
  first: string
  last: string
  /** How often the report's kind of stretch, other articles and furniture with ink stand on the page. */
  articles: number
}

/** Where the reports of the five seeds stand, decided by reading each page wholly. */
const GOLDEN: readonly Golden[] = [
  {
    file: '000_72280f6944ee79bd',
    kind: 'digest',
    title: '奋力在现代化建设新征程重振洛阳辉煌中贡献漯河力量',
    first: '奋力在现代化建设新征程重振洛阳辉煌中贡献漯河力量\n\n漯河区十七届人大三次会议',
    last: '深入开展“同心圆·共发展”活动。(凌彦)',
    articles: 2,
  },
  {
    file: '001_c1cea06f4beada15',
    kind: 'digest',
    title: '奋力谱写社会主义现代化美丽新瀍河高质量发展绚丽篇章',
    first: '# 奋力谱写社会主义现代化美丽新瀍河高质量发展绚丽篇章\n\n## 瀍河区',
    last: '为环卫工人提供爱心早餐,开展百场文化惠民活动。',
    articles: 0,
  },
  {
    file: '002_395ec08d707c8053',
    kind: 'full',
    title: '2020年洛阳市西工区政府工作报告',
    first: '2020年洛阳市西工区政府工作报告\n\n    ——2020年5月22日',
    last: '为建设活力新西工、共创西工美好未来而努力奋斗!',
    articles: 0,
  },
  {
    file: '003_f9b85e353477209f',
    kind: 'digest',
    title: '加快建设活力西工、智慧西工、幸福西工',
    first: '# 加快建设活力西工、智慧西工、幸福西工\n\n## 西工区十五届人大四次会议',
    last: '●筑牢社会稳定底线\n\n(赵普)',
    articles: 3,
  },
  {
    file: '004_bb7a348c881b95a3',
    kind: 'continuation',
    title: '政府工作报告',
    first: '政府工作报告\n\n(上接02版)积极创建',
    last: '奋力谱写中国式现代化洛阳建设更加出彩的绚丽篇章!',
    articles: 3,
  },
]

const textOf = (file: string): string => readFileSync(`seeds/${file}.txt`, 'utf8')

describe.each(GOLDEN)('the seed $file', ({ file, kind, title, first, last, articles }) => {
  const text = textOf(file)
  const { reports, stretches } = readStructure(text)
  const [report] = reports

  it('holds one report, with its kind, title and exact span', () => {
    expect(reports).toHaveLength(1)
    expect(report).toMatchObject({ kind, title, start: text.indexOf(first), end: text.indexOf(last) + last.length })
    expect(report?.reasons.length).toBeGreaterThan(0)
  })

  it('tells the other articles from it', () => {
    expect(stretches.filter((stretch) => stretch.kind === 'article')).toHaveLength(articles)
    const own = stretches.filter((stretch) => stretch.kind === 'report')
    expect(own.every((stretch) => stretch.report === 0)).toBe(true)
    expect(own[0]?.start).toBe(report?.start)
  })

  it('has every gold statement of the report inside and every other one outside', () => {
    const lines = readFileSync(`test/gold/${file}.jsonl`, 'utf8').trim().split('\n')
    expect(lines.length).toBeGreaterThan(40)
    for (const line of lines) {
      const gold: { start: number; quantity: string; article: string } = JSON.parse(line)
      const inside = report !== undefined && gold.start >= report.start && gold.start < report.end
      expect([gold.quantity, inside ? 'main' : 'other']).toEqual([gold.quantity, gold.article])
    }
  })

  it('gives each gold statement of the report a section that looks the way its role does', () => {
    const wrong: string[] = []
    for (const line of readFileSync(`test/gold/${file}.jsonl`, 'utf8').trim().split('\n')) {
      const gold: { start: number; quantity: string; article: string; role: string } = JSON.parse(line)
      const around = report?.sections.filter(({ start, end }) => start <= gold.start && gold.start < end) ?? []
      const deepest = around.toSorted((a, b) => b.level - a.level)[0]
      const outlook = deepest?.turn !== undefined && deepest.turn <= gold.start ? 'plan' : deepest?.outlook
      if (gold.article === 'main' && outlook && (outlook === 'plan') !== (gold.role === 'target'))
        wrong.push(gold.quantity)
    }
    expect(wrong).toEqual([])
  })
})

/** A section as `level outlook year title`. */
const outline = (file: string, deepest: number): string[] =>
  (readStructure(textOf(file)).reports[0]?.sections ?? [])
    .filter(({ level }) => level <= deepest)
    .map(({ level, outlook, year, title }) => `${level} ${outlook} ${year ?? '-'} ${title}`)

describe('sections of the seeds', () => {
  it('000: review by bold leads, plan by paragraphs that turn', () => {
    expect(outline('000_72280f6944ee79bd', 2)).toEqual([
      '1 review 2022 精彩2022 生动诠释新时代漯河力量、漯河担当',
      '2 review 2022 项目建设加快推进',
      '2 review 2022 发展活力持续释放',
      '2 review 2022 城市建设步伐加快',
      '2 review 2022 乡村振兴全面推进',
      '2 review 2022 幸福指数稳步提升',
      '2 plan - 促进经济提质提速',
      '2 plan - 大力发展风口产业',
      '2 plan - 持续强化创新驱动',
      '2 plan - 深化城市建设提质',
      '2 plan - 全面推进乡村振兴',
      '2 plan - 加快激发活力动能',
      '2 plan - 推动绿色低碳发展',
      '2 plan - 持续增进民生福祉',
      '2 plan - 全力防范化解风险隐患',
    ])
  })

  it('000: a section that turns to the plan without a heading says where', () => {
    const text = textOf('000_72280f6944ee79bd')
    const [section] = readStructure(text).reports[0]?.sections ?? []
    expect(section?.turn).toBe(text.indexOf('2023年总体要求是'))
  })

  it('002: the tree of a full report', () => {
    expect(outline('002_395ec08d707c8053', 1)).toEqual([
      '1 review 2019 2019年工作回顾',
      '1 plan 2020 2020年总体工作部署',
      '1 plan 2020 2020年重点工作',
      '1 plan - 努力建设人民满意的服务型政府',
    ])
    expect(outline('002_395ec08d707c8053', 2)).toContain(
      '2 plan 2020 全力抓好经济运行,在对冲疫情、补欠稳增上谋取新突破',
    )
  })

  it('003: plan before review, by the years in the headings', () => {
    expect(outline('003_f9b85e353477209f', 2).slice(0, 4)).toEqual([
      '1 plan 2024 2024年西工区政府工作总体要求',
      '1 review 2023 2023年 砥砺奋进,共创新绩',
      '1 plan 2024 2024年 聚力八个重点,拼经济抓发展',
      '2 plan 2024 聚力提质增效 在夯实经济底盘上实现新突破',
    ])
  })

  it('004: the note that the page continues is furniture inside the report', () => {
    const text = textOf('004_bb7a348c881b95a3')
    const { stretches, reports } = readStructure(text)
    const inside = stretches.filter(
      ({ kind, start, end }) =>
        kind === 'furniture' && start > (reports[0]?.start ?? 0) && end < (reports[0]?.end ?? 0),
    )
    expect(inside.map(({ start, end }) => text.slice(start, end))).toEqual(['(上接02版)'])
  })

  it('004: a page without its beginning looks ahead by its words', () => {
    expect(outline('004_bb7a348c881b95a3', 1)).toEqual([
      '1 plan - 提内涵推动深度融合,筑牢文旅文创支柱',
      '1 plan - 重实效深化改革开放,增强现代化洛阳建设内生动力',
      '1 plan - 高标准保障和改善民生,持续提升人民生活品质',
      '1 plan - 更严格统筹发展和安全,坚决守牢底线红线',
    ])
  })
})
