import type { ExtractedStatement } from '#shared/model/statement'
import { PLACES_OF_CHARACTERS, placeFor, placeOf } from '../text/characters'

/** 计量方式 that a verb tells; `none` for one that tells of no amount had or made. */
export interface Act {
  measure: Exclude<ExtractedStatement['measure'], ''> | 'none'
  word: string
  /** Offsets in the view, end exclusive. */
  start: number
  end: number
}

/** What is done to things that are counted, by its verb. The longest word that fits is taken. */
const WORDS: Readonly<Record<Act['measure'], string>> = {
  net: '净增',
  cumulative: '累计',
  planned_total: '总投资',
  signed: '签约|签订|新签约|新签|协议|签署',
  sought: '争取|申报|申请|争取到',
  added:
    '新增|新建|新登记|新设立|新设|新注册|新认定|新引进|新培育|新入库|新发展|新成立|新签约落地|新落地|新上|新获批|新命名|新投放|新购|新办|新创|新晋|新组建|引进|培育认定|命名|认定|认证|增加|增设|新落户|新开发|新投产|新开通|新批|新造|新开设|新创建|新评|新开办|新颁|新配|新植|新培养',
  done: '新改扩建|新改建|新扩建|新建改造|新建盘活|新建和改造|新建、改造|新建、改建|新建、改扩建|新建、扩建|新建和改建|新建及改造|新（改、扩）建|新（改）建|改（扩）建|新开工建设|新开工|开工建设|开复工|开工|完成投资|完成|建成|改造|实施|建设|竣工|投产|投用|修复|治理|整治|修建|改建|改扩建|扩建|兴建|推广更新|更新|硬化|绿化|拆除|铺设|架设|安装|加装|整修|维修|大中修|大修|关闭|淘汰|清理|清收|盘活|彩化|办理|办结|启动|办好|整修|疏浚|重组|植树|造林|造地|抢通|拆迁|合资|并购|调整|延伸|种植|投入|投资|开通|通车|搬迁|打通|交付|筹集|流转|回收|加固|除险|栽植|安置|回迁|提升改造|改造提升|升级改造',
  stock:
    '总量|总数|总计|保有量|存量|余额|拥有|现有|已有|共有|存栏|在册|实有|总里程|通车里程|装机容量|装机规模|总装机|装机|达到了|达到|达|增至|增加到|扩大到|发展到|扩大至|增长到|提高到|突破|稳定在|保持在|累计达|累计有',
  none: '加快|推进|推动|支持|鼓励|组织|举办|开展|打造|培育|扶持|发放|争创|创建|谋划|储备|开行|抓好|抓实|压减|减少|取消|下放|查处|化解|出台|制定|选派|编制|策划|对接|入选|荣获|获得|评选|表彰|完成率|覆盖|惠及|带动|涉及|建设规划|建设规模|建设标准|设立|协议供地',
}

interface Word {
  readonly word: string
  /** Its second UTF-16 code unit; NaN where it has none. */
  readonly second: number
  readonly measure: Act['measure']
}

/** Words by the place of their first character, the longest first. */
const BY_HEAD: (Word[] | undefined)[] = Array.from({ length: PLACES_OF_CHARACTERS })
/** What a character may be in a word: its first one, its second one, or all of it. */
const STANDS = new Uint8Array(PLACES_OF_CHARACTERS)
const HEAD = 1
const SECOND = 2
const ALONE = 4

function note(character: number, as: number): number {
  const place = placeFor(character)
  STANDS[place] = (STANDS[place] ?? 0) | as
  return place
}
for (const [measure, words] of Object.entries(WORDS) as [Act['measure'], string][]) {
  for (const word of words.split('|')) {
    const head = note(word.charCodeAt(0), word.length > 1 ? HEAD : HEAD | ALONE)
    if (word.length > 1) note(word.charCodeAt(1), SECOND)
    BY_HEAD[head] = [...(BY_HEAD[head] ?? []), { word, second: word.charCodeAt(1), measure }]
  }
}
for (const group of BY_HEAD) group?.sort((a, b) => b.word.length - a.word.length)

function actAt(text: string, at: number, head: number): Act | null {
  const group = BY_HEAD[head]
  if (!group) return null
  const next = text.charCodeAt(at + 1)
  for (let i = 0; i < group.length; i++) {
    const one = group[i]
    if (one && (one.second === next || one.word.length === 1) && text.startsWith(one.word, at))
      return { measure: one.measure, word: one.word, start: at, end: at + one.word.length }
  }
  return null
}

/**
 * The acts that a stretch of the view tells of, in order. They do not overlap.
 * @param start offsets in the view, end exclusive
 */
export function actsOf(text: string, start: number, end: number): Act[] {
  const found: Act[] = []
  for (let at = start; at < end; at++) {
    const head = placeOf(text.charCodeAt(at))
    const stands = STANDS[head] ?? 0
    if ((stands & HEAD) === 0) continue
    // Few words are of one character: for all others the next one tells whether it is worth a look.
    if ((stands & ALONE) === 0 && ((STANDS[placeOf(text.charCodeAt(at + 1))] ?? 0) & SECOND) === 0) continue
    const act = actAt(text, at, head)
    if (!act) continue
    found.push(act)
    at = act.end - 1
  }
  return found
}
