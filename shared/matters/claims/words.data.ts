import type { ClaimExtent, ClaimSubject } from '#shared/model/matter'

/*
 * The words of blanket claims (总括完成), as data. Patterns are read against the view (widths folded, blanks and wraps
 * dropped).
 */

/** Words of completion; what they cover stands before or behind them. */
export const DONE: readonly string[] = '完成 实现 兑现 落实 办结 办复 办毕 办成 办理完毕 收官 达成 整改 销号'.split(' ')

/** How a set was done, straight before the word of completion, in any order. */
export const MANNER =
  /(?:全部|全面|[均都]|各项|圆满|较好地?|很好地?|顺利|如期|按期|按时序|按序时进度|按时|按计划|基本|大体|超额|提前[一二两三四五\d]?[个年月]*|高质量|高标准|出色地?|胜利|已经|已|总体|逐一|逐项|逐条|件件|项项|百分之百|100%|悉数|预计|可|能够|得到|成功|完美|率先|扎实|整体|切实|有效|保质保量地?|一一|全数|大幅|全力|及时|双双|较为|较|(?<=任务|目标)[一二两三四五]年|更好地?|也|又|或)+$/u

/** The last characters of those words. */
export const MANNER_ENDS =
  '部面均都项满好地利期序度时划本体额前一二两三四五0123456789个年月量准色胜经已逐条件百%数计可够到功美先实效幅力双为较也又或'

/** What tells how far a set was kept, the strongest first. */
export const EXTENTS: readonly (readonly [ClaimExtent, RegExp])[] = [
  ['exceeded', /超额|提前/u],
  ['all', /全部|全面|[均都](?!市)|各项|所有|件件|项项|逐一|逐项|悉数|百分之百|100%|一一|全数/u],
  ['well', /圆满|较好|很好|更好|顺利|如期|按期|按时|出色|保质保量/u],
  ['mostly', /基本|大体|总体/u],
]

/** What a claim is about, by the words that it covers, in the order in which they are tried. */
export const SUBJECTS: readonly (readonly [ClaimSubject, RegExp])[] = [
  ['livelihood', /实事|(?<!居)民生(?!活)|惠民|利民|便民|为民|好事|民心/u],
  ['other', /建议|提案|议案|承诺/u],
  ['assigned', /下达|交办|[省国市]定(?!点|位)|上级|督察|巡视|反馈/u],
  ['plan', /规划(?!区|建设)|五”?(?:目标|任务|各项|主要|预期|发展|收官|计划|$)|行动计划|[三五]年计划/u],
  ['targets', /目标|指标|任务|计划/u],
  ['projects', /项目|工程/u],
]

/** A set of promises by its last words. */
export const SET =
  /(?:目标任务|任务目标|目标要求|目标|任务(?:指标)?|指标(?:任务)?|计划(?:任务)?|五”?规划|五年规划|承诺(?:事项)?|实事(?:项目|工程|任务|好事)?[””]?|好事|民生(?:工程|项目|事项|任务)|(?:惠民|利民|便民|为民|民心)[^，]{0,6}(?:工程|项目|事项|好事|举措)|议案(?:建议|提案)?|建议(?:[、和]?提案|议案|意见)?|提案(?:建议)?|批评和意见|(?:交办|反馈|督办)[^，]{0,6}(?:问题|事项|案件)|(?:各项|重点|年度)工作(?:任务)?|(?<=[\d一二三四五六七八九十两][件项个大])[^，]{0,12}(?:项目|工程|事项|工作)|收官)[”」]?$/u

/** Their last characters. */
export const SET_ENDS = '务标求划诺项事目程措案议见题件作官”」'

/** A set that is whole by itself: nothing tells of what it is. */
export const WHOLE =
  /各项|全年|年度|年初|主要|预期|既定|预定|预算|确定|提出|部署|安排|制定|下达|[省国市区县州]定|本届|任期|五年|三年|规划|计划|经济社会|经济(?:和|与)社会|人大|全会|党代会|政府工作报告|实事|民生|惠民|利民|便民|为民|民心|好事|承诺|建议|提案|议案|约定|上级|考核|“十|全部|奋斗/u

/** What is done once and is no set: events, reforms, a single work. */
export const SINGLE =
  /换届$|试点(?:任务)?$|安保|维稳|普查|演[习练]|接待|服务保障|承办任务|赛事|(?<!空气质量)保障任务|改革(?:工作)?$|整治(?:工作)?$|攻坚战$|行动$|普法(?:规划)?任务|巡游|使命|历史任务|小康|现代化|重要任务|战略任务|第一个百年|转变|突破|零的|翻[一两]番|翻番|援建|重建任务/u

/** Amounts with units of their own: 88.1万亩造林任务. */
export const AMOUNT =
  /\d[\d.,]*[万亿]?(?:亩|套|户|人|公里|平方米|吨|元|%|公顷|台|辆|眼|千米|米|名|座|家|所|处|条|村|斤)/u

/** Words by which completion is still to come. */
export const AHEAD =
  /确保|力争|争取|努力|奋力|务必|必须|保证|要(?!求|素)|将(?!军)|力促|促进|推动(?!了)|为(?=[圆全超顺如更较完实])|才能|能否|以[^，]{0,12}(?:保证|确保|促)|加快|全力(?=完|以|实)|坚持|有望|有信心|继续|紧扣|围绕|锚定|对照|聚焦|着眼|根据|按照|有利于|致力|尽快|抓好|为了|旨在|是实现|不折不扣|没有|未能|尚未|未完成|不能|难以|距|与|影响|关系|决定|决胜/u
