/** The order that a rank names. */
const ORDER =
  /第(?:[一二三四五六七八九十]{1,3}|\d{1,3})(?:[位名]|(?![批个期届次轮代产季大家条所座项]))|首位|榜首|前[一二三四五六七八九十\d]{1,2}[位名]/u
/** What may stand between a number and the order, all of it about the rank. */
const RANKING =
  /^(?:以上|以下|左右|以内)?(?:（[^（）]{0,14}）)?[，、]?(?:并|且|同时)?(?:(?:其)?(?:总体|综合|平均)?(?:增速|增幅|总量|总额|规模|占比|增长率|排名|排位|绝对额|增量|指数|位次|人均|水平|数量)(?:和增[速幅])?)?(?:均|都|双双|分别|首次|继续|持续|一直|再次|连续[^，。；]{1,6}年)*(?:由[^，。；]{1,10})?(?:位居|位列|位于|居于|列于|位|居|列|排名|排|排在|名列|稳居|跃居|跃升至?|跃升为|上升至|升至|上升到|前移至|升到|保持|保持在|继续保持|蝉联|为|在|进入|跻身|高居|荣登|成为|达到?)*(?<owner>[^，。；：、]{0,14})$/u
/** Whose order it is; words of anything else belong to another thing. */
const OWNER =
  /^(?:(?:全|我)?[国省市区州盟县]|全自治区|全地区|世界|全球|[省国区市州]内|(?:全[国省区市州]|全自治区|[东中西]部|[^，。；：、\d]{0,6}?)?(?:各|[一二三四五六七八九十百\d]+个?)?(?:[^，。；：、\d]{0,6}?(?:城市|城区|省份|省区|地区|市州|州市|盟市|市地|地市|区县|县区|县市|县级市|市区|县（市）|各市|各州|各县|开发区|高新区|州))?)(?:同类城市)?(?:中|里|的)?(?:排名|位次|排位)?(?:的)?(?:第[一二三四五六七八九十\d]+位?[、和])*$/u

/** 由第16位|提升至第15位. */
const RISEN = /^(?:提升|上升|前移|跃升|跃居|升|进位)(?:至|到|为)?[^，。；\d]{0,6}第\d{1,3}位?/u

/** How far behind a number its rank may end. */
const REACH = 40

/**
 * The rank that stands behind a number, in its clause or at the head of the next one, as written; '' where none does.
 * @param after the words behind the number up to the next one
 * @param indicator what is measured: its own name may stand before the rank again
 */
export function rankAfter(after: string, indicator: string): string {
  const near = after.slice(0, REACH)
  const order = ORDER.exec(near)
  if (!order) return ''
  const lead = near.slice(0, order.index)
  const owner = RANKING.exec(withoutName(lead, indicator))?.groups?.owner
  if (owner === undefined || !OWNER.test(owner) || (lead.length < 2 && order[0].length < 3)) return ''
  const risen = RISEN.exec(near.slice(order.index + order[0].length))?.[0] ?? ''
  return (lead + order[0] + risen).replace(/^(?:以上|以下|左右|以内)?[，、]?(?:并|且)?/u, '')
}

/** Takes the indicator's name, or the end of it, off the clause that tells its rank: ，出口总量居全省. */
function withoutName(lead: string, indicator: string): string {
  if (!/^[，、]/u.test(lead)) return lead
  for (let length = Math.min(indicator.length, 12); length >= 2; length--) {
    const name = indicator.slice(-length)
    if (lead.startsWith(name, 1)) return lead.charAt(0) + lead.slice(1 + length)
  }
  return lead
}

const BEFORE =
  /(?:增速|增幅|总量|排名)?(?:位居|位列|居|列|排名|排)?(?:全[国省市区州县盟]|全自治区|[省国]内)[^，。；、]{0,8}?(?:第[一二三四五六七八九十\d]{1,3}位?|首位)[，、]?(?:达到?|为|实现|完成)$/u

/** The rank that stands in front of a number: 增速居全省第一，达8%; '' where none does. */
export function rankBefore(gap: string): string {
  return BEFORE.exec(gap)?.[0].replace(/[，、]?(?:达到?|为|实现|完成)$/u, '') ?? ''
}
