/** Quotes, brackets' contents, blanks, and what joins words. */
const NOTES = /（[^）]*）|\([^)]*\)|\[[^\]]*\]|[\s“”"'‘’《》〈〉「」『』()（）·、,，.。]+/gu
/** 1000, 1.5, and 三十 before what is counted. */
const NUMERAL = /\d+(?:\.\d+)?|[一二三四五六七八九十百千两]+(?=[个项家座条所处批期届万亿])/gu
/** Words before a name that say whose it is, or what was done, and are no part of it. */
const LEAD =
  /^(?:全[市区县州省盟旗]|我[市区县州省盟旗]|本[市区县]|市级?(?=.{4})|区域内|辖区内?|其中|全部|全年|年度|当年|今年|累计|共计?|合计|已|再|又|先后|陆续|总共|年均|平均|新增加?|新建成?|新?改扩建|新[改扩]建|新开工|新引进|新培育|新认定|新设立?|新注册|新登记|净增|增加|完成|实现|达到|建成|建设|开工|竣工|实施|推进|加快|启动|改造提升|改造|新改造|改建|扩建|提升|打造|培育|引进|认定|创建|成功创建|争取|申报|获批|获得|荣获|发放|投放|筹集|筹措|投入|拨付|落实|兑现|整治|治理|拆除|清理|种植|栽植|栽种|举办|开展|组织|开通|接待|办理|受理|查处|帮助|扶持|解决|安排|安置|招聘|招录|选派|选聘|聚集|集聚|拥有|现有|共有|有|为|了|的|各类|各种|各级|约|近|超)/u
/** Words behind a name that ask how many there are of it. */
const TAIL = /(?:总数|总数量|总量|数量|个数|户数|家数|人数|总额|保有量|合计|共计|累计|分别|数|的)$/u
/** What is left says something still. */
const LEAST = 2

const WIDE = /[\uff01-\uff5e]/gu
const narrow = (char: string): string => String.fromCharCode(char.charCodeAt(0) - 0xfee0)

function trimmed(phrase: string): string {
  const lead = LEAD.exec(phrase)?.[0] ?? ''
  if (lead !== '' && phrase.length - lead.length >= LEAST) return trimmed(phrase.slice(lead.length))
  const tail = TAIL.exec(phrase)?.[0] ?? ''
  return tail !== '' && phrase.length - tail.length >= LEAST ? trimmed(phrase.slice(0, -tail.length)) : phrase
}

/**
 * A phrase without what makes no difference to what it names: leads such as 全市, 新增 and 完成, quotes, brackets and
 * what stands in them, widths of characters, numerals (all are `#`). What is normal stays as it is; it is never empty
 * unless the phrase has nothing but marks.
 * @param phrase the name as written
 */
export function normalPhrase(phrase: string): string {
  const plain = phrase.replace(NOTES, '').replace(WIDE, narrow).replace(NOTES, '').toUpperCase()
  const folded = plain.replace(NUMERAL, '#').replace(/#+/gu, '#')
  return trimmed(folded === '' ? phrase.trim() : folded)
}
