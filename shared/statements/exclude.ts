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
const RANK_MOVED = /(?:号码升|上升|提升|前移|前进|跃升|提高|下降|后退|晋升|攀升|进位|上移)(?:了)?$/u
const SESSION_AFTER = /^(?:全体)?(?:会议|全会|代表大会|党代会|人代会|常务会|政府常务)/u
const RESULT_BEFORE =
  /(?:至|到|在|为|达|超|过|于|短|缩|少|约|近|共|率|先|前|升|快|仅|仅需|只需|只要|由|从|长|天数|日数|寿命|期望寿命|期限|时限|时间|用时|耗时|增加|平均|均)$/u
const RESULT_WORDS =
  /压缩|缩短|压减|提速|提前|办结|时限|耗时|用时|时间|寿命|天数|优良|达标|日数|只需|仅需|不超过|周期|降至|减至|控制/u
const POLICY_BEFORE = /(?:意见|措施|政策|举措|办法|规定|禁令|细则|方案|若干|发展|经济|新政|惠企|条例|铁律|准则|清单)$/u

const OPENED = '“'.charCodeAt(0)
const CLOSED = '”'.charCodeAt(0)
const CORNER_OPENED = '「'.charCodeAt(0)
const CORNER_CLOSED = '」'.charCodeAt(0)
const STOP = '。'.charCodeAt(0)
const NEWLINE = 0x0a

/** The nearest opening quotation mark that is still open at `index` and its closing one, within `reach` characters. */
function insideQuotes(text: string, start: number, end: number, reach: number): boolean {
  for (let i = start - 1; i >= Math.max(0, start - reach); i--) {
    const c = text.charCodeAt(i)
    if (c === CLOSED || c === CORNER_CLOSED || c === STOP || c === NEWLINE) return false
    if (c === OPENED || c === CORNER_OPENED) {
      for (let j = end; j < Math.min(text.length, i + reach + 2); j++) {
        const other = text.charCodeAt(j)
        if (other === CLOSED || other === CORNER_CLOSED) return true
      }
      return false
    }
  }
  return false
}

function excludesTime(text: string, quantity: Quantity, before: string, after: string): Exclusion | null {
  const unit = quantity.unit
  if ((unit.includes('年') || unit.endsWith('月')) && !unit.includes('个月')) return 'date'
  if (unit === '日' || unit === '时') return /(?:天数|日数|优良)(?:达到|达|为|超过)?$/u.test(before) ? null : 'date'
  if (unit === '岁' || unit === '周岁') return /寿命.{0,6}$/u.test(before) ? null : 'duration'
  if (
    /^(?:圈|内|热线|值守|生活|经济|通勤|交通|服务|健身|阅读|文化|医疗|养老|便民|不打烊|全天|自助|响应|以来|时间)/u.test(
      after,
    )
  ) {
    return /(?:压缩|缩短|压减|控制在|不超过).{0,8}$/u.test(before) && !/^(?:圈|以来)/u.test(after) ? null : 'duration'
  }
  if (quantity.chinese && before.endsWith('提前')) return 'duration'
  if (/(?:连续|历时|近|为期|用|经过|持续|累计|过去|提前|超长|昼夜|每|第|奋战|苦战|决战|在)$/u.test(before)) {
    if (unit !== '天' && !RESULT_WORDS.test(before)) return 'duration'
    if (/(?:连续|历时|为期|用|经过|持续|每|第|奋战|苦战|决战)$/u.test(before)) return 'duration'
  }
  const led = before.replace(/[\d.]+(?:个|天|小时|个?工作日)?[和、]$/u, '').replace(FORMER, '')
  if (RESULT_BEFORE.test(led) && (RESULT_WORDS.test(led) || /天/u.test(unit))) return null
  if (RESULT_WORDS.test(before) && !/^[\u4e00-\u9fff]/u.test(after)) return null
  if (/^(?:以内|以上|左右)?办结/u.test(after) || (/^(?:高铁|动车|直达)/u.test(after) && before !== '')) return null
  if (/\d$/u.test(text.slice(quantity.start - 1, quantity.start))) return 'name'
  return 'duration'
}

/** 由原来的181个工作日压缩至, 提高到2002年的170天. */
const FORMER = /(?:原来|过去|以前|上年|去年|当年|\d{4}年)的?$/u

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
    return value >= 1 && /(?:增长|提高|增加|翻|是|的|达|近)(?:了|到|超过?|逾)?(?:近|约)?$/u.test(before) ? null : 'han'
  if (unit === '成')
    return /(?:占|达|近|超|过|约|率)(?:到|过)?$/u.test(before) || /^(?:以上|左右)/u.test(after) ? null : 'han'
  if (/工作日/u.test(unit) && /(?:至|到|为|在|短)$/u.test(before)) return null
  if (/^(?:项|个|块|枚|座)$/u.test(unit) && PRIZE.test(after)) return null
  if (value === 1 && /^(?:个|名|所|家|座|处|条|支)$/u.test(unit) && EACH_ONE.test(before)) return null
  if (value < 2 || value > 99) return 'han'
  if (unit === '件' && /^[^，。；]{0,6}商标/u.test(after)) return null
  if (unit === '件') return /^(?:[^，。]{0,6})实事/u.test(after) && !/新$/u.test(before) ? null : 'han'
  if (/^(?:个|项|类|大类)$/u.test(unit) && LISTED.test(text.slice(Math.max(0, quantity.start - 40), quantity.start))) {
    return ABSTRACT.test(after) ? 'han' : null
  }
  if (unit === '个' && PLACES.test(after) && !SUMMED.test(before)) return null
  if (unit === '家' && BODIES.test(after)) return null
  if (/次$/u.test(unit))
    return /^(?:大型|被|提高|上调|调整|入选|荣获|获|进入|承办|蝉联|召开|亮相|登上)/u.test(after) ? null : 'han'
  if (/^(?:座|所|条|名|位|台|栋|辆|艘|架|户|处|株|棵|场)$/u.test(unit)) {
    if (
      /^(?:主线|底线|红线|战线|腿|路径|保障线|生命线|控制线|防线|措施|禁令|规定|要求|途径|链|标准|线(?!路|缆)|意见|工作|原则|经验|一体|大|”|、|，|。|；|\n|龙头|同志|领导|书记|老师|院士|党|英|硬仗)/u.test(
        after,
      )
    )
      return 'han'
    return /^(?!达到?|突破|超过|实现|完成|增长)[\u4e00-\u9fff“]/u.test(after) &&
      !/[第这那每各上下前后同一“]$/u.test(before)
      ? null
      : 'han'
  }
  if (unit === '个') {
    return /^(?:区|县|市|镇|乡|街道|社区|村|开发|园区|乡镇|县区|县市|功能区|片区|组团)/u.test(after) &&
      /[、等和在]$/u.test(before)
      ? null
      : 'han'
  }
  return 'han'
}

const PRIZE = /^(?:[^，。；、]{0,6}(?:金奖|银奖|铜奖|大奖|等奖)|(?:金|银|铜|奖)牌|(?:国家|省)级?[^，。；、]{0,6}奖)/u
/** 每个贫困户有一个以上稳定增收渠道: one for each is a number. */
const EACH_ONE = /每个?[^，。；“”]{1,8}(?:有|设立?|建设?|建成|打造|培育|配备|至少|不少于)$/u
/** Things that stand in a place, or have a name of their own: several of them are counted, not summed up in a slogan. */
const PLACES =
  /^(?:“[^”]{1,8}”)?[^，。；、：“”\n]{0,9}?(?:开发区|示范区|园区|投资区|工业园|产业园|大厅|展厅|影厅|医院|学校|小区|社区|乡镇|县城|县区|[县镇区市旗](?=[的、，。和完实地生工财政]|$)|街道|车站|码头|机场|公园|广场|水库|电站|电厂|水厂|实验室|工作站|城市综合体|项目|规划|控规|专业市场|重点镇|平台|(?:实训|产业|出口)基地|示范村|(?:科技创新|企业技术|质检|检测|研发|研究|工程|实训)中心)/u
const BODIES = /^[^，。；、：“”\n]{0,8}?(?:企业|集团|银行|机构|医院|公司|酒店|实验室|单位|高校|学校)/u
/** Words of a programme: their counts are slogans. */
const SUMMED = /(?:围绕|聚焦|即|指|以|坚持|推进|实现|打造|构建|形成|突出)$/u

/** 15项优化营商环境硬措施, 出台稳增长40条: policy, not things. */
const MEASURES = /^[^，。；、\d]{0,20}?(?:措施|举措)(?=[，。；、和及”）\n]|$)/u
const ORDERED = /(?:出台|印发|制定|落实|推出)[^，。；]{2,26}$/u

const SLOGANS: ReadonlySet<string> = new Set(['个', '条', '项', '步'])
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
  if (unit === '个') {
    if (after.startsWith('位次') || after.startsWith('名次')) return 'rank'
    if (after.startsWith('方面') || after.startsWith('维度') || after.startsWith('层面')) return 'list'
  }
  if (unit.endsWith('吨') && /^(?:原油|散货|集装箱|通用|多用途)?(?:码头|泊位|航道)/u.test(after)) return 'class'
  if (after.startsWith('级') || (unit === '类' && /^(?:以上)?水/u.test(after))) return 'class'
  if (unit === '千伏' || unit === '道' || unit === '步' || unit === '行' || unit === '层' || unit === '度') {
    if (unit !== '度' || !/^电|^以|^。|^，/u.test(after)) return 'class'
  }
  if ((after.startsWith('一') || after.startsWith('多')) && SLOGANS.has(unit) && /^(?:一(?![批流])|多)/u.test(after))
    return 'slogan'
  if (unit === '条' && /^等?(?:政策|措施|意见|举措|规定|新政|禁令|路径|主线|底线|红线)/u.test(after)) return 'slogan'
  if ((unit === '条' || unit === '项') && MEASURES.test(text.slice(end, end + 26))) return 'slogan'
  if (unit === '条' && ORDERED.test(text.slice(Math.max(0, start - 30), start)) && !/^[\u4e00-\u9fff]/u.test(after))
    return 'slogan'
  if (insideQuotes(text, start, end, 14)) return 'slogan'
  if (unit === '条' && POLICY_BEFORE.test(before) && !/^[\u4e00-\u9fff]/u.test(after)) return 'slogan'
  if (quantity.chinese) return excludesHan(text, quantity, before, after)
  if (unit === '百' || unit === '千' || unit === '十') return 'magnitude'
  if (unit.endsWith('万') || unit.endsWith('亿')) {
    if (/^(?:多|余)?(?:[A-Za-z]|\d+(?!\d|周?岁))/u.test(after)) return 'magnitude'
    if (unit === '万' && /^千?(?:级|元)/u.test(after)) return 'magnitude'
  }
  if (last === '$') return 'name'
  if (last < '{' && /(?:[A-Za-z+]|[A-Za-z\d]-)$/u.test(before) && !/(?:CPI|GDP|R&D|PM10|ETC|APP|C)$/u.test(before))
    return 'name'
  return null
}
