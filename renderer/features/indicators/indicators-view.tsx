import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { message } from '#shared/model/identity'
import { listIndicators, removeIndicator, saveIndicator, useLive, useSession } from '../../storage'
import { notify, type ViewProps } from '../../workbench'
import { attempt } from '../places'
import { type IndicatorFields, isOwn, newIndicatorId } from './draft'
import { IndicatorForm } from './indicator-form'
import { IndicatorList } from './indicator-list'
import styles from './indicators.module.css'
import { UnmatchedPhrases } from './unmatched-phrases'
import { useDictionary } from './use-dictionary'

type Page = 'list' | 'unmatched'

type Drafts = ReadonlyMap<string, IndicatorFields>

/** The indicator that the list begins with. */
const FIRST = 'gdp'

interface EditorProps {
  /** The indicator that is shown at first. */
  first: string
  drafts: Drafts
  onDrafts: (change: (before: Drafts) => Drafts) => void
}

/** 指标表: the dictionary, what the user adds to it, and the phrases of the reports that it does not know. */
export function IndicatorsView({ params }: ViewProps) {
  const { t } = useTranslation()
  const [page, setPage] = useState<Page>(params.page === 'unmatched' ? 'unmatched' : 'list')
  /** The indicator that was just made of phrases: the list opens at it. */
  const [made, setMade] = useState<string | null>(null)
  /** Forms that are not saved yet, by indicator: looking something up elsewhere in the list must not lose them. */
  const [drafts, setDrafts] = useState<Drafts>(new Map())
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
        <Editor first={made ?? FIRST} drafts={drafts} onDrafts={setDrafts} />
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

function Editor({ first, drafts, onDrafts }: EditorProps) {
  const { t } = useTranslation()
  const session = useSession()
  const dictionary = useDictionary()
  const own = useLive(listIndicators, [])
  const [selected, setSelected] = useState(first)
  /** The id of an indicator that is being added. */
  const [adding, setAdding] = useState(newIndicatorId)
  const changed = new Set(own?.map(({ id }) => id))
  // One of the user's own goes when its making is undone.
  const id = selected === adding || dictionary.byId(selected) ? selected : FIRST
  const indicator = dictionary.byId(id)
  const stored = own?.find((one) => one.id === id)
  const add = () => {
    const next = dictionary.byId(adding) ? newIndicatorId() : adding
    setAdding(next)
    setSelected(next)
  }
  const keep = (fields: IndicatorFields | null) =>
    onDrafts((before) => {
      const next = new Map(before)
      if (fields) next.set(id, fields)
      else next.delete(id)
      return next
    })
  return (
    <div className={styles.body}>
      <IndicatorList
        indicators={dictionary.indicators}
        changed={changed}
        unsaved={drafts}
        selected={id}
        onSelect={setSelected}
        onAdd={add}
      />
      {own && (
        <IndicatorForm
          // What is stored may change under the form: an undo, another window.
          key={`${id} ${JSON.stringify(stored ?? null)}`}
          id={id}
          indicator={stored ?? indicator}
          changed={stored !== undefined}
          draft={drafts.get(id) ?? null}
          others={dictionary.indicators}
          onDraft={keep}
          onSave={async (next) => {
            // What is stored then shows the form anew: what was typed must not come up over it.
            keep(null)
            if (!(await attempt(saveIndicator(session, next)))) return
            notify('success', message('indicatorTable.saved', { name: next.name }))
          }}
          onRemove={async () => {
            if (!(await attempt(removeIndicator(session, id)))) return
            keep(null)
            if (isOwn(id)) setSelected(FIRST)
            notify('success', message('indicatorTable.removed', { name: indicator?.name ?? '' }))
          }}
        />
      )}
      {own === undefined && <p className={styles.empty}>{t('app.layout.loading')}</p>}
    </div>
  )
}
