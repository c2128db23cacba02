import { Button, Input } from 'antd'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { listCorrections, useLive, useSession } from '../../storage'
import { KeyHints } from '../../ui/key-hints'
import type { ViewProps } from '../../workbench'
import { CorrectionLine } from './correction-line'
import styles from './corrections.module.css'
import { Lines } from './lines'
import { correctionList, filtered, openCorrection, takeBack, toggleAll, toggleSelected } from './list'

/** 原文更正: all corrections of the texts, to look at, to go to, to take back. */
export function CorrectionsView({ visible }: ViewProps) {
  const { t } = useTranslation()
  const session = useSession()
  const all = useLive(listCorrections, [])
  const { filter, selected, cursor } = useStore(correctionList)
  const shown = useMemo(() => filtered(all ?? [], filter), [all, filter])
  useEffect(() => {
    correctionList.setState(({ cursor: at }) => ({
      open: { session, shown },
      cursor: Math.max(0, Math.min(at, shown.length - 1)),
    }))
    return () => correctionList.setState({ open: null })
  }, [session, shown])
  if (!all) return <p className={styles.empty}>{t('app.layout.loading')}</p>
  if (all.length === 0) return <p className={styles.empty}>{t('corrections.list.empty')}</p>
  const chosen = shown.filter(({ correction }) => selected.has(correction.id))
  return (
    <section className={styles.view} data-key-scope="corrections" aria-label={t('corrections.title')}>
      <header className={styles.bar}>
        <Input
          className={styles.words ?? ''}
          size="small"
          allowClear
          value={filter}
          aria-label={t('corrections.list.search')}
          placeholder={t('corrections.list.search')}
          onChange={(event) => correctionList.setState({ filter: event.target.value, cursor: 0 })}
        />
        <span className={`${styles.told} db-figures`} role="status">
          {t('corrections.list.count', { count: shown.length })}
          {chosen.length > 0 && ` · ${t('corrections.list.selected', { count: chosen.length })}`}
        </span>
        <Button size="small" onClick={toggleAll}>
          {t('corrections.list.all')} <kbd>A</kbd>
        </Button>
        <Button
          size="small"
          disabled={chosen.length === 0}
          onClick={() => void takeBack(chosen.map(({ correction }) => correction.id))}
        >
          {t('corrections.list.removeMany')} <kbd>Del</kbd>
        </Button>
      </header>
      {shown.length === 0 ? (
        <p className={styles.empty}>{t('corrections.list.none')}</p>
      ) : (
        <Lines
          label={t('corrections.list.label')}
          count={shown.length}
          cursor={cursor}
          visible={visible}
          onGo={(line) => correctionList.setState({ cursor: line })}
          line={(props) => {
            const listed = shown[props.index]
            if (!listed) return null
            const { id } = listed.correction
            return (
              <CorrectionLine
                key={id}
                {...props}
                listed={listed}
                selected={selected.has(id)}
                onTick={() => toggleSelected(id)}
                onGo={() => correctionList.setState({ cursor: props.index })}
                onOpen={() => openCorrection(listed)}
                onTakeBack={() => void takeBack([id])}
              />
            )
          }}
        />
      )}
      <KeyHints text={t('corrections.list.keys')} />
    </section>
  )
}
