import { useTranslation } from 'react-i18next'
import type { ReportKind } from '#shared/model/report'
import styles from './chips.module.css'

/** The same chip where its word is known: a table draws hundreds of them. */
export const kindChip = (kind: ReportKind, word: string) => (
  <span className={styles.kind} data-kind={kind}>
    {word}
  </span>
)

/** 全文, 摘要, 续版 …: what the report is, which every later verdict depends on. */
export function KindChip({ kind }: { kind: ReportKind }) {
  const { t } = useTranslation()
  return kindChip(kind, t(`library.kind.${kind}`))
}
