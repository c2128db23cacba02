import type { Quantity } from './scan'
import { traitsOf } from './traits'

/** Why a numeral with a unit is no statement; the name goes nowhere but into tests and `draftStatement`. */
export type Exclusion =
  | 'date'
  | 'duration'
  | 'rank'
  | 'session'
  | 'list'
  | 'slogan'
  | 'name'
  | 'class'
  | 'magnitude'
  | 'han'

const RANK_BEFORE = /(?:第|前|列|居|排|排名|排在|位列|位居|名列|跻身|进入全[国省市]|T|TOP|Top|top)$/u
/** 前移12位: a move in an order is no amount. */
const RANK_MOVED = /(?:上升|提升|前移|前进|跃升|提高|下降|后退|晋升|攀升|进位|上移)(?:了)?$/u
const SESSION_AFTER = /^(?:全体)?(?:会议|全会|代表大会|党代会|人代会|常务会|政府常务)/u
const RESULT_BEFORE =
  /(?:至|到|在|为|达|超|过|于|短|缩|少|约|近|共|率|先|前|升|快|仅|仅需|只需|只要|由|从|长|天数|日数|寿命|期望寿命|期限|时限|时间|用时|耗时|增加|平均|均)$/u
const RESULT_WORDS =
  /压缩|缩短|压减|提速|提前|办结|时限|耗时|用时|时间|寿命|天数|优良|达标|日数|只需|仅需|不超过|周期|降至|减至|控制/u
const POLICY_BEFORE = /(?:意见|措施|政策|举措|办法|规定|禁令|细则|方案|若干|发展|经济|新政|惠企|条例|铁律|准则|清单)$/u

/** The nearest opening quotation mark that is still open at `index` and its closing one, within `reach` characters. */
function insideQuotes(text: string, start: number, end: number, reach: number): boolean {
  for (let i = start - 1; i >= Math.max(0, start - reach); i--) {
    const c = text[i]
    if (c === '”' || c === '。' || c === '\n' || c === '」') return false
    if (c === '“' || c === '「') {
      for (let j = end; j < Math.min(text.length, i + reach + 2); j++)
        if (text[j] === '”' || text[j] === '」') return true
      return false
    }
  }
  return false
}

function excludesTime(text: string, quantity: Quantity, before: string, after: string): Exclusion | null {
  const unit = quantity.unit
  if (/年|月$/u.test(unit) && !/个月/u.test(unit)) return 'date'
  if (unit === '日' || unit === '时') return /(?:天数|日数|优良)(?:达到|达|为|超过)?$/u.test(before) ? null : 'date'
  if (unit === '岁' || unit === '周岁') return /寿命.{0,6}$/u.test(before) ? null : 'duration'
  if (
    /^(?:圈|内|热线|值守|生活|经济|通勤|交通|服务|健身|阅读|文化|医疗|养老|便民|不打烊|全天|自助|响应|以来|时间)/u.test(
      after,
    )
  ) {
    return /(?:压缩|缩短|压减|控制在|不超过).{0,8}$/u.test(before) && !/^(?:圈|以来)/u.test(after) ? null : 'duration'
  }
  if (/(?:连续|历时|近|为期|用|经过|持续|累计|过去|提前|超长|昼夜|每|第|奋战|苦战|决战|在)$/u.test(before)) {
    if (unit !== '天' && !RESULT_WORDS.test(before)) return 'duration'
    if (/(?:连续|历时|为期|用|经过|持续|每|第|奋战|苦战|决战)$/u.test(before)) return 'duration'
  }
  const led = before.replace(/[\d.]+(?:个|天|小时|个?工作日)?[和、]$/u, '')
  if (RESULT_BEFORE.test(led) && (RESULT_WORDS.test(led) || /天/u.test(unit))) return null
  if (RESULT_WORDS.test(before) && !/^[\u4e00-\u9fff]/u.test(after)) return null
  if (/^(?:以内|以上|左右)?办结/u.test(after) || (/^(?:高铁|动车|直达)/u.test(after) && before !== '')) return null
  if (/\d$/u.test(text.slice(quantity.start - 1, quantity.start))) return 'name'
  return 'duration'
}

/** Three things at least are named before: A、B、C等五个X, A、B和C五个X. */
const LISTED = /、[^，。；“”]{2,12}、[^，。；“”]*(?:等|[和及与][^，。；、]{2,8})$/u
const ABSTRACT =
  /^(?:方面|一|环节|层面|维度|意识|自信|全面|坚持|确保|问题|重点|关键|专项行动|文明|建设|行动|转变|领域|方向|工作|任务|要求|攻坚|对接|融合|结合|统筹|，|。|；|、|”|\n)/u

/** A Chinese numeral counts only where it clearly counts things: slogans and idioms are many, real counts are few. */
function excludesHan(text: string, quantity: Quantity, before: string, after: string): Exclusion | null {
  const { unit, value } = quantity
  if (unit === '%') return null
  if (unit === '番') return /翻(?:了)?$/u.test(before) ? null : 'han'
  if (unit === '倍')
    return value >= 1 && /(?:增长|提高|增加|翻|是|的|达|近)(?:了|到)?(?:近)?$/u.test(before) ? null : 'han'
  if (unit === '成')
    return /(?:占|达|近|超|过|约|率)(?:到|过)?$/u.test(before) || /^(?:以上|左右)/u.test(after) ? null : 'han'
  if (/工作日/u.test(unit) && /(?:至|到|为|在|短)$/u.test(before)) return null
  if (value < 2 || value > 99) return 'han'
  if (unit === '件') return /^(?:[^，。]{0,6})实事/u.test(after) ? null : 'han'
  if (/^(?:个|项|类|大类)$/u.test(unit) && LISTED.test(text.slice(Math.max(0, quantity.start - 40), quantity.start))) {
    return ABSTRACT.test(after) ? 'han' : null
  }
  if (/次$/u.test(unit))
    return /^(?:被|提高|上调|调整|入选|荣获|获|进入|承办|蝉联|召开|亮相|登上)/u.test(after) ? null : 'han'
  if (/^(?:座|所|条|名|位|台|栋|辆|艘|架|户|处|株|棵|场)$/u.test(unit)) {
    if (
      /^(?:主线|底线|红线|战线|腿|路径|保障线|生命线|控制线|防线|措施|禁令|规定|要求|途径|链|标准|意见|工作|原则|经验|一体|大|”|、|，|。|；|\n|龙头|同志|领导|书记|老师|院士|党|英|硬仗)/u.test(
        after,
      )
    )
      return 'han'
    return /^[\u4e00-\u9fff“]/u.test(after) && !/[第这那每各上下前后同一“]$/u.test(before) ? null : 'han'
  }
  if (unit === '个') {
    return /^(?:区|县|市|镇|乡|街道|社区|村|开发|园区|乡镇|县区|县市|功能区|片区|组团)/u.test(after) &&
      /[、等和在]$/u.test(before)
      ? null
      : 'han'
  }
  return 'han'
}

const RANKED: ReadonlySet<string> = new Set(['位', '名', '强', '席'])

/**
 * Tells why a numeral with a unit is not a statement (`spec/statements.md`, What counts).
 * @param text the view's text
 * @returns null for a statement
 */
export function exclusionOf(text: string, quantity: Quantity): Exclusion | null {
  const { start, end, unit } = quantity
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text.slice(end, end + 12)
  const last = before.slice(-1)
  if (last === '第') return unit === '次' && SESSION_AFTER.test(after) ? 'session' : 'rank'
  if (unit === '届') return 'session'
  if (unit === '位' && /^数/u.test(after)) return 'magnitude'
  if (traitsOf(unit).time) return excludesTime(text, quantity, before, after)
  if (unit === '次' && SESSION_AFTER.test(after)) return 'session'
  if (RANKED.has(unit) && RANK_BEFORE.test(before)) return 'rank'
  if (unit === '位' && RANK_MOVED.test(before)) return 'rank'
  if (unit === '个' && /^(?:位次|名次)/u.test(after)) return 'rank'
  if (unit === '个' && /^(?:方面|维度|层面)/u.test(after)) return 'list'
  if (after.startsWith('级') && !/[万亿]元?$/u.test(unit)) return 'class'
  if (unit === '千伏' || unit === '道' || unit === '步' || unit === '行' || unit === '层' || unit === '度') {
    if (unit !== '度' || !/^电|^以|^。|^，/u.test(after)) return 'class'
  }
  if (/^(?:一(?![批流])|多)/u.test(after) && /^(?:个|条|项|步)$/u.test(unit)) return 'slogan'
  if (unit === '条' && /^等?(?:政策|措施|意见|举措|规定|新政|禁令)/u.test(after)) return 'slogan'
  if (insideQuotes(text, start, end, 14)) return 'slogan'
  if (unit === '条' && POLICY_BEFORE.test(before) && !/^[\u4e00-\u9fff]/u.test(after)) return 'slogan'
  if (quantity.chinese) return excludesHan(text, quantity, before, after)
  if (unit === '百' || unit === '千' || unit === '十') return 'magnitude'
  if (unit.endsWith('万') || unit.endsWith('亿')) {
    if (/^(?:多|余)?(?:[A-Za-z\d])/u.test(after)) return 'magnitude'
    if (unit === '万' && /^千?(?:级|元)/u.test(after)) return 'magnitude'
  }
  if (last < '{' && /(?:[A-Za-z+]|[A-Za-z\d]-)$/u.test(before) && !/(?:CPI|GDP|R&D|PM10|ETC|APP|C)$/u.test(before))
    return 'name'
  return null
}
