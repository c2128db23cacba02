import type { Provenance } from '../model/source'

/** How far before the report, into it and after it the lines that tell are looked for. */
const BEFORE = 2_000
const INTO = 800
const AFTER = 1_200
/** A longer line is running text. */
const LONGEST = 160

type Field = keyof Provenance

const DAY =
  '(?:19|20)\\d{2}\\s?(?:[-./]\\s?\\d{1,2}\\s?[-./]\\s?\\d{1,2}|年\\s?\\d{1,2}\\s?月\\s?\\d{1,2}\\s?日)(?:\\s{1,3}\\d{1,2}:\\d{2}(?::\\d{2})?)?'
const URL = 'https?://[^\\s<>"“”\'）)】\\]，。；]{4,400}'
const S = '[\\s\\u3000]*'

/** What each field is known by; the first group is its value. The first pattern that fits goes. */
const PATTERNS: Readonly<Record<Field, readonly RegExp[]>> = {
  origin: [
    new RegExp(
      `(?<!\\p{Script=Han})(?:信息来源|稿件来源|文章来源|新闻来源|来${S}源|转自|来源于|摘自)${S}[:：]${S}[“"《【]?([^\\s:：|｜“”"》】<>（）()，。；]{2,30})`,
      'u',
    ),
    /(?:原载|转载)(?:于|自)?[《“]([^》”]{2,20})[》”]/u,
    /(?:转自|摘自)《([^》]{2,20})》|据《([^》]{2,12}[报网刊台])》/u,
  ],
  published: [
    new RegExp(
      `(?<!\\p{Script=Han})(?:发布时间|发布日期|发表时间|发文日期|成文日期|发稿时间|公开日期|出版日期|日${S}期|时${S}间|发表于|发布于|刊发日期)${S}[:：]?${S}(${DAY})`,
      'u',
    ),
    new RegExp(`^pubDate:${S}(${DAY})`, 'u'),
    new RegExp(`(?:原载|转载)(?:于|自)?[《“][^》”]{2,20}[》”][（(]?(${DAY})`, 'u'),
  ],
  page: [
    new RegExp(
      `(?:版次|版面|版别|页码)${S}[:：]${S}(第?\\s?[A-Z]?\\d{1,3}\\s?[版页]?(?:\\s?[-—－:：]\\s?\\d{1,3}\\s?[版页]?)?)`,
      'u',
    ),
    /(?:^|[\s（(《》“”日])(第\s?[A-Z]?[\d一二三四五六七八九十]{1,3}\s?版)(?:[\s）)：:,，]|$)/u,
    /(?:日|》)[（(\s]*([A-Z]?\d{1,2}\s?版)/u,
  ],
  url: [
    new RegExp(`(?:网址|原文链接|链接|来源|地址|网页|source|url|link)["'“]?${S}[:：]${S}["'“<]?(${URL})`, 'iu'),
    new RegExp(`^<?(${URL})>?$`, 'u'),
  ],
  obtained: [
    new RegExp(
      `(?:取得日期|获取日期|访问日期|下载日期|采集时间|抓取时间|下载时间|retrieved|accessed|crawled)${S}[:：]${S}(${DAY})`,
      'iu',
    ),
  ],
}

const FIELDS = Object.keys(PATTERNS) as Field[]

/** Lines of a span, short ones only. */
const shortLines = (text: string, from: number, to: number): string[] =>
  text
    .slice(Math.max(0, from), Math.min(text.length, to))
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.length <= LONGEST)

/**
 * What a text tells of where it comes from: front matter, the line that a site prints under its title, the note at the
 * end. Values as written.
 * @param start,end span of the report in the text, UTF-16; the lines before it go first
 */
export function provenanceOf(text: string, start: number, end: number): Partial<Provenance> {
  const lines = [...shortLines(text, start - BEFORE, start + INTO), ...shortLines(text, end - INTO, end + AFTER)]
  const told: Partial<Provenance> = {}
  for (const field of FIELDS) {
    const value = firstOf(lines, PATTERNS[field])
    if (value !== null) told[field] = value
  }
  return told
}

function firstOf(lines: readonly string[], patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    for (const line of lines) {
      const match = pattern.exec(line)
      const value = (match?.[1] ?? match?.[2])?.trim()
      if (value !== undefined && value !== '' && !/^https?$/.test(value)) return value
    }
  }
  return null
}
