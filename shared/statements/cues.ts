import { PLACES_OF_CHARACTERS, placeFor, placeOf } from '../text/characters'

/** What a cue speaks of; each is a field of a statement, `clear` ends what a period before it held. */
export type CueKind = 'period' | 'wording' | 'due' | 'base' | 'basis' | 'binding' | 'clear'

/** Words that say when, how firmly, against what or on which basis the numbers behind them are told. */
export interface Cue {
  kind: CueKind
  word: string
  /** Offsets in the view, end exclusive. */
  start: number
  end: number
}

interface Pattern {
  kind: CueKind
  /** First characters of every form. */
  heads: string
  /** Characters of which each form holds one; the pattern is tried only where the sentence has one. */
  needs: string
  /** Characters of which one stands behind the first in every form; undefined where any may. */
  next?: string
  form: RegExp
}

const MONTH = '(?:\\d{1,2}|[一二三四五六七八九十]{1,2})'
const PLAN = '(?:[“"]?十[一二三四]五[”"]?|[“"]?(?:十五|九五|八五)[”"]?(?=期|时|以来|五年|末|前|后|计划|规划))'
/** What a comparison is made with. */
const OTHERS =
  '(?:全国|全省|全市|全州|全区|全自治区|全盟|全地区|全县|[东中西]部(?:地区)?|周边|世界|省|市|沿海|同类|(?:GDP|地区生产总值|生产总值|国内生产总值|经济|财政收入|城镇(?:居民)?(?:收入)?|预期|年初|计划|规划|既定|省[里定市]?|市[里定]?)[^，。；、\\d]{0,8}?(?:增速|增幅|增长|水平|目标|指标|任务|收入))'

/**
 * Order matters where two begin alike: the first that fits is taken. 计划 counts as a verb only, 争取 not where it is
 * funds that are sought, 预期 not in 预期目标.
 */
const PATTERNS: readonly Pattern[] = [
  {
    kind: 'period',
    heads: '截',
    needs: '截',
    form: new RegExp(
      `截[至止](?:到)?(?:目前|今|\\d{0,4}年?${MONTH}月(?:底|末|份|\\d{1,2}日)?|(?:\\d{4}年|去年|今年|上年|当年|年)[底末]?)`,
      'uy',
    ),
  },
  {
    kind: 'period',
    heads: '前上下一二三四第1234567890',
    needs: '季半月',
    next: '一二三四五六七八九十1234567890月份半季-—–－~～至到',
    form: new RegExp(
      `前[一二三]个?季度|前${MONTH}个?月|[上下]半年|第?[一二三四]季度|${MONTH}月?(?:份)?[-—–－~～至到]${MONTH}月(?:份|底)?(?!\\d{0,2}日)`,
      'uy',
    ),
  },
  {
    kind: 'period',
    heads: '过今未近这五三四两二届本任',
    needs: '年期府',
    next: '去后来的一二三四五两几年届期政',
    form: /(?:过去|今后|未来|这|近)(?:的)?[三四五两二几]年(?:来|间|里|中)?|[三四五两二]年(?:来|间|累计|共|里|以来)|[三四五两二]年(?=[^，。；、\d]{0,9}(?:共|累计|总))|五年或[^，。；]{1,8}时间|(?<![第十\d])[三四五]年(?=新增|完成|建成|投入|实现|解决|为)|(?:本届政府)?任期内|(?:本|上)届政府(?:以来|任期|成立以来)?|届政府五年/uy,
  },
  {
    kind: 'period',
    heads: '“"十九八',
    needs: '五',
    form: new RegExp(`(?<![比较是为于])${PLAN}(?:时期|期间|以来|规划期|五年|前[三四]年|后[三四两]年)`, 'uy'),
  },
  { kind: 'period', heads: '目现', needs: '前在', form: /目前|现在(?=，|全|已)/uy },
  { kind: 'period', heads: '每', needs: '每', form: /每年(?!度)/uy },
  { kind: 'period', heads: '年', needs: '均', form: /年均/uy },
  {
    kind: 'period',
    heads: '春国黄“"五',
    needs: '周期',
    form: /(?:春节|国庆|[“"]?五一[”"]?|[“"]?十一[”"]?)?(?:黄金周|假期|期间)/uy,
  },
  {
    kind: 'clear',
    heads: '全去今当上12',
    needs: '年',
    next: '年90',
    form: /全年|去年|今年|当年|上年|(?<![比较到至从由于是—-])(?:19|20)\d\d年(?!以来|[底末])/uy,
  },
  {
    kind: 'wording',
    heads: '拟',
    needs: '拟',
    form: /拟(?!定|订|人|议|态)/uy,
  },
  {
    kind: 'wording',
    heads: '确力争计预初有努必奋保务',
    needs: '保争促求力创划计期步望须努必',
    next: '保争促求力取创划计期步望证必须',
    form: /确保|力争|力促|力求|奋力|争创|争取(?!到|[^，。；、]{0,8}(?:资金|专项|补助|债券|政策|支持|试点|转移支付|国债|项目|份额|指标|额度))|(?<![行动展造划策作护度程升长增效贷略施育务养年育资总的“五三产化战目])计划(?=投资[^额])|(?<![行动展造划策作护度程升长增效贷略施育务养年育资总的“五三产化战目技坚托])计划(?!的|项目|单列|生育|内|外|任务|目标|指标|数|投资额|总投|、|，|。|》|”|书|）|和|与|经济|体制)|预计|预期(?!目标|性|指标|值|水平|效果|成效|寿命)|初步(?:统计|核算|预计|测算|预测|汇总)|有望|保证(?!金|了|体系|书)|务必|努力(?!奋斗|，|。|、|和|下|为|的)|必须/uy,
  },
  {
    kind: 'due',
    heads: '到',
    needs: '年末底叶',
    next: '“"十九八0123456789年今本',
    form: new RegExp(`到(?:${PLAN}末|\\d{4}年(?:底|末)?|年底|年末|今年底|本世纪中叶|本届政府任期末)`, 'uy'),
  },
  {
    kind: 'due',
    heads: '年今本明1234567890一二三四五六七八九十上春“"',
    needs: '底末前内',
    next: '年底末内月0123456789一二三四五六七八九十季半节',
    form: new RegExp(
      `(?:(?:今|本|明|\\d{4})年|(?<![去上前当\\d])年)[底末]前?|(?:今|本|\\d{4})?年内|(?:\\d{4}年)?${MONTH}月(?:底|末|份)?(?:之|以)?前|(?:\\d{4}年)?${MONTH}月[底末]|${PLAN}末|[三]季度末|上半年[底末]?前?|春节前|国庆(?:节)?前|汛期前|采暖期前`,
      'uy',
    ),
  },
  {
    kind: 'base',
    heads: '同环',
    needs: '比',
    next: '比',
    form: /(?:同比|环比)(?=.)/uy,
  },
  {
    kind: 'base',
    heads: '比较',
    needs: '比较',
    next: '“"十九八上去前0123456789一二三四五年同全计规预目',
    form: new RegExp(
      `(?:比|较)(?:${PLAN}(?:末|时期|期间)|(?:上年|去年|前年|上一年|\\d{4}年|[一二三四五]年前|上届[^，。；]{0,4})(?:同期|同口径|全年|末|底|初|年底|年末)?(?:水平)?|年初(?:预期目标|目标|预算)?|同期|上月|上季度|(?:全国|全省|全市|全州|全区)[^，。；、\\d]{0,10}?(?=[高低快慢多少]|提前)|[计规][划][^，。；\\d]{0,4}?(?=[高低快慢多少超提]|增)|(?:年度)?(?:预算|预期|目标)[^，。；\\d]{0,4}?(?=[高低快慢多少超提增减]))`,
      'uy',
    ),
  },
  {
    kind: 'base',
    heads: '高低快慢优超领好',
    needs: '于出先超',
    form: new RegExp(
      `(?:高于|低于|高出|快于|慢于|优于|好于|领先|超过|超出|超)(?:于)?${OTHERS}(?:的?(?:平均|同期)?(?:水平|增速|增幅|平均|平均值|平均数|均值))?|超(?:额完成)?(?:省|市|年度|年初|全年|预期|计划|规划|既定)?[^，。；、\\d]{0,6}?(?:目标|任务|计划|预算)(?:任务)?`,
      'uy',
    ),
  },
  {
    kind: 'base',
    heads: '1234567890上去前“"十九',
    needs: '倍',
    form: /(?<=是|为|相当于)(?:\d{4}年|上年|去年|前[两三四五]年总?和?|[“"]?(?:十[一二三四]?五|九五)[”"]?(?:时期|期间)?)(?:的|总和的?)?(?=[\d.]+倍)/uy,
  },
  {
    kind: 'base',
    heads: '占为是完达',
    needs: '标划务算期',
    form: /(?:占|为|是|完成|达到?)(?:了)?(?:的)?(?:全年|年度|年初|当年|年|省[下定]?|市[下定]?|预期|变动|调整|[“"]?十[一二三四]五[”"]?)*(?:[^，。；、\d]{0,6}?)(?:目标任务|任务目标|目标数?|任务数?|计划数?|预算数?|预期)(?:数)?(?=的|\d|任务)/uy,
  },
  {
    kind: 'basis',
    heads: '含',
    needs: '含',
    form: /含[^，。；、）\d]{1,10}(?=）)/uy,
  },
  {
    kind: 'basis',
    heads: '区市县州可按不现同自扣剔还全海老新原实考',
    needs: '级价径户素后社实',
    next: '本可比不变现价海关同等自然老新原口际除虑含社',
    form: /(?:区|市|县|州)本级|(?:按)?可比(?:价格?|口径|价)|(?:按)?不变价(?:格)?|按?现价|(?:按)?(?:海关|同等?|自然|可比|老|新|原)口径|实际(?=增[长幅])|(?:扣除|剔除|还原|考虑)[^，。；、）\d]{1,18}?(?:因素)(?:影响)?后?|扣除[^，。；、）\d]{1,8}后|不含农户|全口径|全社会(?=固定资产|研发|研究)/uy,
  },
  { kind: 'binding', heads: '约预', needs: '性', form: /约束性|预期性/uy },
]

/** Which patterns a character may begin, which it may follow the first of, and which need it: one bit each. */
const HEADS = new Int32Array(PLACES_OF_CHARACTERS)
const NEXT = new Int32Array(PLACES_OF_CHARACTERS)
const NEEDS = new Int32Array(PLACES_OF_CHARACTERS)
function mark(table: Int32Array, characters: string, bit: number): void {
  for (let k = 0; k < characters.length; k++) {
    const place = placeFor(characters.charCodeAt(k))
    table[place] = (table[place] ?? 0) | bit
  }
}
for (const [i, { heads, needs, next }] of PATTERNS.entries()) {
  mark(HEADS, heads, 1 << i)
  if (next !== undefined) mark(NEXT, next, 1 << i)
  else for (let any = 0; any < NEXT.length; any++) NEXT[any] = (NEXT[any] ?? 0) | (1 << i)
  mark(NEEDS, needs, 1 << i)
}

/** Numerals, and what may follow those that a cue begins with. */
const NUMERAL = new Uint8Array(PLACES_OF_CHARACTERS)
for (const c of '0123456789一二三四五六七八九十') NUMERAL[placeFor(c.charCodeAt(0))] = 1
const AFTER_NUMERAL = new Uint8Array(PLACES_OF_CHARACTERS)
for (const c of '月年季-—–－~～至到个五“"') AFTER_NUMERAL[placeFor(c.charCodeAt(0))] = 1

/** Whether a numeral at `at` begins a word of time; most numerals are the numbers themselves. */
function tellsTime(text: string, at: number): boolean {
  if (NUMERAL[placeOf(text.charCodeAt(at - 1))] === 1) return false
  let end = at
  while (NUMERAL[placeOf(text.charCodeAt(end))] === 1) end++
  return AFTER_NUMERAL[placeOf(text.charCodeAt(end))] === 1
}

/** What a stretch of the view may hold: the patterns that are worth a try, and a rank or a part of the place. */
export type Needs = number
const RANK: Needs = 1 << 30
mark(NEEDS, '第首榜前', RANK)
const PART: Needs = 1 << 29
mark(NEEDS, '区园每团场县城郊本', PART)

/** What the stretch may hold; 0 for nothing. */
export function needsOf(text: string, start: number, end: number): Needs {
  let needs = 0
  for (let at = start; at < end; at++) needs |= NEEDS[placeOf(text.charCodeAt(at))] ?? 0
  return needs
}

export const mayRank = (needs: Needs): boolean => (needs & RANK) !== 0
/** Whether it may name a part of the place by what every place has (市区, 园区, 每个村). */
export const mayPart = (needs: Needs): boolean => (needs & PART) !== 0

/**
 * The cues of a stretch of the view, in order. They do not overlap.
 * @param start offsets in the view, end exclusive
 */
export function cuesOf(text: string, start: number, end: number, needs: Needs): readonly Cue[] {
  const active = needs & ~(RANK | PART)
  if (active === 0) return NO_CUES
  const found: Cue[] = []
  for (let at = start; at < end; at++) {
    const place = placeOf(text.charCodeAt(at))
    const heads = (HEADS[place] ?? 0) & active
    if (heads === 0) continue
    const bits = heads & (NEXT[placeOf(text.charCodeAt(at + 1))] ?? 0)
    if (bits === 0 || (NUMERAL[place] === 1 && !tellsTime(text, at))) continue
    const cue = cueAt(text, at, bits)
    if (!cue || cue.end > end) continue
    found.push(cue)
    at = cue.end - 1
  }
  return found
}
const NO_CUES: readonly Cue[] = []

/** The cue that begins at `at`, by the patterns of `candidates`. */
function cueAt(text: string, at: number, candidates: number): Cue | null {
  for (let i = 0, bits = candidates; bits !== 0; i++, bits >>>= 1) {
    if ((bits & 1) === 0) continue
    const pattern = PATTERNS[i]
    if (!pattern) break
    pattern.form.lastIndex = at
    const word = pattern.form.exec(text)?.[0]
    if (word) return { kind: pattern.kind, word, start: at, end: at + word.length }
  }
  return null
}
