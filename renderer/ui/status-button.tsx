import { Tooltip } from 'antd'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './status-button.module.css'

interface StatusButtonProps {
  icon?: LucideIcon
  /** What a click does: tooltip and name. */
  label: string
  tone?: 'danger' | 'warning'
  onClick: () => void
  children?: ReactNode
}

/** A button of the status bar: icon, a word, and what a click does in the tooltip. */
export function StatusButton({ icon: Icon, label, tone, onClick, children }: StatusButtonProps) {
  return (
    <Tooltip title={label} placement="top" mouseEnterDelay={0.4}>
      <button type="button" className={styles.button} data-tone={tone} onClick={onClick}>
        {Icon && <Icon size={13} strokeWidth={1.75} aria-hidden />}
        <span>{children}</span>
        <span className="db-hidden">{label}</span>
      </button>
    </Tooltip>
  )
}
