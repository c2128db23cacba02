import { Checkbox, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Paper } from '#shared/exchange/document/document'
import styles from './briefing.module.css'

/** A field with its name before it. */
export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>{children}</span>
    </div>
  )
}

/** A group of fields with its name above. */
export function Group({ title, extra, children }: { title: string; extra?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.group} aria-label={title}>
      <header className={styles.groupHead}>
        <h2 className={styles.groupTitle}>{title}</h2>
        {extra}
      </header>
      {children}
    </section>
  )
}

/** Size of the paper, and whether it lies on its side. */
export function PaperField({ paper, onChange }: { paper: Paper; onChange: (patch: Partial<Paper>) => void }) {
  const { t } = useTranslation()
  return (
    <Field label={t('briefing.paper.label')}>
      <Segmented<Paper['size']>
        size="small"
        aria-label={t('briefing.paper.label')}
        value={paper.size}
        options={['A4', 'A3']}
        onChange={(size) => onChange({ size })}
      />
      <Checkbox checked={paper.landscape} onChange={(event) => onChange({ landscape: event.target.checked })}>
        {t('briefing.paper.landscape')}
      </Checkbox>
    </Field>
  )
}
