import { matterKey } from '#shared/model/matter'
import type { ReviewMatter, ReviewStatement } from '../../../storage'
import { indexOf } from '../review'

/** Names by which the items of a list say that they stand in it: it keeps the engine's when its heading is edited. */
const namesOf = ({ key, content }: ReviewMatter): readonly string[] => [key, matterKey(content)]

/** The items of a list, in the order of the text. */
export const itemsOfList = (list: ReviewMatter, matters: readonly ReviewMatter[]): ReviewMatter[] =>
  matters.filter(
    ({ report, content }) =>
      report === list.report && content.type === 'list_item' && namesOf(list).includes(content.parent),
  )

/** The list in which an item stands, null where it is in none. */
export function listOfItem(item: ReviewMatter, matters: readonly ReviewMatter[]): ReviewMatter | null {
  const { content, report } = item
  if (content.type !== 'list_item' || content.parent === '') return null
  const { parent } = content
  return (
    matters.find((one) => one.report === report && one.content.type === 'list' && namesOf(one).includes(parent)) ?? null
  )
}

/** The statements that a matter holds: an item of a list those in its words, a rank the one that it stands beside. */
export function statementsOf(matter: ReviewMatter, statements: readonly ReviewStatement[]): ReviewStatement[] {
  const { content, report } = matter
  if (content.type === 'rank') {
    const beside = statements[indexOf(statements, { report, key: content.statement })]
    return beside ? [beside] : []
  }
  if (content.type !== 'list_item') return []
  return statements.filter((one) => one.report === report && content.start <= one.start && one.start < content.end)
}

/** The matters that a statement belongs to: the item of a list in whose words it stands, the rank that stands beside it. */
export const mattersOf = ({ report, key, start }: ReviewStatement, matters: readonly ReviewMatter[]): ReviewMatter[] =>
  matters.filter(({ content, ...matter }) => {
    if (matter.report !== report || matter.orphan) return false
    if (content.type === 'rank') return content.statement === key
    return content.type === 'list_item' && content.start <= start && start < content.end
  })
