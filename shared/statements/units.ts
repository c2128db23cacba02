import type { UnitFamily } from '#shared/model/indicator'

/** What a unit measures: its family, the family's base unit, and the factor that takes a value there. */
export interface UnitReading {
  family: UnitFamily
  /** Base unit as shown: 元, 人, 人次, %, 百分点, 个, 平方米, 米, 吨 … */
  base: string
  /** value × factor = value in the base unit. */
  factor: number
}

const MULTIPLIERS: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1_000,
  万: 10_000,
  亿: 100_000_000,
}

type Row = readonly [base: string, factor: number]

const MONEY: Readonly<Record<string, Row>> = {
  元: ['元', 1],
  块钱: ['元', 1],
  元人民币: ['元', 1],
  人民币: ['元', 1],
  美元: ['美元', 1],
  美金: ['美元', 1],
  欧元: ['欧元', 1],
  日元: ['日元', 1],
  港元: ['港元', 1],
  港币: ['港元', 1],
  英镑: ['英镑', 1],
}

const PEOPLE: Readonly<Record<string, Row>> = {
  人: ['人', 1],
  名: ['人', 1],
  位: ['人', 1],
  口人: ['人', 1],
  劳动力: ['人', 1],
  人口: ['人', 1],
  学生: ['人', 1],
}

const VISITS: Readonly<Record<string, Row>> = {
  人次: ['人次', 1],
  人天: ['人天', 1],
  次: ['次', 1],
  场次: ['场次', 1],
  班次: ['班次', 1],
  架次: ['架次', 1],
  批次: ['批次', 1],
  车次: ['车次', 1],
}

const AREA: Readonly<Record<string, Row>> = {
  平方米: ['平方米', 1],
  平米: ['平方米', 1],
  '㎡': ['平方米', 1],
  m2: ['平方米', 1],
  平方公里: ['平方米', 1_000_000],
  平方千米: ['平方米', 1_000_000],
  公顷: ['平方米', 10_000],
  千公顷: ['平方米', 10_000_000],
  亩: ['平方米', 10_000 / 15],
  亩次: ['亩次', 1],
}

const LENGTH: Readonly<Record<string, Row>> = {
  公里: ['米', 1_000],
  千米: ['米', 1_000],
  km: ['米', 1_000],
  里: ['米', 500],
  华里: ['米', 500],
  米: ['米', 1],
  延米: ['米', 1],
  厘米: ['米', 0.01],
  毫米: ['米', 0.001],
  海里: ['米', 1_852],
}

const MASS: Readonly<Record<string, Row>> = {
  吨: ['吨', 1],
  公斤: ['吨', 0.001],
  千克: ['吨', 0.001],
  斤: ['吨', 0.0005],
  克: ['吨', 0.000001],
  担: ['吨', 0.05],
  标准煤: ['吨', 1],
  吨标准煤: ['吨标准煤', 1],
  吨标煤: ['吨标准煤', 1],
}

const ENERGY: Readonly<Record<string, Row>> = {
  千瓦时: ['千瓦时', 1],
  度: ['千瓦时', 1],
  度电: ['千瓦时', 1],
  千瓦: ['千瓦', 1],
  瓦: ['千瓦', 0.001],
  兆瓦: ['千瓦', 1_000],
  吉瓦: ['千瓦', 1_000_000],
  兆瓦时: ['千瓦时', 1_000],
  千伏安: ['千伏安', 1],
  千乏: ['千乏', 1],
}

const TIME: Readonly<Record<string, Row>> = {
  天: ['天', 1],
  日: ['天', 1],
  个工作日: ['工作日', 1],
  工作日: ['工作日', 1],
  年: ['年', 1],
  个月: ['月', 1],
  月: ['月', 1],
  周: ['周', 1],
  小时: ['分钟', 60],
  个小时: ['分钟', 60],
  分钟: ['分钟', 1],
  分: ['分', 1],
  秒: ['分钟', 1 / 60],
  岁: ['岁', 1],
}

const CONCENTRATION: Readonly<Record<string, Row>> = {
  微克: ['微克/立方米', 1],
  '微克/立方米': ['微克/立方米', 1],
  微克每立方米: ['微克/立方米', 1],
  'μg/m3': ['微克/立方米', 1],
  'μg/m³': ['微克/立方米', 1],
  毫克: ['微克/立方米', 1_000],
  '毫克/立方米': ['微克/立方米', 1_000],
}

/** Classifiers that count things one by one: the base is 个, so that 12家 and 12个 stand on one scale. */
const COUNTERS = new Set(
  (
    '个 座 处 家 条 项 件 所 台 套 辆 户 栋 幢 间 支 组 批 场 期 次 对 只 头 匹 株 棵 部 艘 架 口 眼 盏 根 块 片 段 ' +
    '门 种 类 款 份 册 卷 本 篇 首 枚 把 张 面 宗 起 例 桩 单 笔 班 门 床 席 位 枚 羽 尾 箱 枝 盘 盆 届 村 镇 乡 县 市 区 ' +
    '企业 项目 社区 学校 泊位 车位 床位 张床位 学位 个学位 桩 站 店 厂 园 院 馆 网点 品种 余家 户次 例次 件次 家次 台次 台套 台(套) 台（套） ' +
    '个(家) 家(个) 个（家） 家（个） 小区 公里 行政村 基地 平台 中心 号 度 级 步 环 层 ' +
    '路 列 趟 窝 孔 树 股 味 盒 粒 枚 杯 瓶 桶 袋 包 车 船 帧 帖 户人家 亿'
  ).split(/\s+/u),
)

const FAMILIES: readonly (readonly [UnitFamily, Readonly<Record<string, Row>>])[] = [
  ['money', MONEY],
  ['visits', VISITS],
  ['people', PEOPLE],
  ['area', AREA],
  ['length', LENGTH],
  ['mass', MASS],
  ['energy', ENERGY],
  ['time', TIME],
  ['concentration', CONCENTRATION],
]

const PERCENT: Readonly<Record<string, number>> = { '%': 1, '％': 1, '‰': 0.1, 成: 10, 倍: 100, 番: 100 }

function known(unit: string): { family: UnitFamily; base: string; factor: number } | null {
  for (const [family, rows] of FAMILIES) {
    const row = rows[unit]
    if (row) return { family, base: row[0], factor: row[1] }
  }
  return COUNTERS.has(unit) ? { family: 'count', base: '个', factor: 1 } : null
}

/**
 * Reads a unit as written: 亿元 → money, 元, 1e8; 万人次 → visits, 人次, 1e4; 座 → count, 个, 1; % → percent.
 * A unit that is not known keeps its own name as base (`other`), so that unlike things never fall on one scale.
 * @param unit unit as in `ExtractedStatement.unit`, spaces are dropped
 */
export function unitOf(unit: string): UnitReading {
  const cached = readings.get(unit)
  if (cached) return cached
  const reading = readUnit(unit)
  if (readings.size < CACHE_LIMIT) readings.set(unit, reading)
  return reading
}

const readings = new Map<string, UnitReading>()
const CACHE_LIMIT = 4_000

function readUnit(unit: string): UnitReading {
  const bare = unit.replace(/\s/gu, '')
  const percent = PERCENT[bare]
  if (percent !== undefined) return { family: 'percent', base: '%', factor: percent }
  if (/^个?(?:百分点|百分比)$/u.test(bare)) return { family: 'points', base: '百分点', factor: 1 }
  const whole = known(bare)
  if (whole) return whole
  let factor = 1
  let rest = bare
  for (let head = rest[0]; head !== undefined && rest.length > 0; head = rest[0]) {
    const by = MULTIPLIERS[head]
    if (by === undefined || (head === '千' && /^千(?:瓦|米|克|伏|乏)/u.test(rest))) break
    factor *= by
    rest = rest.slice(1)
    const row = known(rest)
    if (row) return { family: row.family, base: row.base, factor: row.factor * factor }
  }
  if (rest === '') return { family: 'count', base: '个', factor }
  return { family: 'other', base: rest, factor }
}
