import { describe, expect, test } from 'vitest'
import { lines, plan, review } from './read'

/** What is counted, whose it is, and where its name ends; each group is one rule. */
const groups: Record<string, readonly (readonly [sentence: string, ...expected: string[]])[]> = {
  'a verb ends the name of what is counted': [
    ['195个智慧应用场景上线运行。', '智慧应用场景 195个 eq level'],
    ['78个重大项目相继开工。', '重大项目 78个 eq level [key_projects]'],
    ['20件重点民生实事较好完成。', '重点民生实事 20件 eq level [livelihood_projects]'],
    ['103个贫困村全部出列。', '贫困村 103个 eq level [poor_villages]'],
    ['为632户低收入家庭提供住房保障。', '低收入家庭 632户 eq level'],
    ['加快推进8570套在建公租房。', '在建公租房 8570套 eq level [affordable_housing]'],
  ],
  'what is done to a thing is not its name': [
    ['推进30个宜居乡村示范村建设。', '宜居乡村示范村 30个 eq level'],
    ['完成8个镇的新村建设规划。', '镇新村建设规划 8个 eq level'],
    ['完成69项省级改革试点工作。', '省级改革试点 69项 eq level'],
    ['年纳税200万元以上的企业9户。', '年纳税 200万元 ge level', '企业 9户 eq level'],
  ],
  'how far things are to come is no part of their name': [
    ['全市地区生产总值有望迈上4000亿元台阶。', '地区生产总值 4000亿元 ge level [gdp]'],
    ['空气质量优良率长期保持在98%。', '空气质量优良率 98% eq ratio [good_air_days]'],
    ['高新技术企业翻番、达到560户。', '高新技术企业 560户 eq level [high_tech_firms]'],
    ['加快18个重点项目建设进度。', '重点项目 18个 eq level [key_projects]'],
    ['抓好96件重点项目前期工作。', '重点项目前期工作 96件 eq level [key_projects]'],
    ['取得重大进展项目18个。', '取得重大进展项目 18个 eq level'],
    ['重大项目新开工200个。', '重大项目新开工 200个 eq level [key_projects]'],
    ['高新技术企业认定备案10家。', '高新技术企业认定备案 10家 eq level [high_tech_firms]'],
    ['市场主体登记存量98万户。', '市场主体登记存量 98万户 eq level [market_entities]'],
    ['全员劳动生产率达18万元/人。', '全员劳动生产率 18万元/人 eq level [labour_productivity]'],
    ['空气优良天数比例≥72%。', '空气优良天数比例 72% eq ratio [good_air_days]'],
    ['城乡居民可支配收入增长8%。', '城乡居民可支配收入 8% eq growth [income_all]'],
    ['城镇老旧小区改造项目开工38个。', '城镇老旧小区改造项目开工 38个 eq level [old_communities]'],
    ['推进41个老旧小区微改造。', '老旧小区微改造 41个 eq level [old_communities]'],
    ['重点项目建成18个。', '重点项目建成 18个 eq level [key_projects]'],
    [
      '重点项目完成投资93亿元，力争突破100亿元。',
      '重点项目完成投资 93亿元 eq level [key_project_investment]',
      '重点项目完成投资 100亿元 ge level [key_project_investment]',
    ],
    [
      '旅游接待人数和总收入分别增长12%和13%。',
      '旅游接待人数 12% eq growth [tourist_visits]',
      '旅游总收入 13% eq growth [tourism_revenue]',
    ],
    ['162个老旧小区换新颜。', '老旧小区换新颜 162个 eq level [old_communities]'],
    [
      '生产总值连续跨越4000亿元、5000亿元2个台阶，达到5515亿元。',
      '生产总值 4000亿元 ge level [gdp]',
      '生产总值 5000亿元 eq level [gdp]',
      '台阶 2个 eq level',
      '生产总值 5515亿元 eq level [gdp]',
    ],
    ['实施7所重点医院改扩建工程。', '重点医院改扩建工程 7所 eq level'],
  ],
  'a share comes to a share, and is one of all that is summed': [
    [
      '工业投资占固定资产投资的比重由18%提高到33%。',
      '工业投资占固定资产投资的比重 18% eq ratio',
      '工业投资占固定资产投资的比重 33% eq ratio',
    ],
    ['旅游、金融等十大产业增加值占地区生产总值42%。', '十大产业增加值占地区生产总值 42% eq ratio'],
    ['新增50万个就业岗位。', '新增就业岗位 50万个 eq level [urban_new_jobs]'],
    ['内资到位资金达252亿元。', '内资到位资金 252亿元 eq level [domestic_capital]'],
  ],
  'more of the same growth, and an index of prices': [
    ['税收增长6%，力争8%。', '税收 6% eq growth [tax_revenue]', '税收 8% eq growth [tax_revenue]'],
    ['居民消费价格指数102%。', '居民消费价格指数 102% eq ratio [cpi]'],
    ['居民消费价格涨幅2%。', '居民消费价格 2% eq growth [cpi]'],
  ],
  'two rates behind two amounts': [
    [
      '接待游客650万人次，旅游收入80亿元，增长15%和25%。',
      '接待游客 650万人次 eq level [tourist_visits]',
      '旅游收入 80亿元 eq level [tourism_revenue]',
      '接待游客 15% eq growth [tourist_visits]',
      '旅游收入 25% eq growth [tourism_revenue]',
    ],
    [
      '接待游客650万人次，旅游收入80亿元，均同比增长15%。',
      '接待游客 650万人次 eq level [tourist_visits]',
      '旅游收入 80亿元 eq level [tourism_revenue]',
      '接待游客 15% eq growth [tourist_visits]',
      '旅游收入 15% eq growth [tourism_revenue]',
    ],
    [
      '城乡居民人均可支配收入分别达到3万元、1万元，是2017年的1.8倍和1.9倍。',
      '城镇居民人均可支配收入 3万元 eq level [income_urban]',
      '农村居民人均可支配收入 1万元 eq level [income_rural]',
      '城镇居民人均可支配收入 1.8倍 eq ratio [income_urban]',
      '农村居民人均可支配收入 1.9倍 eq ratio [income_rural]',
    ],
    [
      '地区生产总值、社会消费品零售总额、一般公共预算收入全部实现翻番，分别达66亿元、17亿元、11亿元。',
      '地区生产总值 66亿元 eq level [gdp]',
      '社会消费品零售总额 17亿元 eq level [retail_sales]',
      '一般公共预算收入 11亿元 eq level [public_budget_revenue]',
    ],
  ],
  'people and money told by a verb alone': [
    ['带动1116人就业。', '带动就业 1116人 eq level'],
    ['惠及全市123万人。', '惠及 123万人 eq level'],
    ['9.26万人实现脱贫。', '脱贫 9.26万人 eq level'],
    ['安排12亿元用于镇区基础设施建设补助。', '镇区基础设施建设补助 12亿元 eq level'],
    ['筹措资金13.9亿元。', '筹措资金 13.9亿元 eq level'],
    ['获得工行3000亿元信贷支持。', '信贷支持 3000亿元 eq level'],
  ],
  'a stock is not what was added': [
    [
      '新登记经营主体5.9万户、总量38.6万户。',
      '新登记经营主体 5.9万户 eq level [new_market_entities]',
      '经营主体总量 38.6万户 eq level [market_entities]',
    ],
    ['新增百亿级工业企业4家，总数达10家。', '新增百亿级工业企业 4家 eq level', '百亿级工业企业总数 10家 eq level'],
  ],
  'an attribute takes its owner': [
    [
      '全年旅游接待人数2316万人次、实现收入285亿元。',
      '旅游接待人数 2316万人次 eq level [tourist_visits]',
      '旅游收入 285亿元 eq level [tourism_revenue]',
    ],
    [
      '生产总值1354.1亿元，人均超过1万美元。',
      '生产总值 1354.1亿元 eq level [gdp]',
      '人均生产总值 1万美元 ge level [gdp_per_capita]',
    ],
    [
      '贵溪经开区营业收入突破1500亿元，高新区突破1000亿元。',
      '贵溪经开区营业收入 1500亿元 ge level',
      '高新区营业收入 1000亿元 ge level',
    ],
  ],
  'a share and its points': [
    [
      '第三产业增加值占GDP比重达到19.8%，比上年提高1个百分点。',
      '第三产业增加值占GDP比重 19.8% eq ratio',
      '第三产业增加值占GDP比重 1个百分点 eq points',
    ],
    ['工业投资占比达到40%。', '工业投资占比 40% eq ratio'],
    [
      '省市重点项目完成投资50亿元，占年度计划的106.4%。',
      '省市重点项目完成投资 50亿元 eq level [key_project_investment]',
      '省市重点项目完成投资占年度计划 106.4% eq ratio [key_project_investment]',
    ],
  ],
  'a name ends where a comparison begins': [
    ['城镇登记失业率低于省控指标0.3个百分点。', '城镇登记失业率 0.3个百分点 eq points [unemployment_rate]'],
    [
      '常住人口城镇化率由“十二五”末的50%提高到58%。',
      '常住人口城镇化率 50% eq ratio [urbanization_rate]',
      '常住人口城镇化率 58% eq ratio [urbanization_rate]',
    ],
    [
      '城镇化率由55.3%提升到60.4%。',
      '城镇化率 55.3% eq ratio [urbanization_rate]',
      '城镇化率 60.4% eq ratio [urbanization_rate]',
    ],
    [
      '一般公共预算收入200亿元，剔除留抵退税因素，可比增长16.4%。',
      '一般公共预算收入 200亿元 eq level [public_budget_revenue]',
      '一般公共预算收入 16.4% eq growth [public_budget_revenue]',
    ],
  ],
  'examples and 各类 are no part of the name': [
    ['攻克秸秆制糖、动车组转向架等重大关键技术130余项。', '重大关键技术 130余项 ge level'],
    ['净增各类市场主体1.4万户。', '净增市场主体 1.4万户 eq level [new_market_entities]'],
    ['加快89个环境整治、避险搬迁等项目前期工作。', '环境整治、避险搬迁等项目前期工作 89个 eq level'],
  ],
  'what stands behind a share without 的': [
    ['全市40%乡镇开展土地确权登记颁证。', '乡镇 40% eq ratio'],
    ['改造项目29个面积1100.53亩。', '改造项目 29个 eq level', '改造项目面积 1100.53亩 eq level'],
  ],
  'the thing stands behind both numbers': [
    ['新建50公里污水管网、60公里雨水管网。', '新建污水管网 50公里 eq level [sewage_pipes]', '雨水管网 60公里 eq level'],
    ['1.2万群众受益。', '群众 1.2万 eq level'],
    ['飞凯高分子3千吨电子级超纯氧化铝投产。', '电子级超纯氧化铝 3千吨 eq level'],
  ],
}

for (const [rule, rows] of Object.entries(groups)) {
  test.each(rows.map((row) => [...row] as [string, ...string[]]))(`${rule}: %s`, (sentence, ...expected) =>
    expect(lines(review(sentence))).toEqual(expected),
  )
}

describe('in a plan', () => {
  test.each<[sentence: string, ...expected: string[]]>([
    ['力争锂电产业营收达800亿元。', '锂电产业营收 800亿元 eq level'],
    ['确保年内再减贫10万人。', '减贫 10万人 eq level [poverty_reduction]'],
    ['每个县打造1个特色产业园。', '特色产业园 1个 eq level'],
    ['高标准农田达到730万亩。', '高标准农田 730万亩 eq level [high_standard_farmland]'],
  ])('%s', (sentence, ...expected) => expect(lines(plan(sentence))).toEqual(expected))
})
