import { describe, expect, it, test } from 'vitest'
import { translate } from '#shared/locales/translate'
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
    expect(ids.length).toBeGreaterThanOrEqual(100)
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

  it('asks for a unit that fits', () => {
    expect(BUILT_IN.match('改造老旧小区', '个')).toBe('old_communities')
    expect(BUILT_IN.match('改造老旧小区', '户')).toBe('')
    expect(BUILT_IN.match('高新技术企业', '亿元')).toBe('')
  })
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
