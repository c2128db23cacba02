import { useTranslation } from 'react-i18next'
import { statusAt } from '../registry'
import styles from './layout.module.css'

/** The line at the bottom: what goes on at the left, how things stand at the right. */
export function StatusBar() {
  const { t } = useTranslation()
  return (
    <section className={styles.status} aria-label={t('app.layout.status')} data-area="status">
      {statusAt('left').map(({ id, component: Item }) => (
        <Item key={id} />
      ))}
      <div className={styles.gap} />
      {statusAt('right').map(({ id, component: Item }) => (
        <Item key={id} />
      ))}
    </section>
  )
}
