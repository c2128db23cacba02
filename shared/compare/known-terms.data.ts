/** Terms of work reports that a dictionary cuts to pieces: each is one word here. One list a line, by what they name. */
const LISTS: Readonly<Record<string, string>> = {
  regions:
    '京津冀 长三角 珠三角 粤港澳大湾区 大湾区 长江经济带 雄安新区 中关村 成渝地区 双城经济圈 长株潭 东北亚 中原城市群 郑洛新 都市圈 城市群 经济带 示范区 自贸区 自贸试验区 自贸港 高新区 经开区 开发区 综保区 保税区 一带一路 中欧班列',
  economy:
    '高质量发展 新发展理念 新发展格局 供给侧 双循环 实体经济 数字经济 民营经济 县域经济 低空经济 夜经济 银发经济 首发经济 平台经济 总部经济 楼宇经济 新质生产力 市场主体 经营主体 营商环境 放管服 减税降费 留抵退税 专项债 专项债券 固定资产投资 招商引资 扩内需 促消费 消费券 以旧换新 个转企 小升规 规上 限上 四上企业 万人助万企',
  industry:
    '先进制造业 战略性新兴产业 新兴产业 未来产业 现代服务业 生产性服务业 新能源 新材料 新能源汽车 生物医药 装备制造 智能制造 人工智能 大数据 云计算 物联网 区块链 工业互联网 互联网 集成电路 新型储能 产业链 供应链 创新链 产业集群 专精特新 小巨人 单项冠军 独角兽 瞪羚 链主 标准厂房',
  science:
    '科技创新 高新技术 高新技术企业 科技型中小企业 研发投入 知识产权 成果转化 孵化器 众创空间 实验室 揭榜挂帅 产学研',
  countryside:
    '乡村振兴 脱贫攻坚 精准扶贫 美丽乡村 和美乡村 高标准农田 粮食安全 人居环境 厕所革命 村集体经济 集体经济 家庭农场 农民合作社 防返贫 千万工程 三农',
  city: '城市更新 老旧小区 棚户区 城中村 海绵城市 智慧城市 文明城市 卫生城市 口袋公园 停车位 充电桩 背街小巷 雨污分流 断头路 综合管廊 轨道交通',
  environment:
    '生态文明 污染防治 蓝天碧水净土 碳达峰 碳中和 双碳 节能减排 河长制 林长制 优良天数 空气质量 黑臭水体 国土绿化 山水林田湖草',
  livelihood:
    '民生实事 公共服务 社会保障 医疗保障 家庭医生 分级诊疗 医共体 医联体 养老服务 一老一小 托育 双减 义务教育 学前教育 职业教育 幼儿园 高校毕业生 农民工 就业困难人员 保障性住房 保障性租赁住房 保交楼 共同富裕',
  governance:
    '法治政府 政务服务 一网通办 一件事 最多跑一次 数字政府 网格化 三零创建 平安建设 扫黑除恶 安全生产 信访 基层治理 社会治理 中央八项规定 形式主义 官僚主义 党风廉政建设 全面从严治党 十四五 十五五 十三五 十二五',
  culture: '文旅融合 全域旅游 文旅文创 非遗 非物质文化遗产 博物馆 图书馆 文物保护 文化惠民',
}

/** The terms, by their first character, the longest first. */
export const KNOWN_TERMS: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>()
  for (const term of new Set(Object.values(LISTS).flatMap((terms) => terms.split(' ')))) {
    const first = term.charAt(0)
    found.set(
      first,
      [...(found.get(first) ?? []), term].sort((a, b) => b.length - a.length),
    )
  }
  return found
})()
