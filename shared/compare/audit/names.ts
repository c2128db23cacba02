import type { MaterialStatement } from '../material'

const WHOSE = '(?:预计|全年|全[市州区县盟省]|我[市州区县])*'

/**
 * The names by which the whole thing goes, by indicator. Under an indicator stand its kinds as well (一般贸易出口,
 * 县域生产总值): a figure of another name is only ever held against one of the very same name.
 */
const WHOLE: Readonly<Record<string, RegExp>> = {
  gdp: /^(?:地区|国内|地方|本[市州])?(?:生产总值|GDP)(?:总量|总额|（GDP）|（以下简称GDP）)?$|^经济总量$/iu,
  gdp_per_capita: /^人均(?:地区|国内)?(?:生产总值|GDP)$/iu,
  retail_sales: /^(?:全?社会)?(?:消费品|商品)零售总?额$/u,
  public_budget_revenue: /^(?:地方)?(?:财政)?(?:一般|公共|财政)+预算收入$|^(?:地方)?公共财政收入$/u,
  income_all: /^(?:全体)?(?:常住)?居民(?:年)?人均可支配收入$/u,
  income_urban: /^城[镇市](?:常住)?居民(?:家庭)?(?:年)?人均可支配收入$|^城[镇市]居民收入$/u,
  foreign_trade: /^(?:外贸|对外贸易|货物|货物贸易)?进出口(?:贸易)?总?[额值]?$/u,
  exports: /^(?:外贸|货物|商品)?出口总?[额值]?$/u,
  imports: /^(?:外贸|货物|商品)?进口总?[额值]?$/u,
  market_entities: /^(?:实有|各类)?(?:市场|经营)主体(?:总量|总数|数量)?$/u,
  primary_value_added: /^(?:第一产业|一产)增加值$/u,
  secondary_value_added: /^(?:第二产业|二产)增加值$/u,
  services_value_added: /^(?:第三产业|三产|服务业)增加值$/u,
  fixed_asset_investment: /^(?:全社会)?固定资产投资(?:额|总额|完成额)?$/u,
  industrial_value_added: /^规(?:模以上|模|上)工业(?:企业)?增加值$/u,
  urbanization_rate: /^常住人口城镇化率$/u,
  grain_output: /^粮食总?产量?$/u,
  tourist_visits:
    /^(?:累计|共)?(?:接待)?(?:国内外|境内外|海内外|中外)?(?:游客|旅游者)(?:人数|人次|总量|总人数|总人次)?$/u,
  tourism_revenue: /^(?:实现)?旅游(?:业)?(?:总|综合)收入$/u,
  resident_population: /^(?:年末)?常住人口(?:总量)?$/u,
}

const LEAD = new RegExp(`^${WHOSE}`, 'u')

/** Farmers' net income until 2013 and disposable income since are two things under one id. */
const RURAL = /^(?:农村|农民|农牧民|农牧区)(?:常住)?(?:居民)?(?:家庭)?(?:年)?人均(纯收入|可支配收入)$/u

/**
 * Names the thing that a statement measures, finer than its indicator: two figures are of one thing only where this is
 * the same.
 */
export function thingOf({ canonical, indicator }: Pick<MaterialStatement, 'canonical' | 'indicator'>): string {
  const name = indicator.replace(LEAD, '')
  if (canonical === '') return name
  if (canonical === 'income_rural') return `${canonical}:${RURAL.exec(name)?.[1] ?? name}`
  return WHOLE[canonical]?.test(name) ? canonical : `${canonical}:${name}`
}

/** Words before an amount that make it a change, or a mark that was passed, and no level. 增加值794亿元 is one. */
const CHANGE =
  /(?:增加|净增|多增|新增|增收|增长|提高|减少|减收|下降|降低|扩大|突破|跨过|跨越|越过|迈过|超过|超|逾|相差|高于|低于|高出)(?:了|额|近|约)*$/u

const INCREASE = /(?:增加|净增|多增|新增|增收|增长|减少|减收|下降|扩大)(?:了|额|近|约)*$/u

/** True for 增加450万人次: the amount is what changed. */
export const isIncrease = (text: string, { start }: Pick<MaterialStatement, 'start'>): boolean =>
  INCREASE.test(text.slice(Math.max(0, start - 8), start))

/** True for 增加420.6亿元 and 突破300亿元: what stands before the amount says that it is no level. */
export const isChange = (text: string, { start }: Pick<MaterialStatement, 'start'>): boolean =>
  CHANGE.test(text.slice(Math.max(0, start - 8), start))
