import type { Relation } from '#shared/model/matter'

/*
 * The words of relative targets (定性目标), as data: how a thing stands to its reference, and whose figures others are
 * held against. Patterns are read against the view (widths folded, blanks and wraps dropped). Each begins with plain
 * words, so that a whole report is searched for it in no time.
 */

/** A relation that is held against nothing, by the words that the text is searched for. */
export interface Alone {
  readonly finds: readonly (readonly string[])[]
  readonly forms: readonly { readonly relation: Relation; readonly form: RegExp }[]
  /** Share of such finds that are right. */
  readonly confidence: number
}

/** No noun follows that the relation would be about. */
const END = '(?=[，。；、：！”）\\n]|的(?:良好|态势|势头|目标|[发好])|并|且|和|与|以上|$)'
const QUICKLY = '(?:、?(?:稳定|平稳|较快|快速|健康|稳步|大幅|双)){0,3}'
const UP = '(?:增长|提高|提升|上升|增加|攀升|回升|走高)'
const DOWN = '(?:下降|走低|降低|减少)'
const STEPS = '(?:稳步|持续|不断|节节|逐年|逐步|连续[\\d一二两三四五六七八九十]{1,3}年)'
/** A change that is told to go on, or to be large; 进一步 tells nothing. */
const MUCH = '(?:明显|显著|大幅|继续|较快)'
/** A form that is tried where the search has found its first words. */
const at = (words: string): RegExp => new RegExp(`(?:${words})${END}`, 'uy')

export const ALONE: readonly Alone[] = [
  {
    finds: [['正增长', '零增长', '负增长', '只减不', '只降不', '保持增长']],
    forms: [
      { relation: 'positive', form: at('正增长|保持增长') },
      { relation: 'no_rise', form: at('零增长|只[减降]不[增升]') },
      { relation: 'fall', form: at('负增长') },
    ],
    confidence: 0.9,
  },
  {
    finds: [['只增不', '只升不', '不减', '不降低', '不下降', '不反弹']],
    forms: [{ relation: 'no_decline', form: at('只增不[减降]|只升不降|不减少?|不降低|不下降|不反弹') }],
    confidence: 0.85,
  },
  {
    finds: [
      ['稳步', '持续', '不断', '稳中', '节节', '逐年'],
      ['逐步', '明显', '显著', '大幅', '继续', '较快', '整体', '促稳', '稳量'],
      ['连续', '双下降', '双降', '双提升', '双增长'],
    ],
    forms: [
      { relation: 'stable', form: at('稳中提质|促稳提质|稳量提质') },
      {
        relation: 'rise',
        form: at(
          `稳中[有趋略][升增涨提进快]|稳中提升|${STEPS}${QUICKLY}${UP}|双(?:提升|增长)|(?:明显|显著|继续|较快)${UP}`,
        ),
      },
      {
        relation: 'fall',
        form: at(`稳中[有趋略][降减]|${STEPS}${QUICKLY}${DOWN}|双下?降|${MUCH}${DOWN}|(?:继续|持续)回落|整体${DOWN}`),
      },
    ],
    confidence: 0.85,
  },
  {
    finds: [['稳定', '平稳']],
    forms: [
      { relation: 'rise', form: at('(?:稳定|平稳)增长') },
      {
        relation: 'stable',
        form: at(
          '(?<=持续|保持|基本|总体|大体|趋于|相对|较为)(?:稳定|平稳)|稳定在(?:现有|原有|目前|合理|正常|适度)[^，。；：、\\d\\n]{0,6}?(?:水平|区间|范围)',
        ),
      },
    ],
    confidence: 0.85,
  },
]

/** What tasks are told by. */
export const TASKS: readonly (readonly string[])[] = [
  ['下达', '上级', '约束性', '考核', '年控', '减排', '能耗'],
  ['省定', '市定', '国定', '县定', '州定', '区定', '里定', '级定'],
  ['年度', '全年目标', '全年任务'],
]

/** Words of degree before a relation, as written. */
export const HEDGE =
  /(?:基本上?|大体上?|总体上?|总体|略|稍|明显|大幅|显著|普遍|持续|始终|连续[\d一二两三四五六七八九十]+年|继续|保持|趋于|相对|较为|适度|适当|力争|超额|全面|圆满|严格|努力|稳定|首次|健康|较快|快速|继续|全部|全年)$/u

/** Places whose figures others are held against; the larger ones and those alike. */
export const OWNER =
  '(?:全国|(?:中等)?发达国家|全省|全市|全区|全县|全州|全盟|全旗|全自治区|全地区|全球|世界|国家|自治区|[东中西]部(?:地区)?|中西部(?:地区)?|沿海(?:地区)?|周边(?:地区|城市)?|长三角|珠三角|省内|国内|省市?|同期|当地|面上|[\\u4e00-\\u9fff]{0,6}(?:同类城市|省会城市|副省级城市|城市群|地级市|城市圈))'
