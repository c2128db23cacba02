import type { Topic } from '../model/section'

/** Words of headings by topic; the first topic with the most hits wins, so the order settles ties. */
const WORDS: readonly (readonly [Topic, RegExp])[] = [
  ['government', /政府|自身建设|廉政|法治|依法行政|作风|效能|廉洁|服务型/g],
  ['safety', /安全|风险|稳定|平安|治理|防控|应急|国防|底线|扫黑/g],
  ['environment', /生态|(?<!营商)环境|绿色|低碳|污染|蓝天|碳|美丽/g],
  ['countryside', /乡村|农村|农业|三农|脱贫|扶贫|粮食/g],
  ['livelihood', /民生|福祉|就业|教育|医疗|健康|养老|社会保障|幸福|惠民|生活/g],
  ['culture', /文化|旅游|文旅|文商旅|遗产|体育/g],
  ['technology', /创新|科技|人才|数字|智慧/g],
  ['industry', /产业|工业|制造|商务|服务业|转型|集群/g],
  ['projects', /项目|投资|招商/g],
  ['reform', /改革|开放|营商环境|活力|国企/g],
  ['city', /城市|城镇|城区|交通|基础设施|片区|更新|都市/g],
  ['economy', /经济|增长|综合实力|目标|消费|财政|提质/g],
]

/** What a heading is about by its words alone; null where no word tells. */
export function topicOf(title: string): Topic | null {
  let best: Topic | null = null
  let most = 0
  for (const [topic, words] of WORDS) {
    const hits = title.match(words)?.length ?? 0
    if (hits > most) [best, most] = [topic, hits]
  }
  return best
}
