import type { Place } from '../model/place'
import type { Directory } from './directory'

/** Where a name stands that tells whose report it is. */
export type HeadKind = 'title' | 'congress' | 'speaker' | 'address'

/** A name found at such a place. */
export interface HeadName {
  kind: HeadKind
  /** As written: 西工区. */
  name: string
  /** What it may mean; empty for a name that the gazetteer does not know. */
  places: readonly Place[]
  /** The division named right before it (洛阳市西工区), or empty. */
  within: readonly Place[]
  /** True when it stands in the title or in the first lines. */
  early: boolean
}

/** Characters of the beginning that count as the first lines. */
const EARLY = 700

/** How far before a mark a name may begin. */
const REACH = 22

/** A mark and on which side of it the name ends. */
interface Mark {
  kind: HeadKind
  pattern: RegExp
  nameEnds: 'before' | 'inside'
}

const MARKS: readonly Mark[] = [
  {
    kind: 'congress',
    pattern: /第?[一二三四五六七八九十百零〇\d]{1,4}届(?:[一二三四五六七八九十\d]{1,3}次)?(?:人民代表大会|人大)/g,
    nameEnds: 'before',
  },
  {
    kind: 'title',
    pattern: /(?:[\d〇○一二三四五六七八九零]{4}年?度?)?(?:人民)?政府(?:[\d〇○一二三四五六七八九零]{4}年?度?)?工作报告/g,
    nameEnds: 'before',
  },
  {
    kind: 'speaker',
    pattern: /(?:人民政府)?(?:党组书记、?)?(?:代理?|副)?(?:[市区县州省旗盟]长|自治区主席|专员)/g,
    nameEnds: 'before',
  },
  {
    kind: 'title',
    pattern:
      /(?:\d{4}年度?)?(?:国民经济(?:和|与)社会发展(?:统计公报|计划执行情况)|(?:地方)?财政(?:总)?(?:预算|决算)(?:执行情况|草案))/g,
    nameEnds: 'before',
  },
  // A zone has no congress and no government, but a committee that reports.
  { kind: 'title', pattern: /(?:党工委、?)?(?:管理委员会|管委会)(?:\d{4}年度?)?工作报告/g, nameEnds: 'before' },
  { kind: 'address', pattern: /代表\p{Script=Han}{2,20}?(?=管理委员会|管委会)/gu, nameEnds: 'inside' },
  { kind: 'address', pattern: /代表(?:国务院|\p{Script=Han}{2,16}?(?=(?:人民)?政府))/gu, nameEnds: 'inside' },
]

/** Words that stand before a name without belonging to it. */
const CONNECTORS = /^(?:.*(?:在|代表|年度?|中共|的|于|是|了|过|关于|届|听取|审议|同志|来自|召开|谱写|今日))/

/** Words that make a level word no name: 我市, 全区, 各县. */
const NO_NAME = /^(?:自治|我|全|本|各|该|省|市|和|及|对|为|由|就)/

/** 连云港市市: a level word twice is a slip of whoever typed it. */
const DOUBLED = /([省市区县州])\1$/

const NOT_NAME = /[^\p{Script=Han}]/u

/** What follows a congress that a text refers to, rather than one that it was given to: 市十五届人大四次会议确定的. */
const REFERRED =
  /^(?:第?[一二三四五六七八九十\d]{1,3}次会议)?(?:确定|提出|批准|通过的|审议通过的|精神|以来|期间|各项|决议|常委会|选举|要求)/

/** The Han characters directly before an offset; a line may break between a name and its mark. */
function windowBefore(text: string, mark: number): string {
  let offset = mark
  while (offset > 0 && /\s/.test(text.charAt(offset - 1))) offset -= 1
  let start = offset
  while (start > 0 && offset - start < REACH && !NOT_NAME.test(text.charAt(start - 1))) start -= 1
  // 8日西工区: the day belongs to the date.
  if (/[日月号]/.test(text.charAt(start)) && /\d/.test(text.charAt(start - 1))) start += 1
  return text.slice(start, offset)
}

/** The longest known name that a stretch ends with, and what stands before it. */
function knownTail(
  stretch: string,
  directory: Directory,
): { name: string; places: readonly Place[]; before: string } | null {
  for (let from = 0; from <= stretch.length - 2; from += 1) {
    const name = stretch.slice(from)
    const named = directory.named(name)
    if (named.length > 0) return { name, places: named, before: stretch.slice(0, from) }
    const called = directory.called(name)
    if (called.length > 0) return { name, places: called, before: stretch.slice(0, from) }
  }
  return null
}

/** A name with a level word that the gazetteer does not know: 漯河区. */
const UNKNOWN = /^\p{Script=Han}{1,9}(?:区|市|县|州|盟|旗|镇|乡|街道)$/u

/** A zone, which the gazetteer does not have: 洛阳高新技术产业开发区. */
const ZONE =
  /^\p{Script=Han}{0,16}(?:开发区|高新区|经开区|示范区|实验区|试验区|新区|新城|管理区|度假区|保税区|合作区|产业园区?|工业园区?)$/u

/** Reads the name that ends at an offset; null where none stands there. */
function nameBefore(text: string, offset: number, directory: Directory): Omit<HeadName, 'kind' | 'early'> | null {
  const stretch = windowBefore(text, offset).replace(DOUBLED, '$1')
  const known = knownTail(stretch, directory)
  const plain = stretch.replace(CONNECTORS, '')
  if (known !== null) {
    const within = knownTail(known.before, directory)?.places ?? []
    // 范县 in 示范县 is no name, 郊区 in 佳木斯市郊区 is one.
    const stands = known.places.some((place) => within.some(({ code }) => code === place.parent))
    if (stands || known.name.length > 2 || plain.length <= known.name.length) {
      return { name: known.name, places: known.places, within }
    }
  }
  if (ZONE.test(plain) && known === null) return { name: plain, places: [], within: [] }
  if (!UNKNOWN.test(plain) || NO_NAME.test(plain))
    return known === null ? null : { name: known.name, places: known.places, within: [] }
  const prefix = leadingPlace(plain, directory)
  return { name: plain.slice(prefix.length), places: [], within: prefix.places }
}

/** The division that an unknown name begins with: 洛阳市 in 洛阳市漯河区. */
function leadingPlace(name: string, directory: Directory): { length: number; places: readonly Place[] } {
  for (let length = name.length - 2; length >= 2; length -= 1) {
    const places = directory.named(name.slice(0, length))
    if (places.length > 0) return { length, places }
  }
  return { length: 0, places: [] }
}

/**
 * Names that stand where a report says whose it is: before 政府工作报告, before 第×届人民代表大会, before the office of
 * the speaker, after 我代表.
 * @param text title and text of the report, spaces and marks of Markdown taken out
 */
export function headNames(text: string, directory: Directory): HeadName[] {
  const found: HeadName[] = []
  for (const { kind, pattern, nameEnds } of MARKS) {
    for (const match of text.matchAll(pattern)) {
      if (
        kind === 'congress' &&
        REFERRED.test(text.slice(match.index + match[0].length, match.index + match[0].length + 14))
      )
        continue
      const read = nameBefore(text, nameEnds === 'before' ? match.index : match.index + match[0].length, directory)
      if (read !== null) found.push({ ...read, kind, early: match.index < EARLY })
    }
  }
  return found
}
