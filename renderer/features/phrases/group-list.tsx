import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhraseGroup } from '#shared/model/phrase-group'
import { KNOWN_SETS } from '#shared/search/tracking/known-sets.data'
import { displayKeys, runCommand } from '../../workbench'
import { type Chosen, takeSet } from './actions'
import styles from './phrases.module.css'

interface ListProps {
  groups: readonly PhraseGroup[]
  current: PhraseGroup | null
  onChoose: (id: string) => void
}

/** The groups: arrows go from one to the next. */
function Groups({ groups, current, onChoose }: ListProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLUListElement>(null)
  const keys = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const at = groups.findIndex(({ id }) => id === current?.id)
    const next = by === undefined ? undefined : groups[at + by]
    if (!next) return
    event.preventDefault()
    onChoose(next.id)
    list.current?.querySelectorAll('button')[at + (by ?? 0)]?.focus()
  }
  return (
    <ul ref={list} className={styles.groups} aria-label={t('phrases.groups')}>
      {groups.map(({ id, name, terms }) => (
        <li key={id}>
          <button
            type="button"
            aria-current={id === current?.id}
            data-focus-first={id === current?.id || undefined}
            onClick={() => onChoose(id)}
            onKeyDown={keys}
          >
            <span>{name || t('phrases.unnamed')}</span>
            <small className="db-figures">{terms.length}</small>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Sets of standing wordings: one is saved only when it is taken. */
export function Offer({ chosen, onTaken }: { chosen: Chosen; onTaken: () => void }) {
  const { t } = useTranslation()
  return (
    <section className={styles.offer} aria-label={t('phrases.offer.title')}>
      <p>{t('phrases.offer.what')}</p>
      <ul>
        {KNOWN_SETS.map((set) => (
          <li key={set.id}>
            <button
              type="button"
              onClick={() => {
                void takeSet(chosen, set).then((done) => done && onTaken())
              }}
            >
              <strong>{t(`phrases.set.${set.id}`)}</strong>
              <span>{set.terms.map(({ name }) => name).join('、')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** All groups of the project, and what makes another one. */
export function GroupList(props: ListProps) {
  const { t } = useTranslation()
  return (
    <nav className={styles.side} aria-label={t('phrases.groups')}>
      <div className={styles.sideHead}>
        <Button
          size="small"
          icon={<Plus size={14} aria-hidden />}
          title={displayKeys('n')}
          onClick={() => runCommand('phrases.new')}
        >
          {t('phrases.command.new')}
        </Button>
        <Button size="small" title={displayKeys('s')} onClick={() => runCommand('phrases.offer')}>
          {t('phrases.offer.show')}
        </Button>
      </div>
      <Groups {...props} />
    </nav>
  )
}
