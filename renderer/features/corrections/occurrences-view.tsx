import { Button, Input } from 'antd'
import { useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useSession } from '../../storage'
import { KeyHints } from '../../ui/key-hints'
import type { ViewProps } from '../../workbench'
import { openOccurrence } from './commands'
import styles from './corrections.module.css'
import { Lines } from './lines'
import { OccurrenceHead, OccurrenceRow } from './occurrence-line'
import {
  apply,
  canApply,
  type OccurrencesState,
  occurrences,
  search,
  setWords,
  stopWork,
  takeAll,
  takenIn,
  toggle,
} from './occurrences'
import { noteSession } from './session'

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A field for the misread characters, or for what stands there really. */
function Words({
  field,
  value,
  most,
  disabled,
}: {
  field: 'misread' | 'replacement'
  value: string
  most: number
  disabled: boolean
}) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{t(`corrections.occurrences.${field}`)}</label>
      <Input
        id={id}
        size="small"
        value={value}
        maxLength={most}
        disabled={disabled}
        onChange={(event) => setWords({ [field]: event.target.value })}
      />
    </span>
  )
}

/** What is being done, or how it ended. */
function Told({ state }: { state: OccurrencesState }) {
  const { t } = useTranslation()
  const { phase, progress, hits, searched, truncated, failed } = state
  if (failed) return <span role="alert">{t(failed.key, failed.params)}</span>
  if (phase === 'idle') return <span>{t('corrections.occurrences.start')}</span>
  if (phase === 'searching')
    return <span>{t('corrections.occurrences.searching', { ...progress, hits: hits.length })}</span>
  if (phase === 'applying') return <span>{t('corrections.occurrences.applying', { ...progress })}</span>
  if (hits.length === 0) return <span>{t('corrections.occurrences.none', { misread: searched })}</span>
  const sources = new Set(hits.map(({ source }) => source)).size
  return (
    <span>
      {t('corrections.occurrences.found', { hits: hits.length, sources, ticked: takenIn(state) })}
      {truncated && ` ${t('corrections.occurrences.truncated', { hits: hits.length })}`}
    </span>
  )
}

/** 逐处更正: all places of the project that read as some misread characters, looked through and corrected in one step. */
export function OccurrencesView({ params, visible }: ViewProps) {
  const { t } = useTranslation()
  const session = useSession()
  const state = useStore(occurrences)
  const { misread, replacement, phase, progress, hits, lines, left, cursor, searched } = state
  useEffect(() => noteSession(session), [session])
  useEffect(() => {
    const wanted = textIn(params.misread)
    if (wanted === '') return
    setWords({ misread: wanted, replacement: textIn(params.replacement) })
    void search(session)
  }, [session, params])
  useEffect(() => () => stopWork(), [])
  const busy = phase === 'searching' || phase === 'applying'
  const go = (line: number) => occurrences.setState({ cursor: line })
  return (
    <section className={styles.view} data-key-scope="occurrences" aria-label={t('corrections.occurrences.title')}>
      <form
        className={styles.bar}
        onSubmit={(event) => {
          event.preventDefault()
          void search(session)
        }}
      >
        <Words field="misread" value={misread} most={200} disabled={phase === 'applying'} />
        <Words field="replacement" value={replacement} most={1000} disabled={phase === 'applying'} />
        <Button size="small" htmlType="submit" disabled={misread === '' || phase === 'applying'}>
          {t('corrections.occurrences.find')}
        </Button>
        <Button size="small" disabled={hits.length === 0 || busy} onClick={() => takeAll(true)}>
          {t('corrections.occurrences.all')} <kbd>A</kbd>
        </Button>
        <Button size="small" disabled={hits.length === 0 || busy} onClick={() => takeAll(false)}>
          {t('corrections.occurrences.noneTicked')} <kbd>N</kbd>
        </Button>
        <Button
          size="small"
          type="primary"
          disabled={!canApply(state)}
          title="Ctrl+Enter"
          onClick={() => void apply(session)}
        >
          {t('corrections.occurrences.apply', { count: takenIn(state) })}
        </Button>
      </form>
      <div className={styles.told} role="status">
        <Told state={state} />
        {busy && (
          <>
            <progress
              value={progress.done}
              max={Math.max(1, progress.total)}
              aria-label={t('corrections.occurrences.title')}
            />
            <Button size="small" onClick={stopWork}>
              {t(phase === 'applying' ? 'corrections.occurrences.cancel' : 'corrections.occurrences.stop')}{' '}
              <kbd>Esc</kbd>
            </Button>
          </>
        )}
        {phase === 'found' && hits.length > 0 && replacement === searched && (
          <span>{t('corrections.occurrences.same')}</span>
        )}
      </div>
      {searched !== '' && (
        <Lines
          label={t('corrections.occurrences.label')}
          count={lines.length}
          cursor={cursor}
          visible={visible}
          onGo={go}
          line={(props) => {
            const line = lines[props.index]
            if (!line) return null
            const shared = {
              ...props,
              onGo: () => go(props.index),
              onTick: () => {
                go(props.index)
                toggle(line)
              },
            }
            if (line.type === 'group') {
              let taken = 0
              for (let at = line.from; at < line.from + line.count; at++) if (!left.has(at)) taken += 1
              return (
                <OccurrenceHead
                  key={`head ${line.from}`}
                  {...shared}
                  label={line.label}
                  count={line.count}
                  taken={taken}
                />
              )
            }
            const hit = hits[line.at]
            if (!hit) return null
            return (
              <OccurrenceRow
                key={line.at}
                {...shared}
                hit={hit}
                taken={!left.has(line.at)}
                replacement={replacement}
                onOpen={() => {
                  go(props.index)
                  openOccurrence()
                }}
              />
            )
          }}
        />
      )}
      {lines.length > 0 && <KeyHints text={t('corrections.occurrences.keys')} />}
    </section>
  )
}
