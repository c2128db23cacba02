import { Tooltip } from 'antd'
import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes } from 'react'
import styles from './icon-button.module.css'

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'title'> {
  icon: LucideIcon
  /** Its name: label for screen readers and tooltip. */
  label: string
  /** Keys shown in the tooltip. */
  keys?: string
  size?: number
  side?: 'top' | 'right' | 'bottom' | 'left'
}

/** A button that is only an icon; its name is in the tooltip and for screen readers. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  size = 16,
  side = 'bottom',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip title={keys ? `${label} (${keys})` : label} placement={side} mouseEnterDelay={0.4}>
      <button type="button" aria-label={label} className={`${styles.button} ${className ?? ''}`} {...rest}>
        <Icon size={size} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  )
}
