import type { Relation } from '#shared/model/matter'

/*
 * The words of relative targets (定性目标), as data: how a thing stands to its reference, what references look like, and
 * what statistics measure. Patterns are read against the view (widths folded, blanks and wraps dropped).
 */

/** What a relation may begin with; the forms below look nearer. */
export const TRIGGER =
  /同步|持平|[高低快慢好优少大]于|跑赢|超过|[正零负]增长|[只不](?:[增升减降下反])|稳中|稳步|持续[增提上下攀回走降]|逐[年步][增提上下降]|[保基总大趋相较](?:持|本|体|于|对|为)(?:[基总大相较](?:本|体|对|为))?[稳平](?:定|稳)|[稳平][定稳]增长|下达|[省国市县家治区级里上]定|国家|上级|(?:省|自治区|市)(?:里|委|政府|控制|考核|要求|控|规定)|控制在|达到/gu

/** A relation that is held against nothing. */
export interface Alone {
  readonly relation: Relation
  readonly rule: string
  /** Sticky, at the trigger. */
  readonly form: RegExp
}

/** No noun follows that the relation would be about. */
const END = '(?=[，。；、：！”）\\n]|的(?:良好|态势|势头|目标|[发好])|并|且|和|与|以上|$)'

export const ALONE: readonly Alone[] = [
  { relation: 'positive', rule: 'positive', form: new RegExp(`正增长${END}`, 'uy') },
  { relation: 'no_rise', rule: 'no-rise', form: new RegExp(`(?:零增长|只[减降]不[增升])${END}`, 'uy') },
  {
    relation: 'fall',
    rule: 'fall',
    form: new RegExp(`(?:负增长|稳中(?:有|趋|略)[降减]|(?:稳步|持续|逐[年步])(?:下降|走低|降低|减少))${END}`, 'uy'),
  },
  {
    relation: 'no_decline',
    rule: 'no-decline',
    form: new RegExp(`(?:只[增升]不[减降]|不(?:减少|降低|下降|反弹|[减降]))${END}`, 'uy'),
  },
  {
    relation: 'rise',
    rule: 'rise',
    form: new RegExp(
      `(?:稳中(?:有|趋|略)[升增涨提]|(?:稳步|持续|逐[年步])(?:增长|提高|提升|上升|增加|攀升|回升|走高)|(?:稳定|平稳)增长)${END}`,
      'uy',
    ),
  },
  {
    relation: 'stable',
    rule: 'stable',
    form: new RegExp(`(?:保持|基本|总体|大体|趋于|相对|较为)+(?:稳定|平稳)${END}`, 'uy'),
  },
]

/** Words of degree before a relation, as written. */
export const HEDGE =
  /(?:基本上?|大体上?|总体上?|总体|略|稍|明显|大幅|显著|普遍|持续|始终|连续[\d一二两三四五六七八九十]+年|继续|适度|适当|力争|超额|全面|圆满|严格|努力|稳定|首次|总水平|全部|全年)$/u

/** What statistics measure, by what a name ends with. */
export const MEASURED =
  /(?:收入|支出|总?产值|增加值|生产总值|GDP|总额|总量|总值|[产销储存库]量|单产|销售|[^效质容力功速频]率(?!先|队)|比重|占比|比例|[物房地油粮菜煤气水电]价|价格|物价(?:总水平)?|价格(?:总)?水平|指数|面积|人口|人数|人次|户数|[天次]数|浓度|能耗|煤耗|水耗|电耗|物耗|排放|排放量|排放强度|强度|投资|投资额|消费|消费品零售|出口|进口|进出口|外贸|外资|内资|存款|存贷款|贷款|信贷|余额|税收|利润|利税|债务|赤字|保有量|吞吐量|周转量|用[电水地]量|电量|水量|游客|就业|用工|数量|规模|总规模|起数|件数|发案|经费|投入|储备|投放|(?:经济)?指标|空气质量|环境质量|水质|优良天数|减排|节能|降耗|降碳|节能减排|耕地|基本农田|存栏|出栏|经济增长|经济总量|经济增速|预期寿命|差距|收入比|“?三公”?经费|编制|人员|标准|待遇|养老金|工资|薪酬|税费|成本|杠杆率|不良率|人均[\u4e00-\u9fff]{1,8})$/u

/** What ends like a statistic and is none. */
export const NOT_MEASURED =
  /(?:服务|保障|生活|发展|技术|工作|管理|治理|消费|审批|办事|行政|运行|劳动|供给|供应|经济运行|市场运行|就业形势|产业规模)(?:水平|效率|标准|质量|规模|成本)$|^(?:标准|规模|人员|数量|成本|投入|储备|强度|待遇|差距|比例|投资消费|率)$|(?:率先|效率)$|经济社会/u

/** Places whose figures others are held against; the larger ones and those alike. */
export const OWNER =
  '(?:全国|全省|全市|全区|全县|全州|全盟|全旗|全自治区|全地区|全球|世界|国家|自治区|[东中西]部(?:地区)?|中西部(?:地区)?|沿海(?:地区)?|周边(?:地区|城市)?|长三角|珠三角|省内|国内|省市?|同期|当地|面上|[\\u4e00-\\u9fff]{0,6}(?:同类城市|省会城市|副省级城市|城市群|地级市|城市圈))'
