import { dated, isoDate, readSmall, readYear } from './dates'

/** Who gave a report, when and to whom, as its first lines tell. */
export interface Header {
  /** 市长 杨雄; the name alone where the text has no office. */
  speaker: string | null
  /** 瀍河回族区第十四届人民代表大会第三次会议 */
  session: string | null
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string | null
}

/** How much of a report is searched for its opening words, which end the header. */
const REACH = 1_500
/** How much counts as header where there are none. */
const SHORT = 500

const OPENING = /(?:各位|尊敬的)[^\n。，,]{0,6}(?:代表|委员)|(?:现在|受|下面)?[，,]?我[^\n。，]{0,8}代表|目录/

const N = '[一二三四五六七八九十百零〇○\\d]'
const SESSION = new RegExp(
  `((?:(?!在|于)\\p{Script=Han}){1,20}?第?${N}{1,4}届(?:全国)?(?:人民代表大会|人大)(?:第?${N}{1,3}次会议)?)`,
  'u',
)
/** 了市第十二届…: what stands before the name of a division without belonging to it. */
const BEFORE_NAME = /^.*(?:[在于经由的了]|提请|同志|[日月号]|报告|——)/

const NAME =
  '\\p{Script=Han}{1,8}(?:[·•・．]\\p{Script=Han}{1,10}){1,3}|\\p{Script=Han}(?:[ \\u3000]{0,4}\\p{Script=Han}){1,3}'
const OFFICE =
  '(?:\\p{Script=Han}{0,24}?(?<=政府)[ \\u3000]?|[\\p{Script=Han}、]{0,24}?)(?:(?:代理?|副)?(?:省|市|区|县|州|旗|盟|镇|乡)长|(?:人民)?政府(?:代理?)?主席|自治区(?:代理?)?主席|行署专员|专员|管委会主任|总理)'
const MARKS = '[—―─–\\-*#（(>\\s]*'
const END = '[*）)\\s]*'

const OFFICE_LINE = new RegExp(`^${MARKS}(${OFFICE})[\\s*:：]{0,8}(${NAME})${END}$`, 'u')
/** The office behind the congress, on the same line: …第四次会议上市长 肖盛峰. */
const BEHIND_CONGRESS = new RegExp(`会议上?[）)*\\s]*(${OFFICE})[\\s*:：]{0,8}(${NAME})${END}$`, 'u')
const NAME_LINE = new RegExp(`^${MARKS}(${NAME})${END}$`, 'u')
/** 政府工作报告（2025年1月7日 杨大勇） */
const TITLE_NAME = new RegExp(`日[\\s　,，]{1,3}(${NAME})[）)]\\s*$`, 'u')
/** 市长刘奇作政府工作报告, 区长马志强代表区人民政府向大会作…. */
const TOLD = new RegExp(
  `(${OFFICE})(${NAME}?)(?:同志)?(?:代表|受|向大会|在会上|作)[^。\\n]{0,40}(?:工作报告|报告)`,
  'u',
)

/** Two characters that stand alone in a line without being a name. */
const NO_NAME =
  /^(?:目录|前言|全文|摘要|附件|正文|内容|政府|报告|工作|字体|打印|关闭|分享|各位|首页|下载|来源|时间|会议)|[市县区省州]$|报告|回顾|大会|会议|政府/

const DATE = dated('')

/** 县　长　　杨连华: an office whose two characters are set apart. */
const OFFICE_APART = /([市县区州旗盟镇乡])[ \u3000]{1,4}长(?=[ \u3000])/g

const squeezed = (name: string): string => name.replace(/[ \u3000]/g, '')

function speakerOf(lines: readonly string[], titles: readonly string[]): string | null {
  const named = (office: string | undefined, name: string | undefined): string | null => {
    const full = squeezed(name ?? '')
    if (full === '' || NO_NAME.test(full)) return null
    return office === undefined ? full : `${office.replace(/\s/g, '')} ${full}`
  }
  const read = (pattern: RegExp, line: string, office: boolean): string | null => {
    const match = pattern.exec(line)
    return match === null ? null : office ? named(match[1], match[2]) : named(undefined, match[1])
  }
  const first = (pattern: RegExp, from: readonly string[], office: boolean): string | null => {
    for (const line of from) {
      const speaker = line.length <= 90 ? read(pattern, line, office) : null
      if (speaker !== null) return speaker
    }
    return null
  }
  return (
    first(OFFICE_LINE, lines, true) ??
    first(BEHIND_CONGRESS, lines, true) ??
    first(TOLD, [...lines, ...titles], true) ??
    first(TITLE_NAME, titles, false) ??
    (lines.some((line) => DATE.test(line)) ? first(NAME_LINE, lines.slice(1), false) : null)
  )
}

/** The day in a line about the congress, else the first one that no site put there, else that of the title. */
function dateOf(lines: readonly string[], titles: readonly string[]): string | null {
  const read = (from: readonly string[]): string | null => {
    for (const line of from) {
      const match = DATE.exec(line)
      if (match === null || match[2] === undefined) continue
      const day = match[3] === undefined ? null : readSmall(match[3])
      return isoDate(readYear(match[1] ?? ''), readSmall(match[2]), day)
    }
    return null
  }
  const own = lines.filter((line) => line.length <= 120 && !PUBLISHED.test(line))
  return read(own.filter((line) => MEETING.test(line))) ?? read(own) ?? read(titles)
}

const MEETING = /大会|会议|届/
const PUBLISHED = /发表于|发布|编辑|签到|来源|更新|打印|浏览|上传|日期|时间/

const BREAK = /(?<=[市区县州省盟旗届]|大会|人大)[\s*#]+(?=第.{1,5}[届次]|(?:全国)?人民代表大会|人大)/gu

function sessionOf(lines: readonly string[], titles: readonly string[]): string | null {
  // A line may break before any part of the name: 南昌市 / 第十六届 / 人民代表大会 / 第一次会议.
  const flat = lines.join('\n').replace(BREAK, '')
  for (const line of [...flat.split('\n'), ...titles]) {
    const match = SESSION.exec(squeezed(line))?.[1]
    const session = match?.replace(BEFORE_NAME, '')
    if (session !== undefined && /届/.test(session)) return session
  }
  return null
}

/** The lines above the opening words, without Markdown's marks of emphasis and comments. */
function headerLines(text: string, start: number, end: number): string[] {
  const head = text.slice(start, Math.min(end, start + REACH))
  const opening = OPENING.exec(head)
  const lines = head.slice(0, opening === null ? SHORT : opening.index).split(/\r\n|\r|\n/)
  return lines
    .map((line) =>
      line
        .replace(/<!--|-->|\*\*/g, '')
        .replace(OFFICE_APART, '$1长')
        .trim(),
    )
    .filter(Boolean)
}

/**
 * Reads what stands between the title of a report and its opening words: speaker, congress and day.
 * @param start,end span of the report in the text, UTF-16
 * @param titles titles that the report has elsewhere (front matter, the page)
 */
export function readHeader(text: string, start: number, end: number, titles: readonly string[]): Header {
  const lines = headerLines(text, start, end)
  return { speaker: speakerOf(lines, titles), session: sessionOf(lines, titles), date: dateOf(lines, titles) }
}
