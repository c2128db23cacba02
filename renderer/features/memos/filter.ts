import { plainMemo } from '#shared/coding/links'
import type { MemoRow } from '../../storage'

/** What a memo can be about. */
export const KINDS = ['annotation', 'report', 'code', 'project'] as const
export type Kind = (typeof KINDS)[number]

/** Which memos are shown. */
export interface MemoFilter {
  /** Null for all. */
  kind: Kind | null
  author: string | null
  text: string
}

export const NO_FILTER: MemoFilter = { kind: null, author: null, text: '' }

/** The memos that a filter lets through; the text is looked for in the memo and in what it is about. */
export function filtered(rows: readonly MemoRow[], { kind, author, text }: MemoFilter): MemoRow[] {
  const wanted = text.trim().toLocaleLowerCase()
  return rows.filter((row) => {
    if (kind !== null && row.subject.type !== kind) return false
    if (author !== null && row.author !== author) return false
    if (wanted === '') return true
    return `${plainMemo(row.text)}\n${row.name}`.toLocaleLowerCase().includes(wanted)
  })
}

/** Who has written memos, in the order of their names. */
export const authorsOf = (rows: readonly MemoRow[]): string[] =>
  [...new Set(rows.map(({ author }) => author))]
    .filter((author) => author !== '')
    .sort((a, b) => a.localeCompare(b, 'zh'))
