import { alternatives } from '../../statements/lexicon'

/** Words that link a thing to its place in an order. */
const VERBS = alternatives(`
  位居 位列 位于 居于 居为 列于 列为 列在 列居 名列 名次列 排名 排名位列 排行 排到 排在 排列 排 稳居 稳列 稳定在 稳定居 跃居 跃升 跃升至 跃升到 跃升为 跃至 跃上 高居 荣登 荣居 雄居 雄踞
  占据 占居 升至 升到 升为 上升至 上升到 上升为 上升 提升至 提升到 提高到 提高至 提升为 前移至 前移到 前进至 进位至 进位到 进至 晋升至 晋升为 晋位至 攀升至 攀升到 重回 重返 重夺 回升至 回升到 下降至 下降到 降至 退至 后移至
  进入 跻身 跻入 进军 迈入 迈进 挤进 挤身 冲进 冲刺 争取 争当 保持 保持在 保持了 维持 继续保持 取得 取得了 获得 获得了 荣获 夺得 夺取 摘得 斩获 赢得 蝉联 获评 获 夺 勇夺 勇夺得 再夺 成为 成绩 为 达 达到 实现 处于 处在 登上 问鼎 领跑 创 创造 均为 是 居 列 位 进 在
  评为 评定为 被评为 考核为 确定为 占 坐稳 晋级 入围 闯入 打进 荣列 再列 又列 巩固 同列 并列 首登 登顶 位次 名次 位次为 名次为 综合排名 总体排名 总分排名 指数排名 位次居 排位
`)

/** A verb at the end of a lead, with what stands between it and the order. */
export const VERB = new RegExp(`(?:${VERBS})(?:了|到|至|在|为|于)?`, 'gu')

/** Words that hold a verb's sign and are none: 居民, 系列, 单位, 行为. */
export const NO_VERB =
  /^(?:居[民住家委室所留]|位[置的]|列[车入出支举]|进[出行一展步程口度修村]|为[了民主人核重引指抓]|是否|排[放污水查涝]|达标|占地|占比|处理|处置|处罚|保持(?:平稳|稳定)|成为(?!全|世|我|中|国|[省市区州县])|在[建校全各](?!国|省|市|区|州|县|球)|创[新业建]|成绩(?!居|列|位)|争取(?:资金|到))/u
export const BEHIND_NO_VERB =
  /[宜群定民安旧邻杂移散]居$|[系行序陈单]列$|[单地部岗席车学床泊座机诸方品到就点]位$|[改推先促引前迈跟挺]进$|[行作因认]为$|[存所现潜实内外]在$|[编并]排$/u

const PROVINCES =
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆'
const WHOLE = `(?:全[国省市区州县盟旗球疆]|全自治[区州县]|全地区|全系统|全行业|世界|国际|亚洲|亚太|中国|我[国省]|国内|[省市州县]内|[东中西]部(?:地区)?|东北(?:地区|三省)?|西北(?:地区|五省)?|西南(?:地区)?|华[东南北中](?:地区)?|中西部(?:地区)?|中原城市群|长三角|珠三角|粤港澳大湾区|京津冀|汾渭平原|长江经济带|黄河流域|大湾区|沿海|内陆|${PROVINCES})(?:省|自治区)?`
const COUNTED = '(?:[\\d一二三四五六七八九十百]+个?(?:大|座)?)'
const KIND =
  '(?:城市区|主城区|中心城区|城区|省会城市|省会(?:及副省级)?城市|副省级(?:以上)?城市|计划单列市|地级以上城市|地级以上市|地级及以上城市|设区市|设区的市|设区城市|地级市|地级城市|地市州?|市州|州市|盟市|市地|地州市?|省[份市区]|省区市|省辖市|县区|县市区|县（市、区）|县（市）|区县|旗县区?|城市|县级市|市|州|县|区|国家|经济体|港口|口岸|高新区|经开区|开发区|高校|院校|机场|企业|单位|部门|公安机关|景区|综保区|综合保税区)'
/** Of whom an order is, at the end of a lead that has no verb before the order: 增速全市|第一. */
export const OWNER_END = new RegExp(
  `(?:在|是|为|据|居|列|位|，)?(?<owner>(?:${WHOLE}(?:同类|同级|[^，。；：、在居列位排增收量额率数幅速]{0,10}?)?(?:${COUNTED}[^，。；：、\\d]{0,8}?)?${KIND}?|${COUNTED}(?:[^，。；：、\\d]{0,8}?)${KIND}|(?:副省级城市|省会城市|城市区|城区|八城区|设区市|地级市|同类城市|同类地区|粤东西北(?:地区)?))(?:各(?:市|县|区|地|州|省|县区|市州|地市|盟市))?(?:同类(?:城市|地区|型)?)?)(?:之)?(?:中|里|内|范围内)?(?:的)?(?:总|综合|总体|总分)?(?:排名|排行|排序|位次|名次|排位)?$`,
  'u',
)
/** What makes words behind a verb an owner. */
export const OWNER = new RegExp(
  `^(?:在|了|到)?“?(?:${WHOLE}|${COUNTED}|${KIND}|同类|[\\u4e00-\\u9fff]{1,4}[省市区州县]|[^，。；：、]{0,14}(?:城市|城区|[省市区州县]|百强|十强|榜|行业|系统|同类|强))[^，。；：]{0,24}$`,
  'u',
)
/** The same behind a verb of one sign, which may be part of another word. */
export const OWNER_PLAIN = new RegExp(`^(?:了|到)?(?:${WHOLE}|${COUNTED}|${KIND}|同类)[^，。；：]{0,24}$`, 'u')
/** Verbs of one sign that mean a rank mostly. */
export const FIRM = /^[居列]/u
/** 15个|副省级城市中位居: a count that tells whom, not what is ranked. */
export const COUNTS_OWNERS = new RegExp(
  `^(?:[^，。；\\d全]{0,10})${KIND}(?:同类[^，。；、全]{0,4})?(?:[^，。；、\\d全]{0,12}中|里|的)?[^，。；、\\d全]{0,6}$`,
  'u',
)
/** 再进11位、排名第71. */
export const STEPS = /(?:再?前?进|上升|提升|跃升|前移|上移|下降|后移|晋升)了?\d{1,3}个?[位名](?:次)?[、]?$/u
/** 创造更多|全国第一, 瞄准|国内前十: firsts are counted, or those of others sought; nothing is ranked. */
export const FIRSTS =
  /(?:(?:更多|多个|多项|一批|若干|一系列|数个|[\d一二两三四五六七八九十]+[个项])的?|(?:打造|创建|叫响|擦亮|瞄准|紧盯|对接|引进|面向|聚焦|对标)“?)$/u
/** Where a thing came from, without a number: 由上年全省后三位. */
export const CAME_FROM = /(?:由|从)(?:上年|去年|20\d\d年|原来|此前|全)[^，。；]{0,10}$/u

/** What ranks: its name is no part of whom it ranks. */
const EVENTS =
  '(?:考核|考评|测评|评比|评估|评价|评选|检查|督查|比武|竞赛|大赛|比赛|锦标赛|运动会|省运会|全运会|排行榜|榜单|评议|测试|抽查|验收|暗访|评审|监测|调查|通报|金榜|奖牌榜|首考|指数)'
/** An event at the end of a lead, with whom it ranks: 在|全省|“三农”考核|中. */
export const EVENT_END = new RegExp(
  `(?:在|据|居|列|经)?(?<owner>${WHOLE}(?:${COUNTED})?${KIND}?)(?<event>[^，。；：]{0,24}?${EVENTS})(?:中|上|里|结果)?(?:的)?(?:总分|综合|总|成绩|总体|总评|团体)*(?:排名|排行|名次|位次)?$`,
  'u',
)
/** Whether a lead ends with an event that names nobody: 绩效考核|第一名. */
export const EVENT = new RegExp(`${EVENTS}(?:中|上|里)?(?:的)?(?:综合|总|总分|成绩)*(?:排名|名次)?$`, 'u')
/** 居|全省考核|第一: whom, and by what. */
export const OWNER_EVENT = new RegExp(
  `^(?:在)?(?<owner>${WHOLE}(?:${COUNTED})?${KIND}?)(?<event>[^，。；：]{0,24}?${EVENTS})(?:中|上)?(?:的)?(?:综合)?(?:排名)?$`,
  'u',
)

/** What of a thing is ranked. */
const ASPECTS = alternatives(`
  增速 增幅 增长率 增长速度 增长幅度 总量 总额 总数 总规模 规模 数量 增量 增加量 增长量 绝对额 绝对值 绝对量 占比 比重 人均 降幅 改善幅度 改善率 提升幅度 下降幅度 降低率 提高幅度
  进度 完成率 完成进度 存量 综合排名 综合得分 得分 总分 成绩 名次 位次 排名 总成绩 累计增速 同比增速 平均增速 年均增速 年均增幅 增收幅度 增势 位势 回升幅度 涨幅 净增量 净增数 拉动率 均值 总体规模 下降率 增加幅度 金额 营业收入占比
`)
/** Aspects, one or several, where they stand alone: 总量和增速. */
export const ASPECT = new RegExp(`^(?:其|的)?(?<aspect>(?:${ASPECTS})(?:(?:[和与及、]|以及)(?:${ASPECTS}))*)$`, 'u')
const CHANGES = alternatives(
  '增速 增幅 增长率 增长速度 增长幅度 总量 增量 增加量 增长量 绝对额 绝对值 绝对量 占比 降幅 改善幅度 提升幅度 下降幅度 提高幅度 完成进度 同比增速 平均增速 年均增速 年均增幅 增收幅度 涨幅 综合排名',
)
/** The same behind a name; 数量 and its like are part of the name: 金奖数量. */
export const ASPECT_END = new RegExp(
  `(?:的)?(?<aspect>(?:${CHANGES})(?:(?:[和与及、]|以及)(?:${ASPECTS}))*|(?:${ASPECTS})(?:[和与及、]|以及)(?:${CHANGES}))$`,
  'u',
)

/** An aspect behind a name and a 、: 3人当选“中国好人”、|数量. */
export const ASPECT_BESIDE = new RegExp(`^(?<name>.+)、(?<aspect>(?:${ASPECTS})(?:[和与及](?:${ASPECTS}))*)$`, 'u')

/** Adverbs between a thing and its rank; 连续N年 among them. */
export const ADVERB =
  /(?:(?<each>均|都|双双|皆|全部)|分别|也|仍|仍然|依然|又|再次|再度|再|首次|首|继续|持续|一直|始终|长期|多年|历年|常年|历史性|被|成功|已|已经|预计|有望|力争|(?<!竞)争|争取|确保|努力|全力|奋力|总体|综合|整体|稳定|稳步|稳|牢牢|强势|一举|跃|[一二三四五六两\d]{1,2}次|快速|连年|每年|每月|长时间|连续|当年|目前|将|要|可|达到|实现|(?:已)?连续[^，。；：]{1,6}(?:年|次|届|个月|个季度|位|月)(?:来)?(?:蝉联|保持|稳居)?|第[一二三四五六七八九十\d]{1,3}次|[一二三四五六七八九十\d]{1,3}年来|并|且|而|同时|其中|其|的|在|上|中|排|由|从|较上年)$/u
/** Whether the things before are ranked each for itself. */
export const EACH = /均|都|双双|皆|分别/u
export const STREAK = /连续(?<count>\d{1,3}|[一二三四五六七八九十两]{1,3})(?:年|次|届|个年度)/u
