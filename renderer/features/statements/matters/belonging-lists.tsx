import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '#shared/statements/format'
import type { ReviewMatter, ReviewStatement } from '../../../storage'
import { useDictionary } from '../../indicators'
import type { OpenReader } from '../../reader'
import { showItem } from '../current'
import { listedName } from '../indicator-names'
import type { ReviewItem } from '../item'
import { StatusIcon } from '../status-icon'
import { itemsOfList, listOfItem, mattersOf, statementsOf } from './belonging'
import { listedMatter } from './matter-words'

interface Line {
  item: ReviewItem
  name: string
  value: string
}

/** Items that lead to their places, each with what was said of it. */
function Lines({ label, lines }: { label: string; lines: readonly Line[] }) {
  return (
    <ul className="db-belonging" aria-label={label}>
      {lines.map(({ item, name, value }) => (
        <li key={item.key} className={`db-belonging-${item.status}`}>
          <button type="button" onClick={() => showItem(item)}>
            <StatusIcon status={item.status} />
            <span>{name}</span>
            <span className="db-figures">{value}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** An item of a list as a line. */
function itemLine(t: TFunction, matter: ReviewMatter): Line[] {
  const { content } = matter
  if (content.type !== 'list_item') return []
  const value = content.count === null ? '' : t('matters.review.says.count', { count: content.count })
  return [{ item: matter, name: `${content.ordinal}. ${content.heading}`, value }]
}

/** What belongs to a matter: to a list its items, to an item its list and its statements, to a rank its statement. */
export function Belonging({ matter, reader }: { matter: ReviewMatter; reader: OpenReader }) {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  const list = listOfItem(matter, reader.matters)
  const items = matter.content.type === 'list' ? itemsOfList(matter, reader.matters) : []
  const statements = statementsOf(matter, reader.statements)
  return (
    <>
      {list?.content.type === 'list' && (
        <p className="db-details-line">
          {t('matters.review.field.parent')}
          <button type="button" onClick={() => showItem(list)}>
            {list.content.heading}
          </button>
        </p>
      )}
      {items.length > 0 && (
        <Lines label={t('matters.review.items')} lines={items.flatMap((item) => itemLine(t, item))} />
      )}
      {statements.length > 0 && (
        <Lines
          label={t('matters.review.statements')}
          lines={statements.map((statement) => ({
            item: statement,
            name: listedName(dictionary, statement, i18n.language),
            value: formatQuantity(statement),
          }))}
        />
      )}
    </>
  )
}

/** The matters that a statement belongs to, by what they say. */
export function BelongsTo({ statement, reader }: { statement: ReviewStatement; reader: OpenReader }) {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  const matters = mattersOf(statement, reader.matters)
  if (matters.length === 0) return null
  const lines = matters.map((matter): Line => {
    const { name, says } = listedMatter(t, dictionary, matter.content, i18n.language)
    return { item: matter, name, value: says }
  })
  return <Lines label={t('matters.review.belongsTo')} lines={lines} />
}
