import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readLists } from '#shared/matters/lists/read'
import { ExtractedMatter, type List, type ListItem, matterKey } from '#shared/model/matter'
import { given, inPlan, inReview } from '../given'

type Read = ReturnType<typeof given>
const listsOf = (read: Read): List[] => readLists(read).filter((one): one is List => one.type === 'list')
const itemsOf = (read: Read): ListItem[] => readLists(read).filter((one): one is ListItem => one.type === 'list_item')
/** An item in one line: 1 （一） 加快基础设施建设 (6). */
const line = ({ ordinal, mark, heading, count }: ListItem): string =>
  [ordinal, mark, heading, count === null ? '' : `(${count})`].filter((part) => part !== '').join(' ')
const headingsOf = (text: string): string[] => itemsOf(inPlan(text)).map(({ heading }) => heading)

describe('marks', () => {
  it.each([
    ['今年办好三件实事：一是新建学校2所；二是改造公厕10座；三是新增泊位300个。', '一是', '三是'],
    ['今年办好三件实事。（一）新建学校2所。（二）改造公厕10座。（三）新增泊位300个。', '（一）', '（三）'],
    ['今年办好三件实事：1.新建学校2所；2.改造公厕10座；3.新增泊位300个。', '1.', '3.'],
    ['今年办好三件实事：（1）新建学校2所；（2）改造公厕10座；（3）新增泊位300个。', '（1）', '（3）'],
    ['今年办好三件实事：①新建学校2所；②改造公厕10座；③新增泊位300个。', '①', '③'],
    ['今年办好三件实事：⑴新建学校2所；⑵改造公厕10座；⑶新增泊位300个。', '⑴', '⑶'],
    ['2023年三件民生实事\n\n一、新建学校2所。\n\n二、改造公厕10座。\n\n三、新增泊位300个。', '一、', '三、'],
    ['2023年三件民生实事\n\n1、新建学校2所。\n\n2、改造公厕10座。\n\n3、新增泊位300个。', '1、', '3、'],
    ['2023年三件民生实事\n\n- 新建学校2所。\n- 改造公厕10座。\n- 新增泊位300个。', '', ''],
    ['今年办好三件实事：新建学校2所；改造公厕10座；新增泊位300个。', '', ''],
    ['2023年三件民生实事\n\n新建学校2所。\n\n改造公厕10座。\n\n新增泊位300个。', '', ''],
  ])('%s', (text, first, last) => {
    const items = itemsOf(inPlan(text))
    expect(items.map(({ heading }) => heading)).toEqual(['新建学校2所', '改造公厕10座', '新增泊位300个'])
    expect([items[0]?.mark, items[2]?.mark]).toEqual([first, last])
    expect(listsOf(inPlan(text)).map(({ stated, items: found }) => [stated, found])).toEqual([[3, 3]])
  })
})

describe('lists of what is to be built', () => {
  const items = '（1）邵家铁路。（2）永河大桥。（3）云山电站。'
  test.each([`三大基础设施项目：${items}`, `突出抓好3项重点工程：${items}`])('%s', (text) => {
    expect(listsOf(inPlan(text)).map(({ list, items: found, stated }) => [list, found, stated])).toEqual([
      ['priority', 3, 3],
    ])
    expect(headingsOf(text)).toEqual(['邵家铁路', '永河大桥', '云山电站'])
  })
  test.each([
    `推进“三大重点项目：${items}`,
    `四大基础设施项目：${items}`,
    '加快基础设施项目：（1）邵家铁路。（2）永河大桥。',
    '实施三大工程：一是环境工程；二是畅通工程；三是亮化工程。',
  ])('not %s', (text) => expect(readLists(inPlan(text))).toEqual([]))
})

test('members of the line under a heading, where there are as many as it says', () => {
  const line = '建学校；修道路；种树木；建医院；开公交；改公厕'
  expect(headingsOf(`办好六件实事。\n${line}。\n加快绿色发展。`)).toEqual(line.split('；'))
  expect(headingsOf(`办好七件实事。\n${line}。\n加快绿色发展。`)).toEqual([])
})

describe('items without marks, behind a colon', () => {
  const three = '新建学校2所；改造公厕10座；新增泊位300个'
  const six = `${three}；修建道路5条；实施免费体检；关爱孤寡老人`
  const first = ['新建学校2所', '改造公厕10座']
  test.each([
    ['as many as told', `今年办好三件实事：${three}。`, 3, 3],
    ['one less of many', `今年办好七件实事：${six}。`, 7, 6],
    ['fewer, and others', `今年办好十件实事：${six}等。`, 10, 6],
    ['no number told', `今年办好以下民生实事：${three}；修建道路5条。`, null, 4],
    ['no number told, but to be done', `今年着力办好民生实事：${three}；修建道路5条。`, null, 4],
    ['clauses', '今年办好三件实事：新建学校2所，改造公厕10座，新增泊位300个。', 3, 3],
    ['sentences', '今年办好５件实事：新建学校2所。改造公厕10座。新增泊位300个。修路5条，通车。免费体检。', 5, 5],
    [
      'sentences, up to the one that speaks of all',
      '今年办好5件实事：新建学校2所。改造公厕10座。新增泊位300个。修路5条。免费体检。我们要把好事办好。',
      5,
      5,
    ],
  ])('%s', (_, text, stated, items) => {
    expect(listsOf(inPlan(text)).map((one) => [one.stated, one.items])).toEqual([[stated, items]])
    expect(headingsOf(text).slice(0, 2)).toEqual(first)
  })
  test.each([
    ['too few', `今年办好十件实事：${six}。`],
    ['too few, and others', `今年办好二十件实事：${six}等。`],
    ['no number told, and few', `今年办好以下民生实事：${three}。`],
    ['nothing is promised', `统筹民生工程：${three}；修建道路5条。`],
    ['no colon', `今年办好七件实事。${six}。`],
  ])('not %s', (_, text) => expect(readLists(inPlan(text))).toEqual([]))

  test('sentences in groups that have titles', () => {
    const groups = [
      '促进充分就业。新增就业5万人。扶持创业3000人。',
      '改善养老服务。新建养老院3所。',
      '破解入学难题。新建学校2所。',
    ]
    const text = `今年突出办好三方面30件民生实事：${groups.join('')}`
    expect(listsOf(inPlan(text)).map(({ stated, items }) => [stated, items])).toEqual([[30, 3]])
    const read = inPlan(text)
    expect(itemsOf(read).map(({ start, end }) => read.report.input.text.slice(start, end))).toEqual(groups)
    expect(readLists(inPlan(text.replace('三方面', '四方面')))).toEqual([])
  })
})

test.each([
  [
    'members, the last with its full stop',
    '今年办好三件实事：建学校；修道路；种树木。',
    ['建学校', '修道路', '种树木。'],
  ],
  ['commas', '今年办好三件实事：一是建学校，二是修道路，三是种树木。', ['一是建学校', '二是修道路', '三是种树木。']],
  [
    'an annex behind the last',
    '2023年三件民生实事\n1.建学校。新建2所。\n2.修道路。新修3条。\n3.种树木。栽树9棵。附件2',
    ['1.建学校。新建2所。', '2.修道路。新修3条。', '3.种树木。栽树9棵。'],
  ],
])('where items end: %s', (_, text, items) => {
  const read = inPlan(text)
  expect(itemsOf(read).map(({ start, end }) => read.report.input.text.slice(start, end))).toEqual(items)
})

test('a rate is no amount of an item', () => {
  const text = '今年办好三件实事：建学校；财政补助标准达到320元/年；财政投入30万元修路。'
  expect(itemsOf(inPlan(text)).map(({ own, total }) => (own ?? total)?.quantity ?? '')).toEqual(['', '', '30万元'])
})

test('sentences of a review that are named alike, as many as their heading says', () => {
  const items = ['哺育工程，发放营养奶5900万袋。', '改厕工程，完成200座公厕改造。', '泊位工程，新增泊位7740个。']
  const text = `（一）“民生建设三大实事”聚民心。${items.join('')}群众普遍称赞。`
  const read = inReview(text)
  expect(itemsOf(read).map(({ start, end }) => read.report.input.text.slice(start, end))).toEqual(items)
  expect(readLists(inReview(text.replace('改厕工程', '改厕行动')))).toEqual([])
})

test('a line that opens something else ends the lines of a list', () => {
  const text = '为民办好的三件实事：\n建设学校2所。\n改造公厕10座。\n开通公交3条。\n今年要重点推进八个方面工作：'
  expect(headingsOf(text)).toEqual(['建设学校2所', '改造公厕10座', '开通公交3条'])
})

describe('behind the explained terms', () => {
  const terms = `${'推进改革。\n'.repeat(8)}名词解释\n1.三转：转理念、转方式。\n`
  const items = '1.改造管网\n2.救助学生\n3.建设公园'
  test('a list with its year', () => {
    const [list] = listsOf(inPlan(`${terms}2023年为民办3件实事\n${items}`))
    expect([list?.heading, list?.items, list?.role]).toEqual(['2023年为民办3件实事', 3, 'target'])
  })
  test.each([`2.2023年为民办3件实事\n${items}`, `2.2023年三件民生实事：①改造管网。②救助学生。③建设公园。`])(
    'not one of them: %s',
    (text) => expect(readLists(inPlan(terms + text))).toEqual([]),
  )
})

describe('what is no list', () => {
  it.each([
    '全年重点抓好六个方面工作，落实36件实事。\n（一）深化改革\n推进要素改革。\n（二）扩大开放\n办好博览会。\n（三）改善民生\n促进就业。',
    '扎实办好民生实事。一是坚持就业优先政策。二是健全社会保障体系。三是发展教育事业。',
    '坚持实事求是：一是摸清家底；二是分类施策；三是跟踪问效。',
    '今年重点做好三项工作：一是稳增长；二是促改革；三是防风险。',
    '在全面完成十二件实事的同时，着力解决热点问题：一是优化环境；二是发展教育；三是扩大就业。',
  ])('%s', (text) => expect(readLists(inPlan(text))).toEqual([]))
})

describe('where the last item ends', () => {
  test('before the sentence that speaks of all of them', () => {
    const text =
      '今年办好三件实事。（一）加快建设（6项）。改造道路2条。（二）提升就业（3项）。新增就业5000人。（三）改善环境（4项）。建设公厕7座。要奋力把以上实事办好。'
    const read = inPlan(text)
    const last = itemsOf(read).at(-1)
    expect(read.report.input.text.slice(last?.start, last?.end)).toBe('（三）改善环境（4项）。建设公厕7座。')
  })
  test('with its one sentence where the others have one', () => {
    const text = '今年办好三件实事：一是建学校。二是修道路。三是种树木。各县区要抓紧落实。'
    const read = inPlan(text)
    const last = itemsOf(read).at(-1)
    expect(read.report.input.text.slice(last?.start, last?.end)).toBe('三是种树木。')
  })
  test('before another list of the same marks', () => {
    const text = '续办民生实事：①建学校。②修道路。③种树木。\n新办民生实事：①建医院。②修桥梁。③种花草。④开公交。'
    expect(listsOf(inPlan(text)).map(({ heading, items }) => [heading, items])).toEqual([
      ['续办民生实事', 3],
      ['新办民生实事', 4],
    ])
  })
  test('over a page that breaks an item in two', () => {
    const read = inPlan('今年办好两件实事。（一）提升服务。关心青少年心\n\n理健康。（二）改善环境。建设公厕7座。')
    const [first, ...others] = itemsOf(read)
    expect(read.report.input.text.slice(first?.start, first?.end)).toBe('（一）提升服务。关心青少年心\n\n理健康。')
    expect(others.map(line)).toEqual(['2 （二） 改善环境'])
  })
})

describe('what an item tells', () => {
  it.each<[string, Partial<ListItem>]>([
    ['加快基础设施建设（6项）。改造道路2条。', { heading: '加快基础设施建设', count: 6 }],
    ['深化便民服务，做好文化惠民（六项）。开展百场演出。', { heading: '深化便民服务，做好文化惠民', count: 6 }],
    ['改造道路：年底前改造道路2条。', { heading: '改造道路', due: '年底前' }],
    ['新建学校2所，6月底前建成。', { heading: '新建学校2所', due: '6月底前' }],
    ['投入2.2亿元，实施学校改造，惠及农村孩子。', { heading: '投入2.2亿元，实施学校改造' }],
    ['新增职业中学1所。完善课程。', { heading: '新增职业中学1所' }],
  ])('%s', (words, expected) => {
    const [item] = itemsOf(inPlan(`今年办好两件实事：\n1.${words}\n2.种树木。`))
    expect(item).toMatchObject(expected)
  })

  test('its money, by who pays', () => {
    const [item] = itemsOf(
      inPlan('今年办好两件实事：\n1.改造道路，总投资2.5亿元，其中市财政安排5000万元。\n2.种树木。'),
    )
    expect([item?.total?.quantity, item?.own?.quantity, item?.private]).toEqual(['2.5亿元', '5000万元', null])
  })

  test('no sum where it tells of several', () => {
    const [item] = itemsOf(inPlan('今年办好两件实事：\n1.投资2亿元建学校，投资3亿元建医院。\n2.种树木。'))
    expect(item?.total).toBeNull()
  })
})

describe('the list itself', () => {
  test('its money stands in its opening', () => {
    const text =
      '今年，区政府拟投资8.05亿元（政府投资2.64亿元、争取上级资金4.83亿元、引入社会资本0.58亿元），为群众办好一批民生实事。（一）建学校。（二）修道路。（三）种树木。（四）建医院。（五）开公交。'
    const [list] = listsOf(inPlan(text))
    expect(list).toMatchObject({
      heading: '为群众办好一批民生实事',
      stated: null,
      items: 5,
      total: { quantity: '8.05亿元', value: 8.05, unit: '亿元' },
      own: { quantity: '2.64亿元' },
      above: { quantity: '4.83亿元' },
      private: { quantity: '0.58亿元' },
      role: 'target',
      list: 'livelihood',
    })
  })

  test('a title names it, also with a sentence in between', () => {
    const text =
      '### 2022年某区三大民生实事\n\n今年，区政府拟投资2.97亿元，其中区政府投资2.14亿元，引入社会资本8300万元，为群众办好一批民生实事。\n\n- 提升就业质量**  \n新增就业5200人。\n- 畅通城乡交通**  \n建设停车场5座。\n- 深化便民服务**  \n开展文化活动。'
    const [list] = listsOf(inPlan(text))
    expect(list).toMatchObject({ heading: '2022年某区三大民生实事', stated: 3, items: 3 })
    expect([list?.total?.value, list?.own?.value, list?.private?.value]).toEqual([2.97, 2.14, 8300])
    expect(headingsOf(text)).toEqual(['提升就业质量', '畅通城乡交通', '深化便民服务'])
  })

  test('of two counts the one that is right', () => {
    const [list] = listsOf(inPlan('在承接省政府12件民生实事基础上，再增加3件：一是建学校；二是修道路；三是种树木。'))
    expect([list?.stated, list?.items]).toEqual([3, 3])
  })

  test('some of its items, where that is said', () => {
    const [list] = listsOf(inReview('去年的35件实事已全面完成。其中重点有：拆迁3万户；新增公交车1000台；修路5公里。'))
    expect([list?.stated, list?.items, list?.role]).toEqual([35, 3, 'actual'])
  })

  test('work for the lives of people, told by its number', () => {
    const [list] = listsOf(inPlan('为改善农民生活，重点做好3项工作：⑴建学校。⑵修道路。⑶种树木。'))
    expect([list?.stated, list?.items]).toEqual([3, 3])
  })

  test('a chapter of its name gives way to the sentence that opens it', () => {
    const [list] = listsOf(
      inPlan('九、认真办好三件实事\n今年继续为群众办好三件实事：\n1.建学校。\n2.修道路。\n3.种树木。'),
    )
    expect(list?.heading).toBe('今年继续为群众办好三件实事')
  })

  test('results of the year before', () => {
    const read = inReview('三件实事顺利完成。一是建成学校2所。二是改造公厕10座。三是新增泊位300个。')
    expect(listsOf(read).map(({ role, year, list }) => [role, year, list])).toEqual([['actual', '2022', '']])
    expect(itemsOf(read).map(({ role }) => role)).toEqual(['actual', 'actual', 'actual'])
  })

  test('its items know it', () => {
    const read = inPlan('今年办好两件实事：一是建学校；二是修道路。')
    const [list] = listsOf(read)
    expect(itemsOf(read).map(({ parent }) => parent)).toEqual(list ? [matterKey(list), matterKey(list)] : [])
    expect(itemsOf(read).every(({ end }) => end <= (list?.until ?? 0))).toBe(true)
  })
})

const PIECES = [
  '实事',
  '十件',
  '三件',
  '办好',
  '民生',
  '：',
  '；',
  '。',
  '，',
  '\n',
  '一是',
  '二是',
  '三是',
  '（一）',
  '（二）',
  '1.',
  '2.',
  '- ',
  '**',
  '投资3亿元',
  '建学校',
  '第一',
  '\ud840',
  ' ',
]
const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''))
const openings = fc.constantFrom('今年办好两件实事：', '2023年两件民生实事\n', '今年办好一批实事。', '')
/** What may be a list, soiled with pieces of others. */
const listed = fc.tuple(openings, soup, soup, soup).map(([opening, a, b, c]) => `${a}${opening}一是${b}；二是${c}。`)

describe('any text', () => {
  it('gives lists that hold their items, the same each time', () => {
    let found = 0
    fc.assert(
      fc.property(listed, (text) => {
        const read = inPlan(text)
        const whole = read.report.input.text
        const matters = readLists(read)
        expect(readLists(inPlan(text))).toEqual(matters)
        for (const one of matters) {
          found++
          expect(ExtractedMatter.safeParse(one).success).toBe(true)
          expect(one.start).toBeGreaterThanOrEqual(0)
          expect(one.end).toBeGreaterThan(one.start)
          expect(one.end).toBeLessThanOrEqual(whole.length)
          if (one.type !== 'list') continue
          const items = matters.filter((item) => item.type === 'list_item' && item.parent === matterKey(one))
          expect(items).toHaveLength(one.items)
        }
      }),
      { numRuns: 400 },
    )
    expect(found).toBeGreaterThan(50)
  })

  it('bears any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(readLists(given(text)))))
  })
})
