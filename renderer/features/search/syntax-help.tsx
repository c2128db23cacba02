import { useTranslation } from 'react-i18next'
import styles from './search.module.css'

/** Queries, and the key of what they find. */
const EXAMPLES = [
  ['人人', 'phrase'],
  ['“GDP 增长”', 'spaces'],
  ['就业 稳定', 'and'],
  ['民宿 | 农家乐', 'or'],
  ['制造业 -先进', 'not'],
  ['改革 ~20 创新', 'near'],
  ['改革 >20 创新', 'ordered'],
  ['(民宿 | 农家乐) 补贴', 'group'],
  ['/确保.{0,20}亿元/', 'regex'],
] as const

/** How a query is written, by examples. */
export function SyntaxHelp() {
  const { t } = useTranslation()
  return (
    <section className={styles.help} aria-label={t('search.help.title')}>
      <table>
        <tbody>
          {EXAMPLES.map(([query, what]) => (
            <tr key={what}>
              <th scope="row">
                <code>{query}</code>
              </th>
              <td>{t(`search.help.${what}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('search.help.breaks')}</p>
    </section>
  )
}
