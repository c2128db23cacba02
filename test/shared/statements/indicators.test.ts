import { describe, expect, it, test } from 'vitest'
import { translate } from '#shared/locales/translate'
import { Direction } from '#shared/model/indicator'
import { BUILT_IN } from '#shared/statements/dictionary'
import { INDICATORS, indicatorById } from '#shared/statements/indicators'

const SCORED =
  'gdp gdp_per_capita labour_productivity industrial_value_added fixed_asset_investment industrial_investment retail_sales public_budget_revenue tax_revenue income_all income_urban income_rural urban_new_jobs unemployment_rate urbanization_rate cpi foreign_trade foreign_investment domestic_capital energy_intensity market_entities new_market_entities key_projects key_project_investment livelihood_spending livelihood_spending_share technology_contracts high_tech_firms tourism_revenue tourist_visits old_communities elevators public_toilets parking_lots charging_piles skills_training good_air_days pm25 pm10'.split(
    ' ',
  )

describe('dictionary', () => {
  it('holds every id that gold is labelled with, each once', () => {
    const ids = INDICATORS.map((indicator) => indicator.id)
    expect(ids.filter((id) => SCORED.includes(id)).sort()).toEqual([...SCORED].sort())
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(240)
  })

  it('says of each what it is called, counted in and good for', () => {
    const directions: string[] = Direction.options
    for (const { id, name, english, units, direction } of INDICATORS) {
      expect([id, name]).toEqual([id, expect.stringMatching(/[\u4e00-\u9fff]|PM|GDP/u)])
      expect([id, english]).toEqual([id, expect.stringMatching(/^[A-Z0-9“][^\u4e00-\u9fff]+$/u)])
      expect([id, units.length > 0, directions.includes(direction)]).toEqual([id, true, true])
    }
    const english = INDICATORS.map((indicator) => indicator.english)
    expect(english.filter((name, at) => english.indexOf(name) !== at)).toEqual([])
  })

  it('gives no name to two of them', () => {
    const owners = new Map<string, string[]>()
    for (const { id, name, aliases } of INDICATORS)
      for (const one of [name, ...aliases]) owners.set(one, [...(owners.get(one) ?? []), id])
    expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([])
  })

  it('finds each by every name that it has', () => {
    for (const { id, aliases } of INDICATORS)
      for (const alias of aliases) expect([alias, BUILT_IN.match(alias, null)]).toEqual([alias, id])
  })

  it('finds every indicator by its own name', () => {
    for (const { id, name } of INDICATORS) expect([name, BUILT_IN.match(name, null)]).toEqual([name, id])
    expect(indicatorById('gdp')?.name).toBe('地区生产总值')
    expect(indicatorById('nothing')).toBeNull()
  })
})

describe('the built-in dictionary', () => {
  test.each([
    ['生产总值', 'gdp'],
    ['国内生产总值', 'gdp'],
    ['人均GDP', 'gdp_per_capita'],
    ['规上工业增加值', 'industrial_value_added'],
    ['限额以上工业增加值', ''],
    ['公共财政预算收入', 'public_budget_revenue'],
    ['地方财政一般预算收入', 'public_budget_revenue'],
    ['一般公共预算总收入', 'total_fiscal_revenue'],
    ['财政收入', 'total_fiscal_revenue'],
    ['农民人均纯收入', 'income_rural'],
    ['城市居民人均可支配收入', 'income_urban'],
    ['居民人均可支配收入', 'income_all'],
    ['工业技改投资', 'tech_upgrade_investment'],
    ['合同利用外资', ''],
    ['引进省外资金', 'domestic_capital'],
    ['引进市外资金', ''],
    ['新登记市场主体', 'new_market_entities'],
    ['经营主体总量', 'market_entities'],
    ['省市重点项目', 'key_projects'],
    ['产业项目', ''],
    ['旅游总花费', 'tourism_revenue'],
    ['断面水质优良率', 'water_sections'],
    ['旅游公厕', 'public_toilets'],
    ['农业技术培训', ''],
    ['', ''],
  ])('%s → %s', (phrase, id) => expect(BUILT_IN.match(phrase, null)).toBe(id))

  // What stands beside them in the reports and is counted otherwise, or is part of them.
  test.each([
    ['服务贸易进出口', ''],
    ['机电产品出口', ''],
    ['普惠小微贷款余额', ''],
    ['创业担保贷款余额', ''],
    ['新增各项贷款', 'loans'],
    ['各项贷款余额', 'loans'],
    ['创业担保贷款', 'startup_loans'],
    ['工业增加值', 'total_industrial_value_added'],
    ['高新技术工业增加值', ''],
    ['园区工业增加值', ''],
    ['第二产业增加值', 'secondary_value_added'],
    ['战略性新兴产业增加值', 'strategic_value_added'],
    ['高技术制造业增加值', 'high_tech_manufacturing'],
    ['高新技术产业增加值', 'high_tech_value_added'],
    ['高新技术产业产值', 'high_tech_output'],
    ['电子商务交易额', 'ecommerce_turnover'],
    ['农产品网络零售额', 'rural_online_retail'],
    ['网上零售额', 'online_retail'],
    ['专利申请量', 'patent_applications'],
    ['发明专利申请量', 'invention_applications'],
    ['发明专利授权量', 'invention_patent_grants'],
    ['专利授权量', 'patents'],
    ['新增高技能人才', 'high_skilled_talent'],
    ['新增技能人才', 'skilled_talent'],
    ['新增规模以上工业企业', 'above_scale_industrial'],
    ['新增规上企业', 'above_scale_firms'],
    ['农村生活污水治理率', 'rural_sewage'],
    ['城市污水集中处理率', 'sewage_treatment'],
    ['乡镇污水处理率', ''],
    ['农村生活垃圾无害化处理率', 'rural_waste_treatment'],
    ['城镇生活垃圾无害化处理率', 'waste_treatment'],
    ['人口出生率', 'birth_rate'],
    ['城市低保标准', 'dibao_urban'],
    ['农村低保标准', 'dibao_rural'],
    ['城乡低保标准', 'dibao_standard'],
    ['新改扩建公办幼儿园', 'public_kindergartens'],
    ['普惠性民办幼儿园', 'affordable_kindergartens'],
    ['中小学、幼儿园', ''],
    ['新增国家4A级旅游景区', 'scenic_areas_4a'],
    ['A级旅游景区', 'scenic_areas'],
    ['建成区绿化覆盖率', 'greening_rate'],
    ['森林覆盖率', 'forest_cover'],
    ['林木覆盖率', 'tree_cover'],
    ['建成区绿地率', 'green_space_rate'],
    ['交通基础设施投资', 'transport_investment'],
    ['城市基础设施投资', ''],
    ['招商引资到位资金', 'funds_in_place'],
    ['引进省外到位资金', 'domestic_capital'],
    ['现代服务业增加值', ''],
    ['服务业增加值', 'services_value_added'],
    ['科技小巨人企业', ''],
    ['专精特新“小巨人”企业', 'specialised_firms'],
    ['后备上市企业', ''],
    ['“口袋公园”', 'pocket_parks'],
    ['新改建“四好农村路”', 'rural_roads'],
    ['贫困人口', 'poor_population'],
    ['贫困人口脱贫', 'poverty_reduction'],
    ['农业科技进步贡献率', 'agri_science_contribution'],
    ['科技进步贡献率', 'science_contribution'],
    ['道路交通事故死亡人数', ''],
    ['生产安全事故死亡人数', 'accident_deaths'],
    ['农村卫生厕所普及率', 'toilet_coverage'],
    ['改造农村户厕', 'toilets_rural'],
  ])('tells %s from its likes: %s', (phrase, id) => expect(BUILT_IN.match(phrase, null)).toBe(id))

  it('knows the share of research spending from the spending', () => {
    for (const phrase of ['全社会研发投入占GDP比重', 'R&D经费投入占地区生产总值的比重', '研发投入强度'])
      expect([phrase, BUILT_IN.match(phrase, '%')]).toEqual([phrase, 'rd_intensity'])
    expect(BUILT_IN.match('全社会研发经费投入', '亿元')).toBe('rd_spending')
    expect(BUILT_IN.isShare('rd_intensity')).toBe(true)
    expect(BUILT_IN.isShare('rd_spending')).toBe(false)
  })

  it('asks for a unit that fits', () => {
    expect(BUILT_IN.match('改造老旧小区', '个')).toBe('old_communities')
    expect(BUILT_IN.match('改造老旧小区', '户')).toBe('household_renovation')
    expect(BUILT_IN.match('高新技术企业', '亿元')).toBe('')
  })
})

describe('warnings', () => {
  const of = (id: string): string[] =>
    (indicatorById(id)?.warnings ?? []).map((key) => key.slice(key.lastIndexOf('.') + 1))

  // The traps of definition of the spec, and breaks of series.
  test.each([
    ['unemployment_rate', 'unemployment'],
    ['key_project_investment', 'projectMeasures'],
    ['old_communities', 'stockOrAdded'],
    ['parking_lots', 'stockOrAdded'],
    ['charging_piles', 'stockOrAdded'],
    ['charging_piles', 'chargingPiles'],
    ['elevators', 'stockOrAdded'],
    ['high_tech_firms', 'stockOrAdded'],
    ['urbanization_rate', 'residence'],
    ['public_budget_revenue', 'budgetRevenue'],
    ['tax_revenue', 'budgetRevenue'],
    ['fixed_asset_investment', 'basis'],
    ['industrial_value_added', 'aboveScale'],
    ['income_rural', 'ruralIncome'],
    ['income_urban', 'incomeSurvey'],
    ['good_air_days', 'airDays'],
    ['good_air_days', 'airStandard'],
    ['foreign_investment', 'foreignInvestment'],
    ['domestic_capital', 'domesticCapital'],
    ['urban_new_jobs', 'plainJobs'],
    ['key_projects', 'ownDefinition'],
    ['livelihood_spending', 'ownDefinition'],
    ['tourism_revenue', 'ownDefinition'],
    ['tourist_visits', 'ownDefinition'],
    ['gdp', 'revision'],
    ['gdp', 'comparable'],
  ])('warns of %s: %s', (id, warning) => expect(of(id)).toContain(warning))
})

describe('words for people', () => {
  it('has every warning and category in both languages', () => {
    for (const { warnings, category } of INDICATORS) {
      for (const key of [...warnings, `indicators.categories.${category}`]) {
        for (const language of ['zh-CN', 'en'] as const) expect(translate(language, key)).not.toBe(key)
      }
    }
  })
})
