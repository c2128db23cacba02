import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LinkCandidate, linkCandidates, useSession } from '../../storage'
import { linkChoices, shortName } from './link-choices'
import styles from './memo-editor.module.css'

/** What the field hands over to the picker. */
export interface PickerKeys {
  /** True where the key was the picker's. */
  press: (event: KeyboardEvent) => boolean
}

interface LinkPickerProps {
  ref: Ref<PickerKeys>
  id: string
  /** Words after the `[[`. */
  typed: string
  /** The id of the current choice, for the field's `aria-activedescendant`. */
  onCurrent: (id: string | undefined) => void
  onChoose: (candidate: LinkCandidate) => void
  onLeave: () => void
}

/** What a link can lead to, by what is typed after `[[`; the focus stays in the field. */
export function LinkPicker({ ref, id, typed, onCurrent, onChoose, onLeave }: LinkPickerProps) {
  const { t } = useTranslation()
  const { db } = useSession()
  const [candidates, setCandidates] = useState<readonly LinkCandidate[] | null>(null)
  const [at, setAt] = useState({ typed, index: 0 })
  useEffect(() => {
    let wanted = true
    void linkCandidates(db).then((found) => wanted && setCandidates(found))
    return () => {
      wanted = false
    }
  }, [db])
  const choices = candidates ? linkChoices(candidates, typed) : []
  // Other words: the first of them again.
  const current = at.typed === typed ? Math.min(at.index, Math.max(0, choices.length - 1)) : 0
  const currentId = choices.length > 0 ? `${id}-${current}` : undefined
  const row = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row is current
  useEffect(() => {
    onCurrent(currentId)
    row.current?.scrollIntoView?.({ block: 'nearest' })
  }, [currentId])
  useEffect(() => () => onCurrent(undefined), [onCurrent])
  useImperativeHandle(ref, () => ({
    press: ({ key }) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[key]
      const choice = choices[current]
      if (key === 'Escape') onLeave()
      else if (step && choices.length > 0) setAt({ typed, index: (current + step + choices.length) % choices.length })
      else if ((key === 'Enter' || key === 'Tab') && choice) onChoose(choice)
      else return false
      return true
    },
  }))
  return (
    <div className={styles.picker} role="listbox" id={id} aria-label={t('memos.link.pick')}>
      {candidates === null && <p className={styles.hint}>{t('app.layout.loading')}</p>}
      {candidates !== null && choices.length === 0 && <p className={styles.hint}>{t('memos.link.none')}</p>}
      {choices.map((choice, i) => (
        <div
          key={`${choice.target.type}:${choice.target.id}`}
          ref={i === current ? row : null}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === current}
          className={styles.choice}
          onPointerDown={(event) => {
            event.preventDefault()
            onChoose(choice)
          }}
        >
          <span className={styles.kind}>{t(`memos.link.type.${choice.target.type}`)}</span>
          <span className={styles.name}>{shortName(choice.name)}</span>
          <span className={styles.kind}>{choice.hint}</span>
        </div>
      ))}
    </div>
  )
}
