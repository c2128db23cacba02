import { useTranslation } from 'react-i18next'
import type { TableCounts } from '#shared/exchange/merge/merge-types'
import styles from './merge.module.css'
import type { Prepared } from './state'

const COLUMNS = ['added', 'same', 'taken', 'removed', 'conflicts', 'earlier'] as const satisfies (keyof TableCounts)[]

/** What comes in, what is the same, and what is to settle, by table; and where the package comes from. */
export function Overview({ prepared }: { prepared: Prepared }) {
  const { t, i18n } = useTranslation()
  const { opened, input, plan } = prepared
  const { manifest, file } = opened
  const { authors, common } = input.package
  const rows = [...plan.counts].filter(([, counts]) => COLUMNS.some((name) => counts[name] > 0))
  // A first merge has nothing of an earlier one.
  const columns = COLUMNS.filter((name) => name !== 'earlier' || rows.some(([, counts]) => counts.earlier > 0))
  const at = new Date(manifest.madeAt).toLocaleString(i18n.language)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={styles.overview} aria-label={t('merge.counts')} tabIndex={0}>
      <p className="db-selectable">{t('merge.file', { file, name: manifest.project.name, at })}</p>
      {authors.length > 0 && (
        <p>{t('merge.authors', { authors: authors.map((author) => author || t('merge.unnamed')).join('、') })}</p>
      )}
      <p className={styles.quiet}>{common > 0 ? t('merge.past.common', { count: common }) : t('merge.past.none')}</p>
      {plan.absent.length > 0 && <p className={styles.absent}>{t('merge.absent', { count: plan.absent.length })}</p>}
      {rows.length === 0 ? (
        <p>{t('merge.nothing')}</p>
      ) : (
        <table className={styles.counts}>
          <thead>
            <tr>
              <th scope="col">{t('merge.column.table')}</th>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {t(`merge.count.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([table, counts]) => (
              <tr key={table}>
                <th scope="row">{t(`history.table.${table}`)}</th>
                {columns.map((name) => (
                  <td key={name} className="db-figures" data-none={counts[name] === 0}>
                    {counts[name]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.quiet}>{t('merge.undoHint')}</p>
    </section>
  )
}
