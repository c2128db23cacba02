import { Button, Input, InputNumber, Modal, Select } from 'antd'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isIndicatorId } from '#shared/compare/offer'
import type { SeriesBreak } from '#shared/model/audit'
import {
  listReports,
  listSeriesBreaks,
  removeSeriesBreak,
  type SeriesBreakDraft,
  saveSeriesBreak,
  useLive,
  useSession,
} from '../../storage'
import { IconButton } from '../../ui/icon-button'
import { nameOf, useDictionary } from '../indicators'
import { attempt } from '../places'
import styles from './audit.module.css'
import { auditState, useAuditState } from './state'

const CAUSES: readonly SeriesBreak['cause'][] = ['division', 'census', 'definition', 'method', 'other']

const NEW: SeriesBreakDraft = {
  places: [],
  indicators: [],
  year: new Date().getFullYear() - 1,
  cause: 'definition',
  note: '',
}

interface Option {
  value: string
  label: string
}

/** The places of the library and the indicators of the dictionary. */
function useOptions(): { places: Option[]; indicators: Option[] } {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  const reports = useLive(listReports, [])
  const places = new Map((reports ?? []).flatMap(({ place }) => (place ? [[place.code, place.name]] : [])))
  return {
    places: [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, label]) => ({ value, label })),
    indicators: dictionary.indicators
      .filter(({ id }) => isIndicatorId(id))
      .map(({ id }) => ({ value: id, label: nameOf(dictionary, id, i18n.language, t) })),
  }
}

type Options = ReturnType<typeof useOptions>

interface FormProps {
  draft: SeriesBreakDraft
  options: Options
  onChange: (draft: SeriesBreakDraft) => void
  onSave: () => void
  onCancel: () => void
}

function Form({ draft, options, onChange, onSave, onCancel }: FormProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.breakForm}>
      <span>{t('auditView.breaksDialog.year')}</span>
      <InputNumber
        autoFocus
        aria-label={t('auditView.breaksDialog.year')}
        min={1949}
        max={2100}
        precision={0}
        value={draft.year}
        onChange={(year) => onChange({ ...draft, year: year ?? draft.year })}
      />
      <span>{t('auditView.breaksDialog.cause')}</span>
      <Select
        aria-label={t('auditView.breaksDialog.cause')}
        value={draft.cause}
        options={CAUSES.map((value) => ({ value, label: t(`auditView.cause.${value}`) }))}
        onChange={(cause) => onChange({ ...draft, cause })}
      />
      <span>{t('auditView.breaksDialog.places')}</span>
      <Select
        mode="multiple"
        aria-label={t('auditView.breaksDialog.places')}
        placeholder={t('auditView.breaksDialog.allPlaces')}
        showSearch={{ optionFilterProp: 'label' }}
        value={draft.places}
        options={options.places}
        onChange={(places) => onChange({ ...draft, places })}
      />
      <span>{t('auditView.breaksDialog.indicators')}</span>
      <Select
        mode="multiple"
        aria-label={t('auditView.breaksDialog.indicators')}
        placeholder={t('auditView.breaksDialog.allIndicators')}
        showSearch={{ optionFilterProp: 'label' }}
        value={draft.indicators}
        options={options.indicators}
        onChange={(indicators) => onChange({ ...draft, indicators })}
      />
      <span>{t('auditView.breaksDialog.note')}</span>
      <Input
        aria-label={t('auditView.breaksDialog.note')}
        value={draft.note}
        onChange={({ target }) => onChange({ ...draft, note: target.value })}
        onPressEnter={onSave}
      />
      <span />
      <span className={styles.buttons}>
        <Button type="primary" disabled={draft.note.trim() === ''} onClick={onSave}>
          {t('auditView.breaksDialog.save')}
        </Button>
        <Button onClick={onCancel}>{t('auditView.breaksDialog.cancel')}</Button>
      </span>
    </div>
  )
}

function Breaks() {
  const { t } = useTranslation()
  const session = useSession()
  const breaks = useLive(listSeriesBreaks, [])
  const options = useOptions()
  const [draft, setDraft] = useState<SeriesBreakDraft | null>(null)
  const names = (codes: readonly string[], from: readonly Option[], all: string): string =>
    codes.length === 0
      ? t(all)
      : codes.map((code) => from.find(({ value }) => value === code)?.label ?? code).join('、')
  const save = async () => {
    if (!draft || draft.note.trim() === '') return
    if (await attempt(saveSeriesBreak(session, { ...draft, note: draft.note.trim() }))) setDraft(null)
  }
  return (
    <>
      <p className={styles.quiet}>{t('auditView.breaksDialog.what')}</p>
      {breaks?.length === 0 && !draft && <p>{t('auditView.breaksDialog.none')}</p>}
      <ul className={styles.breaks}>
        {breaks?.map((one) => (
          <li key={one.id}>
            <span className={styles.ruleWords}>
              <strong className="db-figures">{t('auditView.breaksDialog.from', { year: one.year })}</strong>
              <span>{t(`auditView.cause.${one.cause}`)}</span>
              <span>{one.note}</span>
              <span className={styles.quiet}>
                {names(one.places, options.places, 'auditView.breaksDialog.allPlaces')} ·{' '}
                {names(one.indicators, options.indicators, 'auditView.breaksDialog.allIndicators')}
              </span>
            </span>
            <IconButton
              icon={Pencil}
              size={14}
              label={t('auditView.breaksDialog.change', { note: one.note })}
              onClick={() => setDraft(one)}
            />
            <IconButton
              icon={Trash2}
              size={14}
              label={t('auditView.breaksDialog.remove', { note: one.note })}
              onClick={() => void attempt(removeSeriesBreak(session, one.id))}
            />
          </li>
        ))}
      </ul>
      {draft ? (
        <Form
          draft={draft}
          options={options}
          onChange={setDraft}
          onSave={() => void save()}
          onCancel={() => setDraft(null)}
        />
      ) : (
        <Button icon={<Plus size={14} aria-hidden />} autoFocus onClick={() => setDraft(NEW)}>
          {t('auditView.breaksDialog.add')}
        </Button>
      )}
    </>
  )
}

/** 断点: the breaks in series that the user knows of, beside those that come with the program. */
export function BreaksDialog() {
  const { t } = useTranslation()
  const open = useAuditState((state) => state.dialog === 'breaks')
  return (
    <Modal
      open={open}
      width={640}
      title={t('auditView.breaksDialog.title')}
      footer={null}
      destroyOnHidden
      onCancel={() => auditState.setState({ dialog: null })}
    >
      <Breaks />
    </Modal>
  )
}
