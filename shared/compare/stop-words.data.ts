/**
 * Words that are not compared: they serve the sentence and not its matter, or every work report has them. One list a
 * line, by what they are; two characters at least, shorter words are never compared.
 */
const LISTS: Readonly<Record<string, string>> = {
  particles:
    '以及 并且 而且 或者 因为 由于 所以 因此 为了 关于 对于 通过 按照 根据 依据 围绕 随着 除了 其中 此外 同时 另外 以上 以下 以来 以内 以外 之间 之一 之后 之前 之中 之下 之上 方面 等等 左右 上下 如果 虽然 但是 然而 不仅 不但 既要 又要 还要 只有 只要 无论 尤其 特别 尤为 例如 比如 包括 分别 共同 一起 已经 正在 将要 仍然 依然 仍旧 始终 一直 不断 逐步 逐渐 继续 更加 进一步 进一 一步 十分 非常 较为 比较 相对 基本 主要 重要 必须 应当 应该 可以 能够 需要 予以 给予 加以 得以 有所 之所以 而是 就是 也是 都是 还是 才能 不是 没有 不能 不会 不少 一些 一定 一个 一批 一种 一次 这个 这些 那些 这样 那样 什么 怎么 如何 所有 全部 各种 各类 各项 各个 有关 相关 其他 其它 自己 他们 我们 你们 大家 各位 本次 此次 今后 目前 当前 当中 期间 时期 时候 过程 情况 问题 方式 方法',
  numerals:
    '一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 第一 第二 第三 第四 第五 第六 第七 第八 第九 第十 一方面 另一方面 其一 其二 其三 两个 三个 四个 五个 六个 七个 八个 九个 十个 多个 多项 多家 多次 半数 余个 亿元 万元 元人 万人 人次 公里 万吨 万亩 平方米 平方公里 百分点 个百分点 公顷 千瓦 万千瓦 立方米',
  times:
    '今年 去年 明年 上年 全年 年初 年末 年底 年内 年度 年来 过去 五年 一年 三年 两年 近年 近年来 季度 上半年 下半年 前三季度 月份 月底 同期 同比 年均 本届 上届 未来',
  speech:
    '政府 工作 工作报告 报告 大会 会议 代表 委员 审议 列席 现在 请予 提出 意见 人民 人民代表大会 人民政府 全会 政协 各位代表 各位委员 同志 同志们 市委 区委 县委 省委 党委 人大 常委会 领导 正确领导 坚强领导 部署 精神 指导 思想 贯彻 落实 贯彻落实 全面 深入 坚持 认真 扎实 扎扎实实 切实 大力 着力 努力 积极 有力 有效 有序 加强 加快 推进 推动 促进 实现 完成 开展 实施 提升 提高 增强 强化 深化 优化 完善 健全 做好 抓好 抓实 做到 确保 力争 争取 保持 取得 达到',
  places:
    '我市 我区 我县 我省 全市 全区 全县 全省 全国 全州 全旗 本市 本区 本县 市区 城区 县区 区县 全域 各地 当地 地区 我国 国家 省市 全市人民 全区人民 全县人民',
}

/** The stop list. */
export const STOP_WORDS: ReadonlySet<string> = new Set(Object.values(LISTS).flatMap((words) => words.split(' ')))

/** Single characters that serve the sentence: they are part of no word that a dictionary lacks. */
export const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set(
  '的了和与及在对从以为是由于把被将让使等并或而且之所其也都又再还要能会可应须不未无有各每该此本我你他她它们这那个种项次年月日时分万亿千百十元户家人名座处条件所辆台套亩吨米里度倍余多近约超达至到比较较更最很极就才只均已正一二三四五六七八九两几第届省市区县旗州乡镇村',
)
