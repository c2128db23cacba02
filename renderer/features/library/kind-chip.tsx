import { useTranslation } from 'react-i18next'
import type { ReportKind } from '#shared/model/report'
import styles from './chips.module.css'

/** 全文, 摘要, 续版 …: what the report is, which every later verdict depends on. */
export function KindChip({ kind }: { kind: ReportKind }) {
  const { t } = useTranslation()
  return (
    <span className={styles.kind} data-kind={kind}>
      {t(`library.kind.${kind}`)}
    </span>
  )
}
