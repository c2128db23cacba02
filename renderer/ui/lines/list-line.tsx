import { Check } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import type { LinePlace } from './line-list'
import styles from './lines.module.css'

interface ListLineProps {
  place: LinePlace
  selected: boolean
  marked: boolean
  onGo: (event: MouseEvent) => void
  onMark: () => void
  onOpen: () => void
  children: ReactNode
}

/** A line of a `LineList`: a box that marks it, and what it says. */
export function ListLine({ place, selected, marked, onGo, onMark, onOpen, children }: ListLineProps) {
  const { id, position, size, top, current } = place
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which handles the keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      role="option"
      aria-posinset={position}
      aria-setsize={size}
      aria-selected={selected}
      data-current={current}
      className={styles.line}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onGo}
      onDoubleClick={onOpen}
    >
      {/* Not a checkbox: an option holds no control of its own; `x` marks, and the option says that it is selected. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <span
        className={styles.mark}
        data-marked={marked}
        onClick={(event) => {
          event.stopPropagation()
          onMark()
        }}
      >
        {marked && <Check size={11} strokeWidth={3} aria-hidden />}
      </span>
      {children}
    </div>
  )
}
