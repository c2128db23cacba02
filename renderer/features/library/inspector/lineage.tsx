import { useTranslation } from 'react-i18next'
import type { PlaceRef } from '#shared/model/place'
import { useGazetteer } from '../../places'
import styles from './inspector.module.css'

const names = (divisions: readonly { name: string }[], and: string): string =>
  divisions.map(({ name }) => name).join(and)

/** 区划沿革: how the place came out of others, or went into them; nothing where it never changed. */
export function Lineage({ place }: { place: PlaceRef }) {
  const { t } = useTranslation()
  const steps = useGazetteer()?.lineageOf(place.code) ?? []
  if (steps.length === 0) return null
  const and = t('library.inspector.and')
  return (
    <section aria-label={t('library.inspector.lineage')}>
      <h3 className={styles.subtitle}>{t('library.inspector.lineage')}</h3>
      <ul className={`${styles.plain} db-selectable db-figures`}>
        {steps.map((step) => (
          <li key={`${step.date} ${step.kind} ${names(step.to, '')}`}>
            {t(`library.lineage.${step.kind}`, {
              date: step.date,
              from: names(step.from, and),
              to: names(step.to, and),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
