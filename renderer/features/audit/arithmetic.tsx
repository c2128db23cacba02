import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditStep, Finding } from '#shared/compare/audit/audit-types'
import styles from './audit.module.css'
import { quantityIn, signOf } from './figures'

function Step({ step }: { step: AuditStep }) {
  const { t, i18n } = useTranslation()
  const show = (value: number, unit: string) => quantityIn(i18n.language, value, unit)
  return (
    <div className={styles.step}>
      <dt>{t(step.label.key, step.label.params)}</dt>
      <dd className="db-figures db-selectable">
        {step.terms.map((term, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the terms of a step never move
          <Fragment key={index}>
            {signOf(term, index)}
            <span className={styles.term} data-given={term.figure !== null}>
              {show(term.value, term.unit)}
              {term.label !== '' && <small>{term.label}</small>}
            </span>
          </Fragment>
        ))}
        {' = '}
        <strong>{show(step.value, step.unit)}</strong>
      </dd>
    </div>
  )
}

/** The arithmetic of a finding: every step, what is stated, the difference, and what rounding could explain of it. */
export function Arithmetic({ finding }: { finding: Finding }) {
  const { t, i18n } = useTranslation()
  const { steps, unit, expected, found, difference, tolerance } = finding.arithmetic
  const show = (value: number) => quantityIn(i18n.language, value, unit)
  // What two rates differ by are points.
  const apart = (value: number) => quantityIn(i18n.language, value, unit === '%' ? t('auditView.points') : unit)
  return (
    <section className={styles.arithmetic} aria-label={t('auditView.arithmetic')}>
      <dl className={styles.steps}>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a finding never move
          <Step key={index} step={step} />
        ))}
      </dl>
      <dl className={`${styles.compared} db-figures`}>
        <div>
          <dt>{t('auditView.expected')}</dt>
          <dd>{show(expected)}</dd>
        </div>
        <div>
          <dt>{t('auditView.found')}</dt>
          <dd>{show(found)}</dd>
        </div>
        <div data-difference>
          <dt>{t('auditView.difference')}</dt>
          <dd>
            {difference > 0 ? '+' : ''}
            {apart(difference)}
          </dd>
        </div>
        <div>
          <dt>{t('auditView.tolerance')}</dt>
          <dd>±{apart(tolerance)}</dd>
        </div>
      </dl>
    </section>
  )
}
