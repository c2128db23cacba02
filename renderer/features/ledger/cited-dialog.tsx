import { Button, Modal } from 'antd'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import type { LedgerRow } from '#shared/compare/ledger/ledger-types'
import { isIndicatorId } from '#shared/compare/offer'
import type { CitedFigure } from '#shared/model/ledger'
import { listCitedFigures, removeCitedFigures, saveCitedFigure, useLive, useSession } from '../../storage'
import { IconButton } from '../../ui/icon-button'
import { nameIn, useDictionary } from '../indicators'
import { attempt } from '../places'
import { draftOf, emptyDraft, savedOf } from './cited-draft'
import { CitedForm } from './cited-form'
import detail from './detail.module.css'
import styles from './ledger.module.css'
import type { PlaceChoice } from './lines'
import { ledgerState, useLedgerState } from './state'
import type { LedgerWords } from './use-words'

interface CitedDialogProps {
  places: readonly PlaceChoice[]
  /** Rows of the place, whose phrases are offered. */
  rows: readonly LedgerRow[]
  words: LedgerWords
}

/** The indicators of the dictionary, and the phrases of targets that it does not know. */
function useIndicators(rows: readonly LedgerRow[], { language }: LedgerWords) {
  const dictionary = useDictionary()
  return useMemo(() => {
    const known = dictionary.indicators
      .filter(({ id }) => isIndicatorId(id))
      .map((one) => ({ value: one.id, label: nameIn(one, language) }))
    const phrases = new Set(rows.flatMap(({ target }) => (target.canonical === '' ? target.indicator : [])))
    return [...known, ...[...phrases].map((value) => ({ value, label: value }))]
  }, [dictionary, rows, language])
}

interface ListProps extends CitedDialogProps {
  figures: readonly CitedFigure[]
}

/** The figures that were typed in. */
function Figures({ figures, places, words }: ListProps) {
  const { t } = words
  const session = useSession()
  const place = (code: string): string => places.find((one) => one.code === code)?.name ?? code
  return (
    <ul className={detail.cited}>
      {figures.map((figure) => {
        const { id, year, indicator, value, high, unit, comparator, kind, genre, citation } = figure
        const name = `${place(figure.place)} ${year} ${words.indicator(indicator)}`
        return (
          <li key={id}>
            <span className={`${styles.two} ${detail.wraps}`}>
              <span>
                {name}{' '}
                <strong className="db-figures">
                  {t(`compare.comparator.${comparator}`)} {value}
                  {high === null ? '' : `–${high}`}
                  {unit}
                </strong>{' '}
                <span className={styles.quiet}>{t(`compare.kind.${kind}`)}</span>
              </span>
              <small>
                {t(`ledgerView.genre.${genre}`)} · {citation}
              </small>
            </span>
            <IconButton
              icon={Pencil}
              size={14}
              label={t('ledgerView.cited.change', { name })}
              onClick={() => ledgerState.setState({ draft: draftOf(figure) })}
            />
            <IconButton
              icon={Trash2}
              size={14}
              label={t('ledgerView.cited.remove', { name })}
              onClick={() => void attempt(removeCitedFigures(session, [id]))}
            />
          </li>
        )
      })}
    </ul>
  )
}

function Body(props: CitedDialogProps) {
  const { places, rows, words } = props
  const { t } = words
  const session = useSession()
  const figures = useLive(listCitedFigures, [])
  const indicators = useIndicators(rows, words)
  const draft = useLedgerState((state) => state.draft)
  const save = async () => {
    const figure = draft && savedOf(draft)
    if (figure && (await attempt(saveCitedFigure(session, figure)))) ledgerState.setState({ draft: null })
  }
  const { place, year } = ledgerState.getState()
  const begin = () =>
    ledgerState.setState({
      draft: emptyDraft(place ?? places[0]?.code ?? '', year ?? places[0]?.years[0] ?? new Date().getFullYear()),
    })
  return (
    <>
      <p className={styles.quiet}>{t('ledgerView.cited.what')}</p>
      {draft ? (
        <CitedForm
          draft={draft}
          places={places}
          indicators={indicators}
          words={words}
          onChange={(changed) => ledgerState.setState({ draft: changed })}
          onSave={() => void save()}
          onCancel={() => ledgerState.setState({ draft: null })}
        />
      ) : (
        <>
          {figures?.length === 0 && <p>{t('ledgerView.cited.none')}</p>}
          <Figures {...props} figures={figures ?? []} />
          <Button icon={<Plus size={14} aria-hidden />} autoFocus onClick={begin}>
            {t('ledgerView.cited.add')}
          </Button>
        </>
      )}
    </>
  )
}

/** 引用数据: results that no report of the library gives, typed in with where they stand. */
export function CitedDialog(props: CitedDialogProps) {
  const open = useLedgerState((state) => state.dialog === 'cited')
  return (
    <Modal
      open={open}
      width={620}
      title={props.words.t('ledgerView.cited.title')}
      footer={null}
      destroyOnHidden
      onCancel={() => ledgerState.setState({ dialog: null, draft: null })}
    >
      <Body {...props} />
    </Modal>
  )
}
