import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { message } from '#shared/model/identity'
import { listIndicators, removeIndicator, saveIndicator, useLive, useSession } from '../../storage'
import { notify } from '../../workbench'
import { attempt } from '../places'
import { newIndicatorId } from './draft'
import { IndicatorForm } from './indicator-form'
import { IndicatorList } from './indicator-list'
import styles from './indicators.module.css'
import { useDictionary } from './use-dictionary'

/** 指标表: the dictionary, and what the user adds to it. */
export function IndicatorsView() {
  const { t } = useTranslation()
  return (
    <div className={styles.view} data-key-scope="indicators">
      <header className={styles.head}>
        <h1 className={styles.title}>{t('indicatorTable.title')}</h1>
        <p className={styles.what}>{t('indicatorTable.what.list')}</p>
      </header>
      <Editor />
    </div>
  )
}

function Editor() {
  const { t } = useTranslation()
  const session = useSession()
  const dictionary = useDictionary()
  const own = useLive(listIndicators, [])
  const [selected, setSelected] = useState('gdp')
  /** The id of an indicator that is being added and not stored yet. */
  const [adding, setAdding] = useState<string | null>(null)
  const changed = new Set(own?.map(({ id }) => id))
  const id = adding ?? selected
  const indicator = dictionary.byId(id)
  const stored = own?.find((one) => one.id === id)
  const select = (next: string) => {
    setAdding(null)
    setSelected(next)
  }
  return (
    <div className={styles.body}>
      <IndicatorList
        indicators={dictionary.indicators}
        changed={changed}
        selected={id}
        onSelect={select}
        onAdd={() => setAdding(newIndicatorId())}
      />
      {(indicator || adding) && (
        <IndicatorForm
          // What is stored may change under the form: an undo, another window.
          key={`${id} ${JSON.stringify(stored ?? null)}`}
          id={id}
          indicator={stored ?? indicator}
          changed={stored !== undefined}
          onSave={async (next) => {
            if (!(await attempt(saveIndicator(session, next)))) return
            select(next.id)
            notify('success', message('indicatorTable.saved', { name: next.name }))
          }}
          onRemove={async () => {
            if (!(await attempt(removeIndicator(session, id)))) return
            if (!dictionary.byId(id)) select('gdp')
            notify('success', message('indicatorTable.removed', { name: indicator?.name ?? '' }))
          }}
        />
      )}
      {own === undefined && <p className={styles.empty}>{t('app.layout.loading')}</p>}
    </div>
  )
}
