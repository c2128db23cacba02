import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { message } from '#shared/model/identity'
import type { TopicRule } from '#shared/model/topic'
import { listTopics, resetTopics, saveTopics, useLive, useSession } from '../../storage'
import { notify } from '../../workbench'
import { attempt } from '../places'
import { added, changesIn, draftFrom, isSameDraft, moved, replaced } from './draft'
import { TopicForm } from './topic-form'
import { TopicList } from './topic-list'
import styles from './topics.module.css'

function Editor({ changed }: { changed: readonly TopicRule[] }) {
  const { t } = useTranslation()
  const session = useSession()
  const [draft, setDraft] = useState(() => draftFrom(changed))
  const [selected, setSelected] = useState(() => draft[0]?.id ?? '')
  // What is stored may change under the draft: an undo, another window.
  useEffect(() => setDraft(draftFrom(changed)), [changed])
  const topic = draft.find(({ id }) => id === selected) ?? draft[0]
  const dirty = !isSameDraft(draft, draftFrom(changed))
  const ready = draft.every(({ name }) => name === null || name.trim() !== '')
  const add = () => {
    const next = added(draft, t('topics.list.newName'))
    setDraft(next)
    setSelected(next.at(-1)?.id ?? selected)
  }
  const remove = (id: string) => {
    const at = draft.findIndex((one) => one.id === id)
    setDraft(draft.filter((one) => one.id !== id))
    setSelected(draft[at + 1]?.id ?? draft[at - 1]?.id ?? '')
  }
  const tell = (done: unknown) => {
    if (done) notify('success', message('topics.saved'))
  }
  const save = async () => tell(await attempt(saveTopics(session, changesIn(draft))))
  const reset = async () => tell(await attempt(resetTopics(session)))
  return (
    <div className={styles.view} data-key-scope="topics">
      <header className={styles.head}>
        <h1 className={styles.title}>{t('topics.title')}</h1>
        <p className={styles.what}>{t('topics.what')}</p>
      </header>
      <div className={styles.body}>
        <TopicList
          draft={draft}
          selected={topic?.id ?? ''}
          onSelect={setSelected}
          onMove={(step) => setDraft(moved(draft, selected, step))}
          onAdd={add}
        />
        {topic && (
          <TopicForm
            key={topic.id}
            topic={topic}
            onChange={(next) => setDraft(replaced(draft, next))}
            onRemove={() => remove(topic.id)}
          />
        )}
      </div>
      <footer className={styles.foot}>
        <span className={styles.what}>{t(dirty ? 'topics.unsaved' : 'topics.again')}</span>
        <Button disabled={changed.length === 0} onClick={reset}>
          {t('topics.reset')}
        </Button>
        <Button disabled={!dirty} onClick={() => setDraft(draftFrom(changed))}>
          {t('topics.discard')}
        </Button>
        <Button type="primary" disabled={!dirty || !ready} onClick={save}>
          {t('topics.save')}
        </Button>
      </footer>
    </div>
  )
}

/** 章节主题: the topics that sections are given, and the words that decide. */
export function TopicsView() {
  const { t } = useTranslation()
  const changed = useLive(listTopics, [])
  if (!changed) return <p className={styles.waiting}>{t('app.layout.loading')}</p>
  return <Editor changed={changed} />
}
