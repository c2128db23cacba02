import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { TopicRule } from '#shared/model/topic'
import { IconButton } from '../../ui/icon-button'
import { isChanged, isOwn } from './draft'
import { useTopicName } from './names'
import styles from './topics.module.css'

interface TopicListProps {
  draft: readonly TopicRule[]
  selected: string
  onSelect: (id: string) => void
  onMove: (step: -1 | 1) => void
  onAdd: () => void
}

/** The topics in their order; arrows choose, with Alt they move the topic. */
export function TopicList({ draft, selected, onSelect, onMove, onAdd }: TopicListProps) {
  const { t } = useTranslation()
  const name = useTopicName()
  const id = useId()
  const at = draft.findIndex((topic) => topic.id === selected)
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
    if (!step || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (event.altKey) return onMove(step)
    const next = draft[at + step]
    if (next) onSelect(next.id)
  }
  const mark = (topic: TopicRule) => {
    if (topic.off) return t('topics.list.off')
    if (isOwn(topic)) return t('topics.list.own')
    return isChanged(topic) ? t('topics.list.changed') : ''
  }
  return (
    <div className={styles.side}>
      <div
        role="listbox"
        tabIndex={0}
        aria-label={t('topics.title')}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        className={styles.list}
        onKeyDown={keys}
      >
        {draft.map((topic, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which handles the keys
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={topic.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={topic.id === selected}
            data-off={topic.off}
            className={styles.topic}
            onClick={() => onSelect(topic.id)}
          >
            <span className={styles.name}>{name(topic)}</span>
            <span className={styles.mark}>{mark(topic)}</span>
            <span className={`${styles.mark} db-figures`}>{topic.words.length}</span>
          </div>
        ))}
      </div>
      <div className={styles.tools}>
        <IconButton icon={Plus} label={t('topics.list.add')} onClick={onAdd} />
        <IconButton
          icon={ArrowUp}
          label={t('topics.list.up')}
          keys="Alt+↑"
          disabled={at <= 0}
          onClick={() => onMove(-1)}
        />
        <IconButton
          icon={ArrowDown}
          label={t('topics.list.down')}
          keys="Alt+↓"
          disabled={at < 0 || at === draft.length - 1}
          onClick={() => onMove(1)}
        />
      </div>
    </div>
  )
}
