import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ExtractedMatter, type Venture } from '#shared/model/matter'
import { draftMatter } from '../../../../shared/matters/draft'
import { givenOf } from '../../../../shared/matters/given'
import { readVentures } from '../../../../shared/matters/ventures/read'
import { prepareReport } from '../../../../shared/statements/extract'
import type { StatementInput } from '../../../../shared/statements/input'

const inputOf = (text: string): StatementInput => ({
  text,
  start: 0,
  end: text.length,
  year: 2023,
  kind: 'full',
  sections: [],
  joins: [],
})
const read = (text: string): Venture[] => readVentures(givenOf(prepareReport(inputOf(text)), []))
const told = (text: string): string =>
  read(text)
    .map(({ name, stage }) => `${name} ${stage}`)
    .join('; ')

describe('names in a list', () => {
  it.each([
    ['唐寺门立交、塔湾立交建成通车。', '唐寺门立交 completed; 塔湾立交 completed'],
    ['开工建设新集水电、华润安能热电等项目。', '新集水电 started; 华润安能热电 started'],
    ['推动上海骥骝、易泰汽车等项目竣工投产。', '上海骥骝 in_use; 易泰汽车 in_use'],
    [
      '推进吕庙产业园、焦柳东中关村软件园和颐高科技园建设。',
      '吕庙产业园 building; 焦柳东中关村软件园 building; 颐高科技园 building',
    ],
    ['加快巨龙、联东等创新社区建设步伐。', '巨龙 building; 联东 building'],
    ['推进东南电化、耀隆化工等工业企业搬迁改造。', '东南电化 building; 耀隆化工 building'],
    ['锦云科技、恒德国际大厦156个项目开工建设。', '锦云科技 started; 恒德国际大厦 started'],
    ['打造“大美漓江”“红色湘江”等精品田园综合体。', '大美漓江 building; 红色湘江 building'],
    [
      '福厦铁路福州段、向莆铁路福州段等一批项目开工、罗源湾北岸铁路支线等一批项目竣工。',
      '福厦铁路福州段 started; 向莆铁路福州段 started; 罗源湾北岸铁路支线 completed',
    ],
    ['市民中心、技师学院一期交付使用。', '市民中心 in_use; 技师学院一期 in_use'],
  ])('%s', (text, expected) => expect(told(text)).toBe(expected))
})

describe('a name by itself', () => {
  it.each([
    ['瀍东污水处理厂建成投用。', '瀍东污水处理厂 in_use'],
    ['建成投用黄河流域非遗保护展示中心。', '黄河流域非遗保护展示中心 in_use'],
    ['全力服务保障呼南高铁焦洛平段建设。', '呼南高铁焦洛平段 building'],
    ['全市首家奥特莱斯购物中心落户西工。', '奥特莱斯购物中心 signed'],
    ['未来城市形象窗口——王城广场商业中心蓝图绘就。', '王城广场商业中心 planned'],
    ['G310提升改造工程建成通车。', 'G310提升改造工程 completed'],
    ['金昱元“填平补齐”项目建成投产。', '金昱元“填平补齐”项目 in_use'],
    ['建成市残疾人康复中心。', '市残疾人康复中心 completed'],
    ['推进均和艺创谷建设。', '均和艺创谷 building'],
  ])('%s', (text, expected) => expect(told(text)).toBe(expected))
})

describe('what becomes of it', () => {
  it.each([
    ['做好商城遗址博物馆、白马寺博物馆前期工作。', 'planned'],
    ['谋划推动西工地文旅街区等项目。', 'planned'],
    ['加快融水至从江高速公路前期工作，争取年内开工。', 'started'],
    ['争取黎明化工院家属区等地块改造项目取得实质性进展。', 'building'],
    ['西下池安置房二期等项目完成征迁。', 'planned'],
    ['秦滨高速埕口至沾化段完成年度任务。', 'building'],
    ['启动西工小街二期改造提升。', 'started'],
    ['夏商周考古研究中心全面开工。', 'started'],
    ['汉魏故城遗址博物馆建成开放。', 'in_use'],
  ])('%s', (text, stage) => expect(read(text)[0]?.stage).toBe(stage))

  it('holds for its own names where several verbs stand in a clause', () => {
    expect(told('确保襄阳机场新航站楼开工、襄阳古城修复工程完工。')).toBe(
      '襄阳机场新航站楼 started; 襄阳古城修复工程 completed',
    )
    expect(told('重点推动手拉手新能源汽车产业园等项目开工，国润汽车产业园等项目竣工。')).toBe(
      '手拉手新能源汽车产业园 started; 国润汽车产业园 completed',
    )
  })
})

describe('what is none', () => {
  it.each([
    '改造老旧小区292个，新建5G基站300个。',
    '深入实施“三大改造”项目，推进“万人助万企”活动。',
    '支持洛阳师范学院建设硕士学位授予单位。',
    '依托郑洛新自创区建设，围绕国际人文交往中心建设。',
    '加快银行、证券、保险等金融机构引进。',
    '完善重大行政决策听证、合法性审查等制度。',
    '建设信用瀍河，加快平安西工建设。',
    '实施雪亮工程、天网工程。',
    '推动产业转型升级，加快高质量发展步伐。',
    '加快棚户区、城中村改造。',
    '在中原股权交易中心挂牌2家以上。',
    '持续推进一二三产业融合发展，建成一批重点项目。',
    '原州区、西吉县加快建设。',
  ])('%s', (text) => expect(told(text)).toBe(''))
})

describe('fields', () => {
  it('takes an amount that is its own, before the name or in brackets behind it', () => {
    const [before] = read('投资14.7亿元的聚能集团锂电负极材料项目开工。')
    expect(before).toMatchObject({
      name: '聚能集团锂电负极材料项目',
      amount: { start: 2, quantity: '14.7亿元', value: 14.7, unit: '亿元' },
    })
    const [behind] = read('开工建设聚能锂电产业园（总投资1,200万元）。')
    expect(behind).toMatchObject({
      name: '聚能锂电产业园',
      amount: { quantity: '1,200万元', value: 1200, unit: '万元' },
    })
    expect(read('全年完成投资3亿元，推进聚能锂电产业园建设。')[0]?.amount).toBeNull()
  })

  it('takes the place that 位于 tells', () => {
    expect(read('建成位于东津新区的襄阳大剧院。')[0]).toMatchObject({ name: '襄阳大剧院', place: '东津新区' })
  })

  it('takes role and wording from where it stands', () => {
    const text = '一、2022年工作回顾\n唐寺门立交建成通车。\n二、2023年工作安排\n确保吕庙产业园6月底前开工。'
    expect(read(text).map(({ role, year, wording }) => [role, year, wording])).toEqual([
      ['actual', '2022', ''],
      ['target', '2023', '确保'],
    ])
  })

  it('keeps the words of the text where the view has others', () => {
    const text = '加快建设手拉手 新能源、吕庙产业园( 一期 )等项目。'
    for (const { name, start, end } of read(text)) expect(text.slice(start, end)).toBe(name)
    expect(read(text).length).toBeGreaterThan(0)
  })
})

describe('by hand', () => {
  it('drafts the venture that a selection covers', () => {
    const text = '开工建设新集水电、华润安能热电等项目。'
    const start = text.indexOf('华润')
    const draft = draftMatter({ ...inputOf(text), selection: { start, end: start + 6 }, type: 'venture' })
    expect(draft).toMatchObject({ type: 'venture', name: '华润安能热电', stage: 'started', start })
  })
})

describe('any text', () => {
  const word = fc.constantFrom(
    ...[
      '推进',
      '建成',
      '等项目',
      '、',
      '，',
      '。',
      '和',
      '唐寺门',
      '产业园',
      '“',
      '”',
      '（',
      '）',
      '3个',
      '的',
      '投资5亿元',
      '——',
      '等',
      '\n',
      'G310',
      '二期',
      '，力争开工',
    ],
  )
  it('gives ventures that are in the text, in order, the same each time', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 3 })), { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        const found = read(text)
        for (const venture of found) {
          expect(ExtractedMatter.safeParse(venture).success).toBe(true)
          expect(text.slice(venture.start, venture.end)).toBe(venture.name)
          expect(venture.name).not.toBe('')
        }
        expect(read(text)).toEqual(found)
      }),
    )
  })

  it('reads a line without an end', () => {
    expect(() => read('推进唐寺门立交建设、'.repeat(20_000))).not.toThrow()
    expect(() => read('建设'.repeat(100_000))).not.toThrow()
  })
})
