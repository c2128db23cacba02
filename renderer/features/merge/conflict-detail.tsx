import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { fieldName, fieldText, type Names, nameOf, reportOf } from '#shared/exchange/merge/describe'
import type { Choice, Conflict, Standing } from '#shared/exchange/merge/merge-types'
import type { MergeDecision } from '#shared/model/merge-decision'
import styles from './merge.module.css'
import { settle, useMerge } from './state'
import { useSay } from './use-say'

const KEYS: Readonly<Record<Choice, string>> = { mine: '1', theirs: '2', both: '3' }

interface SideProps {
  title: string
  standing: Standing | null
  conflict: Conflict
  side: 'mine' | 'theirs'
  names: Names
}

function Side({ title, standing, conflict, side, names }: SideProps) {
  const { t, i18n } = useTranslation()
  const say = useSay()
  const at = standing && standing.by.at !== '' ? new Date(standing.by.at).toLocaleString(i18n.language) : ''
  return (
    <section className={styles.side} aria-label={title}>
      <h3 className={styles.subheading}>{title}</h3>
      {standing && (
        <p className={styles.quiet}>{t('merge.by', { author: standing.by.author || t('merge.unnamed'), at })}</p>
      )}
      {!standing && <p>{t('merge.removed')}</p>}
      {standing && conflict.fields.length === 0 && <p>{t('merge.changed')}</p>}
      <dl className={styles.fields}>
        {conflict.fields.map((one) => (
          <div key={one.field}>
            <dt>{fieldName(one.field, say)}</dt>
            <dd className="db-selectable">
              {one.field === 'color' && typeof one[side] === 'string' && (
                <i className="db-swatch" style={{ backgroundColor: one[side] }} />
              )}
              {fieldText(one.field, one[side], names, say)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Who settled the very same in an earlier merge, when and how. */
function Earlier({ decision: { choice, suggested, author, updatedAt } }: { decision: MergeDecision }) {
  const { t, i18n } = useTranslation()
  const at = new Date(updatedAt).toLocaleString(i18n.language)
  const said = { choice: t(`merge.choice.${choice}`), author: author || t('merge.unnamed'), at }
  return <p>{t(suggested ? 'merge.earlierSuggested' : 'merge.earlierBy', said)}</p>
}

/** One conflict: both sides with who said it and when, and how to settle it. */
export function ConflictDetail({ conflicts, at, names }: { conflicts: readonly Conflict[]; at: number; names: Names }) {
  const { t } = useTranslation()
  const settled = useMerge((state) => state.settled)
  const conflict = conflicts[at]
  if (!conflict) return null
  const { table, mine, theirs, choices, choice, reason, suggestion } = conflict
  const chosen = settled.get(conflict.id) ?? choice
  const record = mine?.record ?? theirs?.record ?? {}
  return (
    <section className={styles.detail} aria-label={t('merge.conflicts')}>
      <h2 className={styles.heading}>
        {t(`history.table.${table}`)} {nameOf(table, record, names)}
      </h2>
      {reportOf(record, names) && <p className={styles.quiet}>{reportOf(record, names)}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <div className={styles.sides} tabIndex={0}>
        <Side title={t('merge.mine')} standing={mine} conflict={conflict} side="mine" names={names} />
        <Side title={t('merge.theirs')} standing={theirs} conflict={conflict} side="theirs" names={names} />
      </div>
      {conflict.earlier && <Earlier decision={conflict.earlier} />}
      <p className={styles.quiet}>
        {t('merge.suggested', { choice: t(`merge.choice.${suggestion}`) })} · {t(reason.key, reason.params)}
      </p>
      <p className={styles.buttons}>
        {choices.map((one) => (
          <Button
            key={one}
            type={one === chosen ? 'primary' : 'default'}
            aria-pressed={one === chosen}
            onClick={() => settle(conflicts, at, one)}
          >
            {t(`merge.choice.${one}`)} <kbd>{KEYS[one]}</kbd>
          </Button>
        ))}
      </p>
    </section>
  )
}
