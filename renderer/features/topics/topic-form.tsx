import { Button, Input, Switch } from 'antd'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TopicRule } from '#shared/model/topic'
import { asBuiltIn, isChanged, isOwn, wordsIn } from './draft'
import styles from './topics.module.css'

interface TopicFormProps {
  topic: TopicRule
  onChange: (topic: TopicRule) => void
  onRemove: () => void
}

/** One topic: what it is called, whether it is given to sections, and the words that speak for it. */
export function TopicForm({ topic, onChange, onRemove }: TopicFormProps) {
  const { t } = useTranslation()
  const id = useId()
  const own = isOwn(topic)
  const [typed, setTyped] = useState(() => topic.words.join(' '))
  // What was typed stays as it is while it means the topic's words: an undo or another window changes them.
  useEffect(() => {
    const words = topic.words.join(' ')
    setTyped((before) => (wordsIn(before).join(' ') === words ? before : words))
  }, [topic.words])
  return (
    <div className={styles.form}>
      <label htmlFor={`${id}-name`}>{t('topics.form.name')}</label>
      <Input
        id={`${id}-name`}
        maxLength={30}
        value={topic.name ?? ''}
        placeholder={own ? '' : t(`topics.name.${topic.id}`)}
        onChange={({ target }) => onChange({ ...topic, name: own ? target.value : target.value || null })}
      />
      <span id={`${id}-on`}>{t('topics.form.on')}</span>
      <span className={styles.inline}>
        <Switch
          size="small"
          aria-labelledby={`${id}-on`}
          checked={!topic.off}
          onChange={(on) => onChange({ ...topic, off: !on })}
        />
        <span className={styles.quiet}>{t('topics.form.onHint')}</span>
      </span>
      <label htmlFor={`${id}-words`} className={styles.top}>
        {t('topics.form.words')}
      </label>
      <div>
        <Input.TextArea
          id={`${id}-words`}
          autoSize={{ minRows: 6, maxRows: 16 }}
          value={typed}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            setTyped(target.value)
            onChange({ ...topic, words: wordsIn(target.value) })
          }}
        />
        <p id={`${id}-hint`} className={styles.quiet}>
          {t('topics.form.wordsHint')}
        </p>
      </div>
      <span />
      <span className={styles.inline}>
        {own ? (
          <Button onClick={onRemove}>{t('topics.form.remove')}</Button>
        ) : (
          <Button disabled={!isChanged(topic)} onClick={() => onChange(asBuiltIn(topic))}>
            {t('topics.form.restore')}
          </Button>
        )}
      </span>
    </div>
  )
}
