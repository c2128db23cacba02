import type { Relation } from '#shared/model/matter'

/*
 * The words of relative targets (定性目标), as data: how a thing stands to its reference, what references look like, and
 * what statistics measure. Patterns are read against the view (widths folded, blanks and wraps dropped).
 */

/** What a relation may begin with; the forms look nearer. */
export const TRIGGER =
  /同步|持平|[高低快慢好优少大]于|跑赢|超过|[正零负]增长|[只不][增升减降下反]|稳中|稳步|持续|节节|逐[年步][增提上下降]|双双?[下提]|[保基总大趋相较](?:持|本|体|于|对|为)(?:[基总大相较](?:本|体|对|为))?[稳平](?:定|稳)|[稳平][定稳]增长|稳定在|下达|[省国市县家治区级里上]定|国家|上级|(?:省|自治区|市)(?:里|委|政府|控制|考核|要求|控|规定)|年度|年控|控制在|达到|达标|Ⅱ|Ⅲ|Ⅳ/gu

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
    form: new RegExp(
      `(?:负增长|稳中(?:有|趋|略)[降减]|(?:稳步|持续|逐[年步])(?:、?(?:稳定|大幅|双))*(?:下降|走低|降低|减少)|双双?(?:下降|降低))${END}`,
      'uy',
    ),
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
      `(?:稳中(?:有|趋|略)[升增涨提]|(?:稳步|持续|节节|逐[年步])(?:、?(?:稳定|平稳|较快|快速|健康|稳步|双))*(?:增长|提高|提升|上升|增加|攀升|回升|走高)|(?:稳定|平稳)增长|双双?(?:提升|增长))${END}`,
      'uy',
    ),
  },
  {
    relation: 'stable',
    rule: 'stable',
    form: new RegExp(`(?:持续|保持|基本|总体|大体|趋于|相对|较为)+(?:稳定|平稳)${END}`, 'uy'),
  },
]

/** Words of degree before a relation, as written. */
export const HEDGE =
  /(?:基本上?|大体上?|总体上?|总体|略|稍|明显|大幅|显著|普遍|持续|始终|连续[\d一二两三四五六七八九十]+年|继续|适度|适当|力争|超额|全面|圆满|严格|努力|稳定|首次|健康|较快|快速|继续|全部|全年)$/u

/** Places whose figures others are held against; the larger ones and those alike. */
export const OWNER =
  '(?:全国|全省|全市|全区|全县|全州|全盟|全旗|全自治区|全地区|全球|世界|国家|自治区|[东中西]部(?:地区)?|中西部(?:地区)?|沿海(?:地区)?|周边(?:地区|城市)?|长三角|珠三角|省内|国内|省市?|同期|当地|面上|[\\u4e00-\\u9fff]{0,6}(?:同类城市|省会城市|副省级城市|城市群|地级市|城市圈))'
