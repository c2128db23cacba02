import { Check, CircleDashed, type LucideIcon, Pencil, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { StatementStatus } from '#shared/model/statement'

const ICONS: Record<StatementStatus, LucideIcon> = {
  suggested: CircleDashed,
  accepted: Check,
  edited: Pencil,
  rejected: X,
}

/** What was said of an item. */
export function StatusIcon({ status }: { status: StatementStatus }) {
  const { t } = useTranslation()
  const Icon = ICONS[status]
  return (
    <span className={`db-status db-status-${status}`} title={t(`statements.status.${status}`)}>
      <Icon size={14} aria-label={t(`statements.status.${status}`)} />
    </span>
  )
}

/** Three steps are enough to see at a glance. */
const level = (confidence: number): string => (confidence >= 0.8 ? 'high' : confidence >= 0.5 ? 'middle' : 'low')

/** How sure the engine is. */
export const ConfidenceDot = ({ confidence, words }: { confidence: number; words: string }) => (
  <i className={`db-dot db-dot-${level(confidence)}`} role="img" title={words} aria-label={words} />
)
