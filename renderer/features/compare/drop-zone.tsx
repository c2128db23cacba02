import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { isCarrying, readCarried } from '../../workbench'
import { add } from './adding'
import styles from './compare.module.css'
import type { WorkingComparison } from './use-comparison'

/** Takes reports, statements and indicators that are dropped on a comparison. */
export function DropZone({
  working,
  hint,
  children,
}: {
  working: WorkingComparison
  hint: string
  children: ReactNode
}) {
  const [over, setOver] = useState(false)
  // Each element under the pointer is entered and left by itself.
  const depth = useRef(0)
  const enter = (event: DragEvent): void => {
    if (!isCarrying(event)) return
    depth.current += 1
    setOver(true)
  }
  const leave = (event: DragEvent): void => {
    if (!isCarrying(event)) return
    depth.current = Math.max(0, depth.current - 1)
    if (depth.current === 0) setOver(false)
  }
  const drop = (event: DragEvent): void => {
    if (!isCarrying(event)) return
    event.preventDefault()
    depth.current = 0
    setOver(false)
    add(working, readCarried(event))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has a command for it, `compare.add`
    <div
      className={styles.dropZone}
      onDragEnter={enter}
      onDragLeave={leave}
      onDragOver={(event) => {
        if (isCarrying(event)) event.preventDefault()
      }}
      onDrop={drop}
    >
      {children}
      {over && <div className={styles.dropHint}>{hint}</div>}
    </div>
  )
}
