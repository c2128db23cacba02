/**
 * Short names of counties that are ordinary words of a report too (合作, 资源, 新建, 平安), or that stand inside such
 * words (增城 in 新增城市): in 2,066 city reports each stood in those of 30 and more cities that have no such county.
 * In running text they say nothing; with their level word, or before 人民政府, they do.
 */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  (
    '新建 合作 资源 和政 振兴 平安 惠民 新兴 通道 和安 新平 公安 解放 富裕 青山 安居 大新 增城 金山 前进 大安 同心 大城 ' +
    '友好 新和 富民 大关 延长 平和 大通 宏伟 利通 安定 惠农 乐业 南部 互助 四方 复兴 竞秀 高要 民和 新市 古城 大兴 上高 ' +
    '迁安 和平 港口 通城 东方 温泉 清新 凤凰 兴业 同德 站前 清水 安宁 杂多 老城 阿里 路桥 天桥 新华 路南 工农 滨江 建平 ' +
    '成安 建安 大化 政和 小金 光明 商城 双城 和龙 路北 江南 长安 上城 白云 兴城 新安 同仁 平原 建水 太平 水城 沿河 资兴 ' +
    '康保 东风 上党 江山 合水 红旗 运河 裕民 和顺 金安 江干 南山 三江 金水 莲花 朝阳 大港 顺城 滨海 河口 和康 河西 清河 ' +
    '定安 福安 民丰 灯塔 江北 明水 龙山 河东 天等 成华 融安 通江 友谊 海港 九龙 泰山 沙河 东湖 康平 爱民 西湖 大名 小店 ' +
    '三河 江海 南城 三水 南湖 金沙 江城 大田 龙湖 资中 西山 东山 山城 双清 吉利 龙潭 长寿 新民 安新 中原 扬中 大东 东海 ' +
    '江东 兴隆 高安 滨湖 田林 三元 江口 台前 南岸 七星 龙江 大方 江岸 向阳 开发 建设 文明 中方 会同 万年 共和 比如 全州'
  ).split(' '),
)

/** Names with a level word that mean a part of any town: they count in the lines that tell, not in running text. */
export const ORDINARY_DIVISIONS: ReadonlySet<string> = new Set(
  '城区 老城区 新城区 矿区 东区 西区 郊区 市中区 城中区 城东区 城西区 城北区 城关区 增城区 新建区 港口区 开州区'.split(
    ' ',
  ),
)
