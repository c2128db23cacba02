/**
 * What is looked for (检索式), as a tree. A phrase is a substring, never a word: 人人 is found in 人人人 twice.
 * `and`, `not` hold inside one unit (`SearchUnit`); the hits of a query are the places of what it asks for to be there.
 */
export type SearchNode =
  | { readonly type: 'phrase'; readonly text: string }
  | { readonly type: 'regex'; readonly source: string }
  | { readonly type: 'and'; readonly parts: readonly SearchNode[] }
  | { readonly type: 'or'; readonly parts: readonly SearchNode[] }
  | { readonly type: 'not'; readonly part: SearchNode }
  /** Each part within so many characters of the next one, line breaks of a scan not counted. */
  | { readonly type: 'near'; readonly parts: readonly SearchNode[]; readonly within: number; readonly ordered: boolean }

/** What must hold the whole of a query with `and` or `not`: 句, 段, 篇. */
export const SEARCH_UNITS = ['sentence', 'paragraph', 'report'] as const
export type SearchUnit = (typeof SEARCH_UNITS)[number]

/** What counts as the same character. */
export interface SearchFolds {
  /** Ａ and A, ％ and %, and the like. */
  width: boolean
  /** 繁体 and 简体, and variants (異 and 异). */
  script: boolean
  /** a and A. */
  case: boolean
}

/** What a search begins with: width and case are spelling of scans, script is asked for. */
export const FIRST_FOLDS: SearchFolds = { width: true, script: false, case: true }
