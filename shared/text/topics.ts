import type { Topic } from '../model/section'
import type { TopicRule } from '../model/topic'

/** What headings and opening sentences of each topic say. */
const WORDS: Readonly<Record<Topic, string>> = {
  economy:
    '经济 经济运行 经济发展 经济增长 经济总量 经济效益 国民经济 宏观经济 稳增长 增长 综合实力 综合经济实力 预期目标 主要目标 发展目标 奋斗目标 目标任务 财政 财税 财源 税收 金融 信贷 宏观调控 提质增效 总量 经济大盘 经济结构 发展方式 县域经济 非公有制经济 民营经济',
  projects:
    '项目 项目建设 投资 固定资产投资 政府投资 民间投资 扩投资 招商 招商引资 引资 重大项目 重点项目 重大工程 重点工程 项目为王 有效投资',
  industry:
    '产业 工业 制造业 制造 产业体系 产业链 产业集群 产业结构 产业转型 集群 链群 园区 产业园 开发区 工业园 企业 实体经济 转型升级 结构调整 服务业 现代服务业 第三产业 物流 数字经济 平台经济 建筑业 支柱产业 新兴产业 未来产业 新型工业化 工业化 总部经济 楼宇经济 风口产业 商务 能源 煤炭 军民融合 旅游产业 文化产业',
  technology:
    '创新 科技 科技创新 创新驱动 技术 人才 研发 科教 科研 数字 数字化 信息化 智慧 智能 智慧城市 新质生产力 创新创业 知识产权 专利 高新技术 高新技术产业 大数据 教育科技人才',
  city: '城市 城镇 城镇化 新型城镇化 城区 城建 城市建设 城市功能 城市品质 城市更新 城市管理 城市治理 城市规划 城市环境 城乡建设 城乡面貌 城乡环境 城乡融合 城乡统筹 统筹城乡 区域协调 区域协调发展 宜居 交通 路网 公路 铁路 港口 枢纽 基础设施 片区 更新 改造 都市 都市圈 市政 老旧小区 新区 承载力 综合承载 城市群 首都功能',
  countryside:
    '乡村 乡村振兴 农村 农业 农民 三农 农牧 农牧业 牧区 农牧民 农民增收 脱贫 扶贫 脱贫攻坚 精准扶贫 粮食 粮食安全 新农村 美丽乡村 和美乡村 乡村建设 农村改革 农村经济 农业产业 农业产业化 农业农村 农村环境 农村人居环境 林业 水利',
  reform:
    '改革 深化改革 改革开放 体制改革 机制改革 开放 对外开放 开放型经济 双向开放 营商环境 发展环境 投资环境 软环境 市场环境 市场体系 活力 市场主体 国企 国资 国有企业 放管服 外贸 外资 进出口 口岸 自贸 自贸区 自贸试验区 区域合作 对外交流 合作 体制 机制 体制机制 制度创新 深化 一带一路 特区',
  environment:
    '生态 降碳 减污 扩绿 治污 流域治理 生态文明 生态环境 环境 环境保护 环境质量 环境治理 绿色 绿色低碳 绿色发展 低碳 碳达峰 双碳 污染 污染防治 污染治理 蓝天 碧水 净土 大气 水质 美丽 节能 减排 节能减排 环保 绿化 造林 国土 循环经济 可持续发展 资源 人居环境 青山',
  livelihood:
    '民生 民生福祉 民生实事 民生保障 福祉 就业 教育 医疗 医药 卫生 健康 养老 社会保障 社保 保障体系 幸福 惠民 利民 为民 人民生活 群众生活 生活 社会事业 社会建设 社会发展 公共服务 共同富裕 住房 收入 增收 居民收入 实事 一老一小 救助 残疾 妇女 托育 共享 群众 获得感 民族 民族团结',
  safety:
    '安全 风险 社会稳定 大局稳定 安全稳定 维护稳定 长治久安 平安 社会治理 社会管理 创新社会治理 基层治理 防控 疫情 疫情防控 应急 国防 双拥 底线 扫黑 维稳 社会稳定 和谐稳定 和谐 安全生产 食品安全 矛盾 信访 债务 政府债务 政府性债务 社会治安 防灾 减灾 统筹发展和安全 防范化解 民主法制 法治社会 法制',
  government:
    '政府 治理能力 治理效能 政府建设 政府自身建设 自身建设 政府职能 政府治理 政府效能 政府系统 法治政府 服务型政府 服务政府 廉洁政府 责任政府 效能政府 诚信政府 数字政府 阳光政府 有为政府 学习型政府 人民满意政府 廉政 廉洁 廉政建设 勤政 依法行政 行政审批 作风 作风建设 效能 职能 转变职能 政务 政务服务 从严治党 反腐 反腐败 党的建设 政治建设 法治建设 决策 执行力 履职 依法治市 行政效能',
  culture:
    '文化 旅游 文旅 文旅文创 文商旅 文化旅游 文化事业 文创 文艺 遗产 文物 体育 消费 消费品市场 促消费 扩内需 内需 商贸 商业 流通 精神文明 文明 文明城市 文明程度 全域旅游 景区',
}

/** The topics that are built in, in the order that settles ties. */
export const TOPICS: readonly TopicRule[] = Object.entries(WORDS).map(([id, words], order) => ({
  id,
  name: null,
  words: words.split(' '),
  order,
  off: false,
}))

/** The built-in topics as the user changed them, and the user's own. */
export function topicsWith(changed: readonly TopicRule[]): TopicRule[] {
  const own = new Map(changed.map((rule) => [rule.id, rule]))
  const builtIn = TOPICS.map((rule) => own.get(rule.id) ?? rule)
  const added = changed.filter((rule) => !TOPICS.some(({ id }) => id === rule.id))
  return [...builtIn, ...added].sort((a, b) => a.order - b.order)
}
