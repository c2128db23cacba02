/** A set of wordings that is offered to begin with. Its name is `phrases.set.<id>` in the locales. */
export interface KnownSet {
  id: string
  terms: readonly { name: string; variants: readonly string[] }[]
}

const plain = (...names: string[]): KnownSet['terms'] => names.map((name) => ({ name, variants: [] }))

/**
 * Standing wordings of the years. Each stands in documents of the centre, from which reports of all levels take it:
 *
 * - `business`: 国务院《优化营商环境条例》(2019, 国令第722号); 国办发〔2016〕30号 (推进简政放权放管结合优化服务改革); 国务院
 *   《关于加快推进“互联网+政务服务”工作的指导意见》(国发〔2016〕55号); 国办发〔2024〕3号 (高效办成一件事).
 * - `growth`: 国发〔2015〕32号 (大众创业万众创新); 2014 and 2015 中央经济工作会议 (新常态, 供给侧结构性改革, 三去一降一补);
 *   十九大报告 (2017, 高质量发展); 中央政治局会议 2020-05-14 (双循环); 十九届五中全会 (2020, 新发展格局); 中央政治局第十一次
 *   集体学习 2024-01-31 (新质生产力); 二十大报告 (2022, 中国式现代化).
 * - `countryside`: 中央一号文件 2006 (新农村建设) and 2013 (美丽乡村); 中办发〔2013〕25号 (精准扶贫); 中发〔2015〕34号
 *   (脱贫攻坚); 十九大报告 and 中发〔2018〕1号 (乡村振兴); 中央一号文件 2024 (千万工程, 和美乡村).
 * - `projects`: wordings of provinces and cities for putting projects first (项目为王 of Henan since 2021, 项目建设年 and
 *   others of their reports); 国家发展改革委 on 招商引资; 万人助万企 of Henan (2021).
 * - `environment`: 十七大 and 十八大报告 (生态文明); 国发〔2013〕37号 (大气污染防治); 国发〔2018〕22号 (蓝天保卫战); 中发〔2021〕36号
 *   (碳达峰, 碳中和); 二十大报告 (绿色低碳).
 * - `city`: 国发〔2013〕25号 (棚户区改造); 国办发〔2015〕75号 (海绵城市); 国办发〔2020〕23号 (老旧小区改造); 十九届五中全会 (城市更新).
 * - `digital`: 国发〔2015〕40号 (互联网+); 国发〔2015〕50号 (大数据); 2017年国务院《政府工作报告》(数字经济, 人工智能) and that of
 *   2024 (人工智能+).
 * - `people`: 十八大报告 (全面建成小康社会); 十九届五中全会 (共同富裕); 中央政治局会议 2018-07-31 (六稳) and 2020-04-17 (六保).
 */
export const KNOWN_SETS: readonly KnownSet[] = [
  {
    id: 'business',
    terms: [
      { name: '优化营商环境', variants: ['营商环境优化', '营商环境持续优化', '优化提升营商环境', '打造一流营商环境'] },
      { name: '放管服', variants: ['简政放权、放管结合、优化服务'] },
      { name: '最多跑一次', variants: ['最多跑一趟', '只进一扇门'] },
      { name: '一网通办', variants: ['一网、一门、一次'] },
      { name: '高效办成一件事', variants: ['高效办成“一件事”'] },
    ],
  },
  {
    id: 'growth',
    terms: [
      { name: '大众创业', variants: ['大众创业、万众创新', '大众创业万众创新'] },
      { name: '新常态', variants: ['经济发展新常态'] },
      { name: '供给侧结构性改革', variants: ['供给侧改革'] },
      ...plain('三去一降一补', '高质量发展', '新发展格局', '新质生产力', '中国式现代化'),
    ],
  },
  {
    id: 'countryside',
    terms: [
      { name: '新农村建设', variants: ['社会主义新农村'] },
      ...plain('美丽乡村', '精准扶贫', '脱贫攻坚', '乡村振兴'),
      { name: '和美乡村', variants: ['宜居宜业和美乡村'] },
      { name: '千万工程', variants: ['“千万工程”'] },
    ],
  },
  {
    id: 'projects',
    terms: [
      ...plain('项目为王', '项目建设年', '三个一批', '万人助万企', '招商引资'),
      { name: '专精特新', variants: ['“专精特新”'] },
    ],
  },
  {
    id: 'environment',
    terms: [
      ...plain('生态文明', '大气污染防治', '蓝天保卫战', '绿色低碳'),
      { name: '碳达峰', variants: ['碳达峰碳中和', '碳达峰、碳中和', '双碳'] },
    ],
  },
  {
    id: 'city',
    terms: [{ name: '棚户区改造', variants: ['棚改'] }, ...plain('海绵城市', '老旧小区改造', '城市更新', '完整社区')],
  },
  {
    id: 'digital',
    terms: [
      { name: '互联网+', variants: ['互联网＋', '“互联网+”'] },
      ...plain('大数据', '数字经济', '人工智能'),
      { name: '人工智能+', variants: ['“人工智能+”', '人工智能＋'] },
    ],
  },
  {
    id: 'people',
    terms: [
      { name: '全面建成小康社会', variants: ['全面小康'] },
      { name: '六稳', variants: ['“六稳”'] },
      { name: '六保', variants: ['“六保”'] },
      ...plain('共同富裕'),
    ],
  },
]
