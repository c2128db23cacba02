/** Names that say nothing without their owner: 总投资, 占比, 增加值. */
const ATTRIBUTE =
  /^(?!新增就业)(?:其中)?(?:年度|计划|当年|累计|全年|本年|项目|概算|估算|年|实际|协议|合同|月|全部|总体|预计|到位|净|新增|建筑|占地|总建筑|营业|主营业务|销售|上缴|实缴|年均|参保|改造|惠及|受益|覆盖|带动|其)*(?:完成)?(?:总投资额?|投资额?|总额|金额|产值|总产值|增加值|面积|总面积|总长|总长度|总里程|里程|总量|总数|数量|产量|总产量?|占比|比重|比例|收入|总收入|营收|利润|税收|利税|销售额|交易额|营业额|规模|总规模|泊位|化解率|完成率|合格率|办结率|满意率|办复率|开工率|覆盖率|入库率|治理程度|覆盖面|引资|资金|增速|增幅|群众|居民|就业|增收|创收|净增|(?:群众|居民|人口|村民))$/u

/** What they all end with. */
const ATTRIBUTE_ENDS = '额资值积长度程量数产比重例入收润税模位率面金速幅众民业增口'
/** And what they begin with. */
const ATTRIBUTE_HEADS =
  '其年计当累全本项概估实协合月总预到净新建占营主销上缴参改惠受覆带完投金产增面里数比收利税交规泊化办满开入治引资群居就创人村'
/** Whether a name says nothing without its owner. */
export const isAttribute = (name: string): boolean =>
  name !== '' &&
  ATTRIBUTE_ENDS.includes(name.charAt(name.length - 1)) &&
  ATTRIBUTE_HEADS.includes(name.charAt(0)) &&
  ATTRIBUTE.test(name)

const TOURISTS = /游客$|旅游者$|^旅游.*(?:人数|人次|总量|接待)$|(?:游客|旅游).*(?:人数|人次|量)$/u
/** What is counted in all is more than what was added: 新登记经营主体5.9万户、总量38.6万户. */
export const STOCK = /^(?:累计)?(?:总量|总数|存量|保有量|总户数)$/u
const ADDED = /^(?:新增加?|净增|新(?:登记|发展|认定|培育|引进|设立?|注册|推出|批准|建成|开工|签约|落户))(?!就业|从业)/u

/** Takes 新增 and its like off a name. */
export const stockOf = (name: string): string => name.replace(ADDED, '').replace(/(?:净增|新增)$/u, '')

/** Joins an owner with its attribute: 重大项目 + 总投资. */
export function own(named: string, attribute: string): string {
  if (named === '' || attribute.includes(named)) return attribute
  if (TOURISTS.test(named) && /收入$/u.test(attribute)) return `旅游${attribute}`
  const owner = STOCK.test(attribute) ? stockOf(named) : named
  const base = owner.replace(
    /(?:总投资|完成投资|投资|总量|增加值|(?:播种|种植|销售|建筑)?面积|总产值|产值|产量|产能|生产能力|总?收入|总数|数量|利润|(?<=产业|工业|农业|业)发展|(?<=粮食|粮油)生产)$/u,
    '',
  )
  if (owner.endsWith(attribute)) return owner
  if (base.length > 1 && base.endsWith(attribute.slice(0, 2))) return base + attribute.slice(2)
  return base + (base.endsWith('固定资产') ? attribute.replace(/^(?:累计)?完成/u, '') : attribute)
}

/** 产业项目个数和投资额: an attribute behind the first name is of the same thing. */
export const withHead = (name: string, i: number, all: readonly string[]): string =>
  i > 0 && isAttribute(name) && !isAttribute(all[0] ?? '')
    ? own((all[0] ?? '').replace(/(?<!人)(?:个数|数量|数)$/u, ''), name)
    : name
