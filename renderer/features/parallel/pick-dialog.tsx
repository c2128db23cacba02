import { Modal } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import styles from './pick-dialog.module.css'

/** One thing to choose from. */
export interface Choice {
  id: string
  content: ReactNode
  /** Said above the first of a group. */
  group?: string
}

interface Props {
  title: string
  placeholder: string
  typed: string
  choices: readonly Choice[]
  /** Said where there is nothing to choose. */
  none: string
  /** Said below the list. */
  more?: string
  onType: (typed: string) => void
  onChoose: (id: string) => void
  onLeave: () => void
}

/** A dialog in which one types to find something and takes it with Enter. */
export function PickDialog(props: Props) {
  const { title, placeholder, typed, choices, none, more, onType, onChoose, onLeave } = props
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const current = Math.min(at, choices.length - 1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen line is kept in sight when it changes
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current, choices])
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key]
    const chosen = choices[current]
    if (step) setAt(Math.max(0, Math.min(choices.length - 1, current + step)))
    else if (event.key === 'Enter' && chosen) onChoose(chosen.id)
    else return
    event.preventDefault()
  }
  return (
    <Modal open width={560} title={title} footer={null} onCancel={onLeave}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type in it
        autoFocus
        className={styles.input}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={choices[current] && `${id}-${current}`}
        aria-label={placeholder}
        placeholder={placeholder}
        spellCheck={false}
        value={typed}
        onChange={({ target }) => {
          onType(target.value)
          setAt(0)
        }}
        onKeyDown={keys}
      />
      <div ref={list} id={id} role="listbox" aria-label={title} className={styles.list}>
        {choices.map(({ id: one, content, group }, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the field, as in every combobox
          <div
            key={one}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === current}
            className={styles.option}
            onMouseMove={() => setAt(i)}
            onClick={() => onChoose(one)}
          >
            {group !== undefined && <span className={styles.group}>{group}</span>}
            <span className={styles.content}>{content}</span>
          </div>
        ))}
      </div>
      {choices.length === 0 && (
        <p className={styles.none} role="status">
          {none}
        </p>
      )}
      {more !== undefined && <p className={styles.none}>{more}</p>}
    </Modal>
  )
}
