import type { Encoding } from '../../model/reading'
import type { Declared } from '../decode'

/** Bytes at the head of a page in which its charset is looked for; the standard says 1,024, old pages put scripts first. */
const HEAD = 16_384
const META = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i
const XML = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i

/** Labels in use on Chinese pages. All of GB is read as GB 18030, their superset, as browsers do. */
const LABELS: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  csgb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  gb18030: 'gb18030',
  chinese: 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  'x-x-big5': 'big5',
}

/** The encoding that a label of a page or a mail header names, null for one that is none of ours. */
export const declaredAs = (label: string): Declared => ({ label, encoding: LABELS[label.toLowerCase()] ?? null })

/** The encoding that a page names in its head; null where it names none. The first bytes are read as ASCII. */
export function declaredInHead(bytes: Uint8Array): Declared | null {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD))
  const label = XML.exec(head)?.[1] ?? META.exec(head.replace(/<!--[\s\S]*?-->/g, ''))?.[1]
  return label === undefined ? null : declaredAs(label)
}
