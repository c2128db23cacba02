import { firstSigns, lastSigns, signs } from './signs'

/** Alternatives of a pattern, longest first, so that 平方米 is tried before 米. */
export const alternatives = (words: string): string =>
  [...new Set(words.trim().split(/\s+/u))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')

/** Every unit and classifier that makes a numeral a quantity. */
const UNITS = `
  %。(?=[，。；、]|以[内下]) % ‰ 个百分点 百分点 个千分点 倍 番 成
  元 人民币 美元 美金 欧元 日元 港元 港币 英镑 元/平方米 元/吨 元/亩 元/人·月 元/人·年 元/人/月 元/人月 元/人年 元/月 元/年 元/人 元/天 元/户 元/斤 元/公斤
  人 名 位 人次 余人次 人天 劳动力 户 户次 口人
  个 座 处 家 条 项 件 所 台 套 辆 栋 幢 间 支 组 场 场次 期 次 对 只 头 匹 株 棵 部 艘 架 架次 口 眼 盏 根 块 片
  门 种 类 大类 款 份 册 卷 篇 首 枚 把 张 面 宗 起 例 桩 单 笔 班 班次 床 席 羽 尾 箱 批 批次 列 列次 趟 道 段 村 镇 乡 县
  件次 家次 台次 例次 台套 台（套） 标箱 标准箱 锭 群 届 车次 个（家） 家（个） 个（项） 车位 泊位 床位 学位 穴 孔 轮 本 部次 步 人份 课时 学时 行 层 股 味 樘 扇
  平方米 平米 ㎡ m2 平方公里 平方千米 公顷 千公顷 亩 亩次 立方米 立方 方 立方米/日 立方公里 立方米/秒
  公里 千米 km 米 延米 厘米 毫米 里 华里 海里
  吨 公斤 千克 斤 克 担 克拉 吨标准煤 吨标煤 吨/日 微克 毫克 微克/立方米 毫克/立方米 微克每立方米 μg/m3 μg/m³ 微克/m3 微克/m³
  GW MW KW kW GWh MWh kWh 蒸吨 千瓦时 度 千瓦 瓦 兆瓦 吉瓦 兆瓦时 千伏安 千伏 升 桶 标立方米 载重吨 重量箱 大卡 兆 Gbps 分贝
  天 日 个工作日 工作日 年 个月 月 周 小时 个小时 个半小时 分钟 秒 岁 分 周岁 时 周年
`

/** What a unit is not followed by: 1.2万|群众, 12万|家庭, 61万|人民群众. */
const NOT_BEFORE: Readonly<Record<string, string>> = {
  人: '民(?!币)|才|大代表|员|口',
  群: '[众体]',
  方: '[面式案法便向]',
  家: '[庭长居]',
  户: '籍',
  村: '[民屯]',
  台: '[胞商河儿阶]',
  组: '织',
  部: '[门队]',
  支: '[持付]',
  位: '[置次]',
  条: '件',
  面: '积',
  场: '[馆所地]',
  班: '[子级]',
  名: '[牌优胜]',
  门: '店',
  本: '[地市]',
  天: '[然津]',
  期: '[间待末]',
}

export const UNIT_PATTERN = alternatives(UNITS)
  .split('|')
  .map((unit) => (NOT_BEFORE[unit] === undefined ? unit : `${unit}(?!${NOT_BEFORE[unit]})`))
  .join('|')

/** Units of time: most are dates and durations, few are results. */
export const TIME_UNIT = /^(?:天|日|个工作日|工作日|年|个月|月|周|小时|个小时|个半小时|分钟|秒|岁|周岁|时|周年)$/u

/** Units that count things one by one: the thing may stand to their right. */
export const COUNTS = new RegExp(
  `^[十百千]?[万亿]{0,2}(?:${alternatives(`
  人 名 位 户 口人 个 座 处 家 条 项 件 所 台 套 辆 栋 幢 间 支 组 场 场次 期 次 对 只 头 匹 株 棵 部 艘 架 架次 口 眼 盏 根 块 片
  门 种 类 大类 款 份 册 卷 篇 首 枚 把 张 面 宗 起 例 桩 单 笔 班 班次 床 席 羽 尾 箱 批 批次 列 列次 趟 道 段 村 镇 乡 县
  台套 台（套） 锭 群 个（家） 家（个） 个（项） 穴 孔 轮 本 股 人次
`)})?$`,
  'u',
)

/** What may stand directly after a quantity and belongs to its comparator. */
export const SUFFIX = /^(?:人民币)?(?:及以上|以上|以内|以下|之内|之间|左右|上下|及以下)/u

/** Verbs that open a clause and are no part of what is measured. */
export const OPENING_VERBS = alternatives(`
  完成 实现 达到 达 建成 建成投用 建成运行 建设 实施 组织实施 启动 启动实施 启动建设 推进 推动 加快 加快推进 全力推进 统筹推进 扎实推进 开展 举办 成功举办 打造 培育 重点培育
  培育壮大 引进 招引 创建 成功创建 争创 力争 确保 争取 发放 落实 办理 办结 解决 化解 提供 安排 筹集 筹措 投入 拨付 投放 整合 抓好 抓实 重点抓好 突出抓好
  做好 紧盯 瞄准 承接 支持 扶持 鼓励 引导 帮助 形成 设立 建立 组建 谋划 谋划实施 储备 制定 出台 编制完成 编制 认定 评选 表彰 获评 获批 获得 荣获 入选
  改造 新改造 改造提升 提升 维修 整治 综合整治 治理 清理 拆除 取缔 关停 淘汰 查处 破获 侦破 搬迁 安置 发展 扩大 推广 推出 开通 开工 新开工 续建 竣工 投用 交付 新交付
  新建 新建成 新建改造 改建 扩建 新增 净增 增加 新认定 新引进 引入 新培育 加强 强化 优化 完善 健全 保持 保障 覆盖 惠及 受益 带动 解决了 完成了 建成了 建设了 全面完成 圆满完成 率先完成 基本完成 高质量完成 累计完成
  利用 使用 用于 达成 签订 签约 注册 吸引 吸纳 接待 培训 资助 救助 减免 销售 生产 种植 收购 收集 清收 下放 取消 精简 压减 减少 降低 提高 修复 修建 铺设 安装 加装 配建 配备 购置 布局 推行 选派 选树 招聘 引育 统筹 盘活 抓 建 种 修 用 有 共有 拥有 现有 其余 剩余
`)

/** Words between what is measured and its number: they tell kind, sign and comparator, and are no part of the name. */
const LINKS = `
  达到 达 达至 已达 达成 为 是 的 了 至 到 由 从 在 近 超 超过 突破 接近 逾 不低于 不少于 不超过 不高于 不小于 高于 低于 少于 大于 折合 不到 仅 仅为 只有 高达 多达 约为 大约 将近 至少
  共 共计 合计 总计 累计 累计达 各 都 也 分别 双双 同比 环比 比上年 比去年 较上年 较去年 比上年同期 同比口径 比年初 较年初 较同期 上年 可比 现价 按可比口径 按可比价格 按可比价 按不变价 按同口径 可比价 可比口径 同口径 同口径增长 自然口径 年均 平均 月均 人均增长
  增长 增加 增速 增幅 涨幅 降幅 增长速度 提高 提升 上升 上涨 增至 增到 升至 降至 升到 降到 下降 减少 降低 压减 压缩 缩减 缩短 回落 改善 递增 翻 翻了 下调 上调 扩大 收窄 净增长 负增长 正增长 精简 削减 逆势 逆势增长 快速 大幅 再 从 不足 进一步 平稳
  控制 保持 稳定 维持 巩固 实现 完成 预计 预期 将 力争 争取 确保 已 已经 首次 再次 率先 历史性 成功 全部 发展 扩大到 发展到 增加到 提升至 提升到 上升至 上升到 跨过 迈过 连跨 继续 相当于 基本 减幅 又 目前 仍 跃升至 跃升到 攀升至 攀升到 有望 长期 翻番 翻两番 回升至 回升到 下降至 下降到 定为 原有 缩小 可达 有 要 主要 实际 始终 迈上 跨上 跃上 跨越 突破了 修订 核定 五年 五年来 近五年 每年 每人 每立方米 每月 全年 当年 月人均 年人均 每天
`
const LINK_WORDS: ReadonlySet<string> = new Set([
  ...alternatives(LINKS).split('|'),
  '今年',
  '去年',
  '、',
  '，',
  '和',
  '与',
])
/** They by their last character, the longest first. */
export const LINKS_BY_END: ReadonlyMap<number, readonly string[]> = (() => {
  const groups = new Map<number, string[]>()
  for (const word of [...LINK_WORDS].sort((a, b) => b.length - a.length)) {
    const end = word.charCodeAt(word.length - 1)
    groups.set(end, [...(groups.get(end) ?? []), word])
  }
  return groups
})()
/** Links that no list of words can say. */
export const LINK_FORM =
  /(?:(?<![新净激])增(?:加|长)?|(?<!自然)增长率|(?<![节签预契集简特条])约|\d{4}年|(?:比|较)\d{4}年|连续(?:\d|[一二两三四五六七八九十])+年|(?<![通经超])过|(?<![实表体发呈])现|(?<=标准|补助|补贴)年|(?<![人年月日平户亩])均|(?:比|较)[^，。；]{1,6}(?:同期|年|末|底)|在\d{4}年(?:的)?基础上|(?<![惠普涉])及|(?<![许认])可)$/u
export const LINK_FORM_ENDS = signs('增加长率约年期末底上过现均及可')

/** What a link may end with. */
export const LINK_ENDS = signs(`${lastSigns(alternatives(LINKS).split('|'))}增加长率约年期末底上及过均现可、，和与`)

/** Words before what is measured: time, place of the report, wording, light verbs. */
const LEADS = `
  预计 初步预计 初步核算 经初步核算 初步统计 据初步统计 据统计 据测算 经测算 全年 全市 全区 全县 全州 全盟 全旗 全地区 我市 我区 我县 我州 本市 本区 市区 今年 去年 当年 本年 年内 年末 年底 年底前 年初 月底前 今年以来 一年来 全年共
  前三季度 上半年 下半年 一季度 前三季 前十一个月 其中 同时 另外 此外 力争 争取 确保 保证 计划 拟 将 要 继续 已 共 共有 累计 先后 成功 也 全力 大力 积极 全面 率先 圆满 高质量 稳步 加快 坚持 持续 进一步 深入 着力 努力
  把 为 与 及 以及 并且 并对 向 在 每年 五年 每 达 平均 总体 各 各类 各项 达到 超额 预期 主要 始终 总量达 各级 特别是 尤其是 五年来 虽然 尽管 列入 一次性 多方 稳妥 分步 强力 力促 目前 又 仍 仍然 依法 高质高效 大规模 扎实 有序 截至目前 截至 的 了
`
const LIGHT_VERBS = OPENING_VERBS.split('|')
  .filter(
    (verb) =>
      verb.length > 1 && !/^(?:新|净|利用|接待|培训|用于|生产|销售|加装|引进|引入|引育|改造|签约|资助)/u.test(verb),
  )
  .map((verb) =>
    verb === '建成'
      ? '建成(?!区)'
      : verb === '保障'
        ? '保障(?![性房面率对人体])'
        : verb === '发展'
          ? '发展(?!改革|水平|质量)'
          : verb === '增加'
            ? '增加(?!值)'
            : verb === '注册'
              ? '注册(?!资[本金]|商标|会计)'
              : verb,
  )
  .join('|')
export const LEAD = new RegExp(
  `^(?:到(?![位户账村期场])|和(?![谐平美田县])|并(?=[新完实建引])|(?:比|较)(?:上年|去年|年初)(?:同期)?|（[^）]{1,6}）|[①-⑳.]|\\d{4}年(?:底|末|全年|度|前三季度|上半年|\\d{1,2}月底?)?|(?:过去|近)?[一二两三四五六七八九十\\d]{1,2}年(?:来|间)?(?:全市)?(?:共|累计)|再(?=[减新增建改造])|对(?![象口外接标话照])|使(?![用命馆])|现(?=[有已在完建])|高(?:标准|水平|起点|质量)(?=[完建打实推开新编办举])|到\\d{4}年|截至[^，。]{1,8}[底末日份]|\\d{1,2}月(?:底|末)前?|“?(?:十[一二三四五]?五|[八九]五)”?(?:末|期间|时期|以来)|[（(][一二三四五六七八九十\\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}(?:是|要)|\\d{1,2}[.．、]|[#●—\\-*、，：；“”]+(?=[^“”]*$)|[#●—\\-*、，：；]+|${alternatives(LEADS)}|(?:${LIGHT_VERBS})(?!率))`,
  'u',
)
/** What a lead may begin with. */
export const LEAD_HEADS = signs(
  `到和并比较（再近过对使现高二三四五六七八九①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳.0123456789截“”十(一二三四五六七八九#●—-*、，：；${firstSigns(alternatives(LEADS).split('|'))}${firstSigns(OPENING_VERBS.split('|'))}`,
)
/** A lead is not taken off when only this would stay behind. */
export const BARE =
  /^(?:面积|总?量|项目|用地|率|额|人数|方案|水平|机制|建设|工程|收入|支出|[^\u4e00-\u9fffA-Za-z“]*|.)$/u
const BUSY = OPENING_VERBS.split('|')
  .filter((verb) => !/^(?:销售|生产|种植|收购|培训|接待|签约|资助)$/u.test(verb))
  .join('|')
export const ONLY_VERB = new RegExp(
  `^(?:${BUSY}|等|了|的|其中|这|全部|中|基本|已|先后|相继|陆续|一次性|稳妥|正在|多方|有效)*$`,
  'u',
)
