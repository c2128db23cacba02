import type { Span } from '#shared/model/anchor'
import type { Relation } from '#shared/model/matter'
import type { Clause } from '../clause'
import { HEDGE } from './words.data'

/** A relation in its clause; offsets in the view. */
export interface Form {
  relation: Relation
  rule: string
  /** Where the words before it end: they are its subject. */
  nameEnd: number
  /** End of all its words. */
  end: number
  hedge: string
  /** What it is held against, as written; '' for nothing. */
  reference: string
  /** What it is about, where its own words tell that: 完成省下达的|节能减排|任务. */
  inside: Span | null
  /** Share of such finds that are right. */
  confidence: number
}

/** A way to tell a relation: what the text is searched for, and how a find is read. */
export interface Reader {
  readonly finds: readonly string[]
  readonly read: (clause: Clause, at: number, words: string) => Form | null
}

/** Words of degree are no longer. */
const REACH = 8

/** Where the words of degree straight before an offset begin. */
function hedgeStart({ text }: Clause, at: number): number {
  let from = at
  for (;;) {
    const word = HEDGE.exec(text.slice(Math.max(0, from - REACH), from))?.[0]
    if (word === undefined) return from
    from -= word.length
  }
}

/** A relation with its words of degree, said of what stands before them. */
export function formOf(
  clause: Clause,
  at: number,
  end: number,
  told: Pick<Form, 'relation' | 'rule' | 'confidence'> & { reference?: string },
): Form {
  const nameEnd = hedgeStart(clause, at)
  return { reference: '', inside: null, ...told, nameEnd, end, hedge: clause.text.slice(nameEnd, at) }
}

/** A relation ends its clause, or is one of several. */
const ENDS = /^(?:[，。；、：！”）\n]|的(?:良好|态势|势头|目标)|并|且|$)/u
/** Whether one that ends at an offset does. */
export const endsAt = ({ text, end }: Clause, at: number): boolean => ENDS.test(text.slice(at, Math.min(end, at + 4)))
