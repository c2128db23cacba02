import type { Told } from './build'
import { relative } from './build'

/*
 * What the work reports of 洛阳市 for 2021 to 2023 say of the main targets and of some of the tasks, read by hand: short
 * quantities with their names only. That for 2023 looks back on five years and speaks of 2022 as 预计.
 */

const target = (
  quantity: string,
  indicator: string,
  canonical: string,
  rest: Told = {},
  year = '2021',
): NonNullable<Told> => ({ ...number(quantity), indicator, canonical, role: 'target', year, ...rest })

const result = (
  quantity: string,
  indicator: string,
  canonical: string,
  rest: Told = {},
  year = '2021',
): NonNullable<Told> => ({ ...number(quantity), indicator, canonical, role: 'actual', year, ...rest })

const growth = { kind: 'growth' } as const
const head = { list: 'headline' } as const
const task = { list: 'priority' } as const

/** Splits 1.8万户 into its number and unit. */
function number(quantity: string): {
  quantity: string
  value: number
  unit: string
  kind: 'level' | 'growth' | 'points'
} {
  const [, digits = '', unit = ''] = /^([\d.]+)(.*)$/u.exec(quantity) ?? []
  return { quantity, value: Number(digits), unit, kind: unit === '%' ? 'growth' : 'level' }
}

/** Targets of the report for 2021. */
const planned2021: NonNullable<Told>[] = [
  target('8000亿元', '地区生产总值', 'gdp', {}, '2025'),
  target('8%', '生产总值', 'gdp', { ...head, ...growth, comparator: 'ge' }),
  target('8%', '规模以上工业增加值', 'industrial_value_added', { ...head, ...growth, comparator: 'ge' }),
  target('8%', '固定资产投资', 'fixed_asset_investment', { ...head, ...growth, comparator: 'ge' }),
  target('10%', '社会消费品零售总额', 'retail_sales', { ...head, ...growth, comparator: 'ge' }),
  target('12%', '进出口总值', 'foreign_trade', { ...head, ...growth, comparator: 'ge' }),
  target('7%', '一般公共预算收入', 'public_budget_revenue', { ...head, ...growth, comparator: 'approx' }),
  target('9%', '居民收入', 'income_all', { ...head, ...growth, comparator: 'ge' }),
  target('11万人', '城镇新增就业', 'urban_new_jobs', head),
  target('4.5%', '城镇登记失业率', 'unemployment_rate', { ...head, kind: 'ratio', comparator: 'le', basis: '登记' }),
  target('3%', '居民消费价格', 'cpi', { ...head, ...growth, comparator: 'approx' }),
  target('2个百分点', '常住人口城镇化率', 'urbanization_rate', { ...head, kind: 'points', comparator: 'approx' }),
  target('2300亿元', '社会消费品零售总额', 'retail_sales', { ...task, wording: '力争' }),
  target('300个', '新建创新平台', 'innovation_platforms', { ...task, measure: 'added' }),
  target('100家', '高新技术企业', 'high_tech_firms', task),
  target('45亿斤', '粮食总产', 'grain_output', { ...task, comparator: 'ge' }),
  target('10万户', '农户改厕', 'toilets_rural', { ...task, measure: 'done' }),
  target('50个', '新建停车场', 'parking_lots', { ...task, measure: 'added' }),
  target('12680个', '新建停车场新增泊位', 'parking_spaces', { ...task, measure: 'added' }),
  target('32万亩', '造林', 'afforestation', { ...task, measure: 'done' }),
  target('15亿元', '创业担保贷款', 'startup_loans', { ...task, comparator: 'ge' }),
  target('22所', '新建公办幼儿园', 'public_kindergartens', { ...task, measure: 'done' }),
  target('50%', '农村生活污水处理率', 'rural_sewage', { ...task, kind: 'ratio' }),
]

/** The review of 2021 in the report for 2022. */
const told2021: NonNullable<Told>[] = [
  result('5447.1亿元', '地区生产总值', 'gdp'),
  result('4.8%', '地区生产总值', 'gdp', growth),
  result('48.2亿斤', '粮食总产', 'grain_output'),
  result('397.9亿元', '一般公共预算收入', 'public_budget_revenue'),
  result('4.8%', '一般公共预算收入', 'public_budget_revenue', growth),
  result('34.4%', '规上工业利润', 'industrial_profit', growth),
  result('3.39%', '万元规模以上工业增加值能耗', '', { ...growth, value: -3.39 }),
  result('64.98%', '常住人口城镇化率', 'urbanization_rate', { kind: 'ratio' }),
  result('8.8%', '社会消费品零售总额超过疫情前水平', '', { ...growth, base: '同比' }),
  result('396家', '新增创新平台', 'innovation_platforms', { measure: 'added' }),
  result('148家', '高新技术企业', 'high_tech_firms', { measure: 'added' }),
  result('51个', '停车场', 'parking_lots', { measure: 'done' }),
  result('8.5万户', '新改厕', 'toilets_rural'),
  result('55%', '农村污水处理率', '', { kind: 'ratio' }),
  result('232.4亿元', '外贸进出口', 'foreign_trade'),
  result('20.4%', '外贸进出口', 'foreign_trade', growth),
  result('32.6万亩', '造林', 'afforestation', { measure: 'done' }),
  result('17.8亿元', '创业担保贷款', 'startup_loans'),
  result('11.4万人', '新增城镇就业', 'urban_new_jobs'),
  result('22所', '新建改扩建公办幼儿园', 'public_kindergartens', { measure: 'done' }),
]

const in2022 = (quantity: string, indicator: string, canonical: string, rest: Told = {}): NonNullable<Told> =>
  target(quantity, indicator, canonical, rest, '2022')

/** Targets of the report for 2022. */
const planned2022: NonNullable<Told>[] = [
  in2022('7%', '生产总值', 'gdp', { ...head, ...growth }),
  in2022('8%', '规模以上工业增加值', 'industrial_value_added', { ...head, ...growth }),
  in2022('8%', '社会消费品零售总额', 'retail_sales', { ...head, ...growth }),
  in2022('6%', '一般公共预算收入', 'public_budget_revenue', { ...head, ...growth }),
  in2022('1.5个百分点', '常住人口城镇化率', 'urbanization_rate', { ...head, kind: 'points' }),
  in2022('9万人', '城镇新增就业', 'urban_new_jobs', { ...head, comparator: 'ge' }),
  in2022('5.5%', '城镇调查失业率', 'unemployment_rate', { ...head, kind: 'ratio', comparator: 'le', basis: '调查' }),
  in2022('50亿斤', '粮食产量', 'grain_output', head),
  in2022('17万人', '新增技能人才', 'skilled_talent', task),
  in2022('85亿元', '技术合同成交额', 'technology_contracts', { ...task, comparator: 'ge' }),
  in2022('100家', '新培育“专精特新”企业', 'specialised_firms', { ...task, comparator: 'ge', measure: 'added' }),
  in2022('18所', '新建改扩建公办幼儿园', 'public_kindergartens', { ...task, measure: 'done' }),
  in2022('8所', '现代化高中', '', { ...task, measure: 'done' }),
  in2022('20万个', '就业岗位', '', { ...task, comparator: 'ge' }),
]

const by2022 = (quantity: string, indicator: string, canonical: string, rest: Told = {}): NonNullable<Told> =>
  result(quantity, indicator, canonical, rest, '2022')
const inFive = (quantity: string, indicator: string, canonical: string, rest: Told = {}): NonNullable<Told> =>
  result(quantity, indicator, canonical, rest, '2018-2022')

/** The review of five years and of 2022 in the report for 2023. */
const told2022: NonNullable<Told>[] = [
  by2022('5800亿元', '生产总值迈上五千亿台阶', '', { comparator: 'approx', wording: '预计' }),
  inFive('4倍', '技术合同成交额', 'technology_contracts', growth),
  by2022('212家', '“专精特新”企业', 'specialised_firms', { measure: 'stock' }),
  by2022('65.88%', '常住人口城镇化率', 'urbanization_rate', { kind: 'ratio', rule: 'left+state' }),
  inFive('6.7%', '居民人均可支配收入', 'income_all', { ...growth, period: '年均' }),
  by2022('3.5%', '经济', 'gdp', { ...growth, comparator: 'approx', wording: '预计' }),
  by2022('34.5%', '技术合同成交额', 'technology_contracts', growth),
  by2022('10.1万人', '新增城镇就业', 'urban_new_jobs'),
  by2022('3.5万个', '大学生就业岗位', ''),
  by2022('26.7万人', '新增技能人才', 'skilled_talent'),
  by2022('36所', '新建改扩建公办幼儿园', 'public_kindergartens', { measure: 'done' }),
  by2022('7所', '现代化高中集中', '', { measure: 'done' }),
]

const in2023 = (quantity: string, indicator: string, canonical: string, rest: Told = {}): NonNullable<Told> =>
  target(quantity, indicator, canonical, rest, '2023')

/** Targets of the report for 2023. */
const planned2023: NonNullable<Told>[] = [
  in2023('7%', '地区生产总值', 'gdp', { ...head, ...growth }),
  in2023('9万人', '城镇新增就业', 'urban_new_jobs', { ...head, comparator: 'ge' }),
]

/** The three reports: 报告年度, statements, matters. */
export const LUOYANG = [
  { year: 2021, told: planned2021, matters: [] },
  {
    year: 2022,
    told: [...told2021, ...planned2022],
    matters: [
      relative({
        role: 'actual',
        year: '2021',
        indicator: '居民人均可支配收入',
        relation: 'exceed',
        hedge: '持续',
        reference: 'GDP增速',
      }),
      relative({ start: 40, indicator: '人均可支配收入', reference: '经济增长协调', list: 'headline' }),
      relative({
        start: 60,
        indicator: '进出口总值',
        canonical: 'foreign_trade',
        relation: 'rise',
        reference: '',
        referenceCanonical: '',
        referenceScope: '',
        list: 'headline',
      }),
    ],
  },
  { year: 2023, told: [...told2022, ...planned2023], matters: [] },
] as const

/**
 * What a reader of the three reports finds: report year and indicator of the target with its value (null for one
 * without a figure), the result's value (null where none is told), the verdict, and the gap where there is one.
 */
export const FOUND: readonly (readonly [
  year: number,
  indicator: string,
  target: number | null,
  result: number | null,
  verdict: string,
  gap: number | null,
])[] = [
  [2021, 'gdp', 8, 4.8, 'missed', -3.2],
  [2021, 'gdp', 8000, null, 'pending', null],
  // The report speaks of profits and energy of such firms, never of their value added.
  [2021, 'industrial_value_added', 8, null, 'silent', null],
  [2021, 'fixed_asset_investment', 8, null, 'silent', null],
  [2021, 'retail_sales', 10, 8.8, 'missed', -1.2],
  // Only its growth is told.
  [2021, 'retail_sales', 2300, 8.8, 'incomparable', null],
  [2021, 'foreign_trade', 12, 20.4, 'met', 8.4],
  // 7%左右: 2.2 points short is not nearly there.
  [2021, 'public_budget_revenue', 7, 4.8, 'missed', -2.2],
  // 居民收入增速持续高于GDP增速: told without a figure.
  [2021, 'income_all', 9, null, 'silent', null],
  [2021, 'urban_new_jobs', 11, 11.4, 'met', 0.4],
  [2021, 'unemployment_rate', 4.5, null, 'silent', null],
  [2021, 'cpi', 3, null, 'silent', null],
  // 提高近2个百分点, and only the level of 64.98% is told.
  [2021, 'urbanization_rate', 2, 64.98, 'incomparable', null],
  [2021, 'innovation_platforms', 300, 396, 'met', 96],
  [2021, 'high_tech_firms', 100, 148, 'met', 48],
  [2021, 'grain_output', 45, 48.2, 'met', 3.2],
  [2021, 'toilets_rural', 10, 8.5, 'missed', -1.5],
  [2021, 'parking_lots', 50, 51, 'met', 1],
  [2021, 'parking_spaces', 12680, null, 'silent', null],
  [2021, 'afforestation', 32, 32.6, 'met', 0.6],
  [2021, 'startup_loans', 15, 17.8, 'met', 2.8],
  [2021, 'public_kindergartens', 22, 22, 'met', 0],
  [2021, 'rural_sewage', 50, 55, 'met', 5],
  [2022, 'gdp', 7, 3.5, 'missed', -3.5],
  [2022, 'industrial_value_added', 8, null, 'silent', null],
  [2022, 'retail_sales', 8, null, 'silent', null],
  [2022, 'public_budget_revenue', 6, null, 'silent', null],
  // 64.98% to 65.88% is 0.9 points.
  [2022, 'urbanization_rate', 1.5, 65.88, 'missed', -0.6],
  [2022, 'urban_new_jobs', 9, 10.1, 'met', 1.1],
  [2022, 'unemployment_rate', 5.5, null, 'silent', null],
  [2022, 'grain_output', 50, null, 'silent', null],
  [2022, 'skilled_talent', 17, 26.7, 'met', 9.7],
  // 增长34.5%、首次突破百亿元大关: no amount with a numeral.
  [2022, 'technology_contracts', 85, 34.5, 'incomparable', null],
  // 100 new ones; 212 is how many there are.
  [2022, 'specialised_firms', 100, 212, 'incomparable', null],
  [2022, 'public_kindergartens', 18, 36, 'met', 18],
  [2022, '现代化高中', 8, 7, 'missed', -1],
  // 大学生就业岗位3.5万个 is a part of it.
  [2022, '就业岗位', 20, 3.5, 'incomparable', null],
  // 年均6.7% over five years is not the year's.
  [2022, 'income_all', null, null, 'silent', null],
  [2022, 'foreign_trade', null, null, 'silent', null],
  [2023, 'gdp', 7, null, 'pending', null],
  [2023, 'urban_new_jobs', 9, null, 'pending', null],
]
