import type { Told } from './format'

/** Front matter: lines of `key: value` between two lines of --- at the head of a text. */
const FRONT_MATTER = /^\uFEFF?---[ \t]*(?:\r\n?|\n)([\s\S]{0,4000}?)(?:\r\n?|\n)---[ \t]*(?:\r\n?|\n|$)/
const ENTRY = /^([A-Za-z_][\w-]*|[\u4E00-\u9FFF]{2,6})[ \t]*[:：][ \t]*(\S.*?)[ \t]*$/
const ADDRESS = /^https?:\/\//i

/** What converters and static sites call what we keep. */
const KEYS: Readonly<Record<string, keyof Told>> = {
  title: 'title',
  标题: 'title',
  origin: 'origin',
  source: 'origin',
  publisher: 'origin',
  来源: 'origin',
  published: 'published',
  pubdate: 'published',
  date: 'published',
  发布日期: 'published',
  page: 'page',
  版次: 'page',
  页码: 'page',
  url: 'url',
  link: 'url',
  网址: 'url',
  obtained: 'obtained',
  retrieved: 'obtained',
  accessed: 'obtained',
  取得日期: 'obtained',
}

/** Whether a text begins with front matter. */
export const hasFrontMatter = (text: string): boolean => FRONT_MATTER.test(text)

/** What the front matter of a text tells of it; a `source` that is an address goes to `url`. */
export function toldInFrontMatter(text: string): Told {
  const told: { -readonly [key in keyof Told]: Told[key] } = {}
  for (const line of FRONT_MATTER.exec(text)?.[1]?.split(/\r\n?|\n/) ?? []) {
    const [, name = '', written = ''] = ENTRY.exec(line) ?? []
    const value = written.replace(/^(["'])(.*)\1$/, '$2')
    const key = KEYS[name.toLowerCase()]
    if (!key || value === '') continue
    const field = key === 'origin' && ADDRESS.test(value) ? 'url' : key
    told[field] ??= value
  }
  return told
}
