import { Button, Input, Select } from 'antd'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { message } from '#shared/model/identity'
import type { PhraseCount } from '#shared/statements/clusters'
import { listIndicators, mapPhrases, saveIndicator, useLive, useSession } from '../../storage'
import { notify } from '../../workbench'
import { attempt } from '../places'
import { ClusterList } from './cluster-list'
import { clusterRows, namedBy, without } from './cluster-rows'
import { fieldsOf, newIndicatorId, readFields } from './draft'
import styles from './indicators.module.css'
import { useClusters } from './use-clusters'
import { nameIn, useDictionary } from './use-dictionary'

/** 未归类的说法: phrases that no indicator knows, to be mapped in bulk. */
export function UnmatchedPhrases({ onMade }: { onMade: (indicator: string) => void }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const dictionary = useDictionary()
  const clusters = useClusters()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [selected, setSelected] = useState<ReadonlyMap<string, PhraseCount>>(new Map())
  const [target, setTarget] = useState<string | null>(null)
  const chooser = useRef<HTMLDivElement>(null)
  const own = useLive(listIndicators, [])
  const left = useMemo(() => without(clusters ?? [], namedBy(own ?? [])), [clusters, own])
  const rows = useMemo(() => clusterRows(left, typed, open), [left, typed, open])
  const options = useMemo(
    () =>
      dictionary.indicators.map((indicator) => ({
        value: indicator.id,
        label: nameIn(indicator, i18n.language),
        search: [indicator.name, indicator.english, ...indicator.aliases].join('\n').toLocaleLowerCase(),
      })),
    [dictionary, i18n.language],
  )
  const map = async (phrases: readonly PhraseCount[], indicator: string) => {
    const found = dictionary.byId(indicator)
    const mappings = phrases.map(({ phrase, family }) => ({ phrase, indicator, family }))
    if (!found || !(await attempt(mapPhrases(session, mappings)))) return
    setSelected(new Map())
    const name = nameIn(found, i18n.language)
    notify('success', message('indicatorTable.unmatched.mapped', { count: phrases.length, name }))
  }
  const make = async (phrases: readonly PhraseCount[]) => {
    const [first] = phrases
    if (!first) return
    const result = readFields(newIndicatorId(), {
      ...fieldsOf(null),
      name: first.phrase,
      aliases: phrases.map(({ phrase }) => phrase).join('\n'),
      units: [...new Set(phrases.map(({ family }) => family))],
    })
    if (!result.ok || !(await attempt(saveIndicator(session, result.indicator)))) return
    setSelected(new Map())
    onMade(result.indicator.id)
  }
  const chosen = [...selected.values()]
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'm' || event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    chooser.current?.querySelector('input')?.focus()
  }
  if (!clusters) return <p className={styles.empty}>{t('indicatorTable.unmatched.loading')}</p>
  if (left.length === 0) return <p className={styles.empty}>{t('indicatorTable.unmatched.none')}</p>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key that works anywhere on the page of the list
    <div className={styles.unmatched} onKeyDown={keys}>
      <div className={styles.bulk}>
        <Input
          allowClear
          className={styles.seek ?? ''}
          aria-label={t('indicatorTable.unmatched.find')}
          placeholder={t('indicatorTable.unmatched.find')}
          value={typed}
          onChange={({ target: field }) => setTyped(field.value)}
        />
        <span className="db-figures">{t('indicatorTable.unmatched.selected', { count: chosen.length })}</span>
        <div ref={chooser} className={styles.chooser}>
          <Select
            allowClear
            style={{ width: '100%' }}
            aria-label={t('indicatorTable.unmatched.choose')}
            placeholder={`${t('indicatorTable.unmatched.choose')} (M)`}
            showSearch={{
              filterOption: (words, option) => option?.search.includes(words.toLocaleLowerCase()) ?? false,
            }}
            options={options}
            value={target}
            onChange={(value: string | undefined) => setTarget(value ?? null)}
          />
        </div>
        <Button
          type="primary"
          disabled={chosen.length === 0 || !target}
          onClick={() => target && void map(chosen, target)}
        >
          {t('indicatorTable.unmatched.mapButton')}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => void make(chosen)}>
          {t('indicatorTable.unmatched.newIndicator')}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => setSelected(new Map())}>
          {t('indicatorTable.unmatched.clear')}
        </Button>
      </div>
      <ClusterList
        rows={rows}
        selected={selected}
        onSelect={setSelected}
        onOpen={(key, shown) =>
          setOpen((before) => new Set(shown ? [...before, key] : [...before].filter((one) => one !== key)))
        }
        onMap={(phrases, indicator) => void map(phrases, indicator)}
      />
    </div>
  )
}
