import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react'
import styles from './phrases.module.css'

interface FieldProps {
  label: string
  placeholder?: string
  /** As it is saved. */
  value: string
  /** Saves what was typed. */
  onDone: (typed: string) => void
  /** Empties the field when it was saved: what is typed next is something else. */
  isFresh?: boolean
  fieldRef?: Ref<HTMLInputElement>
}

/** Words written in place: Enter or leaving the field saves them, Escape does not. */
export function Field({ label, placeholder, value, onDone, isFresh = false, fieldRef }: FieldProps) {
  const [typed, setTyped] = useState(value)
  const left = useRef(false)
  useEffect(() => setTyped(value), [value])
  const done = (): void => {
    const isNew = typed.trim() !== value.trim()
    if (isNew) onDone(typed.trim())
    if (isFresh || !isNew) setTyped(value)
  }
  const keys = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') done()
    if (event.key === 'Escape') {
      left.current = true
      setTyped(value)
      event.currentTarget.blur()
    }
  }
  return (
    <input
      ref={fieldRef}
      className={styles.field}
      aria-label={label}
      placeholder={placeholder}
      maxLength={400}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={keys}
      onBlur={() => {
        if (!left.current) done()
        left.current = false
      }}
    />
  )
}
