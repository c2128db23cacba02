import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListedAgreement } from '#shared/exchange/agreement-table'
import styles from './agreement.module.css'
import { agreementState, useAgreement } from './state'

const percent = (value: number | null): string => (value === null ? '–' : `${(value * 100).toFixed(1)}%`)
const coefficient = (value: number | null): string => (value === null ? '–' : value.toFixed(3))

interface CodeTableProps {
  lines: readonly ListedAgreement[]
  /** Names of the authors. */
  authors: readonly string[]
}

/** The figures, a line for each code; a click lists the disagreements on it. */
export function CodeTable({ lines, authors }: CodeTableProps) {
  const { t } = useTranslation()
  const shown = useAgreement((state) => state.code)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section className={styles.figures} tabIndex={0} aria-label={t('agreement.codes')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('agreement.column.code')}</th>
            <th scope="col">{t('agreement.column.percent')}</th>
            <th scope="col" title={authors.length > 2 ? t('agreement.meanKappa') : undefined}>
              {t('agreement.column.kappa')}
            </th>
            <th scope="col">{t('agreement.column.alpha')}</th>
            {authors.map((author) => (
              <th key={author} scope="col">
                {author}
              </th>
            ))}
            <th scope="col">{t('agreement.column.all')}</th>
            <th scope="col">{t('agreement.column.units')}</th>
          </tr>
        </thead>
        <tbody className="db-figures">
          {lines.map(({ path, agreement }) => (
            <tr key={agreement.code ?? ''} aria-current={(shown !== null && agreement.code === shown) || undefined}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.code}
                  title={agreement.code === null ? t('agreement.overallHint') : path}
                  onClick={() => agreementState.setState({ code: agreement.code, selected: null })}
                >
                  {path}
                </button>
              </th>
              <td>{percent(agreement.percent)}</td>
              <td>
                {agreement.skewed && (
                  <span className={styles.skewed} title={t('agreement.skewed')}>
                    <TriangleAlert size={13} aria-label={t('agreement.skewed')} />{' '}
                  </span>
                )}
                {coefficient(agreement.kappa)}
              </td>
              <td>{coefficient(agreement.alpha)}</td>
              {authors.map((author, at) => (
                <td key={author}>{agreement.coded[at] ?? 0}</td>
              ))}
              <td>{agreement.all}</td>
              <td>{agreement.units}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.some(({ agreement }) => agreement.skewed) && (
        <p className={styles.note}>
          <TriangleAlert size={13} aria-hidden /> {t('agreement.skewed')}
        </p>
      )}
    </section>
  )
}
