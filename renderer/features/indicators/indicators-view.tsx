import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { message } from '#shared/model/identity'
import { listIndicators, removeIndicator, saveIndicator, useLive, useSession } from '../../storage'
import { notify, type ViewProps } from '../../workbench'
import { attempt } from '../places'
import { newIndicatorId } from './draft'
import { IndicatorForm } from './indicator-form'
import { IndicatorList } from './indicator-list'
import styles from './indicators.module.css'
import { UnmatchedPhrases } from './unmatched-phrases'
import { useDictionary } from './use-dictionary'

type Page = 'list' | 'unmatched'

/** 指标表: the dictionary, what the user adds to it, and the phrases of the reports that it does not know. */
export function IndicatorsView({ params }: ViewProps) {
  const { t } = useTranslation()
  const [page, setPage] = useState<Page>(params.page === 'unmatched' ? 'unmatched' : 'list')
  /** The indicator that was just made of phrases: the list opens at it. */
  const [made, setMade] = useState<string | null>(null)
  return (
    <div className={styles.view} data-key-scope="indicators">
      <header className={styles.head}>
        <h1 className={styles.title}>{t('indicatorTable.title')}</h1>
        <Segmented<Page>
          value={page}
          onChange={setPage}
          options={[
            { value: 'list', label: t('indicatorTable.page.list') },
            { value: 'unmatched', label: t('indicatorTable.page.unmatched') },
          ]}
        />
        <p className={styles.what}>{t(`indicatorTable.what.${page}`)}</p>
      </header>
      {page === 'list' ? (
        <Editor first={made ?? 'gdp'} />
      ) : (
        <UnmatchedPhrases
          onMade={(indicator) => {
            setMade(indicator)
            setPage('list')
          }}
        />
      )}
    </div>
  )
}

function Editor({ first }: { first: string }) {
  const { t } = useTranslation()
  const session = useSession()
  const dictionary = useDictionary()
  const own = useLive(listIndicators, [])
  const [selected, setSelected] = useState(first)
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
