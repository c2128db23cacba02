import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceRef } from '#shared/model/place'
import { ReportKind } from '#shared/model/report'
import { Provenance } from '#shared/model/source'
import { type ReportPatch, useSession } from '../../../storage'
import { PlaceField } from '../../places'
import { ORIGIN_FIELDS } from '../fields'
import { YearInput } from '../year-input'
import { changeMany } from './actions'
import styles from './bulk.module.css'
import { type BulkLine, closeBulk, reportIds, sourcesOf, useBulk } from './state'

const NOTHING = Provenance.parse({})

/** What the dialog sets; null and '' leave a field as it is. */
interface Wanted {
  place: PlaceRef | null
  year: number | null
  kind: ReportKind | null
  origin: Provenance
}

const patchOf = ({ place, year, kind }: Wanted): ReportPatch => ({
  ...(place && { place }),
  ...(year !== null && { year }),
  ...(kind && { kind }),
})

const originOf = ({ origin }: Wanted): Partial<Provenance> =>
  Object.fromEntries(Object.entries(origin).filter(([, value]) => value.trim() !== ''))

function Form({ lines }: { lines: readonly BulkLine[] }) {
  const { t } = useTranslation()
  const id = useId()
  const session = useSession()
  const [wanted, setWanted] = useState<Wanted>({ place: null, year: null, kind: null, origin: NOTHING })
  const set = (patch: Partial<Wanted>) => setWanted((before) => ({ ...before, ...patch }))
  const patch = patchOf(wanted)
  const origin = originOf(wanted)
  const reports = reportIds(lines).length
  const sets = Object.keys(patch).length + Object.keys(origin).length
  const save = () => {
    if (sets === 0) return
    closeBulk()
    void changeMany(session, lines, patch, origin)
  }
  return (
    <Modal
      open
      width={480}
      title={t('library.bulk.edit.title', { count: lines.length })}
      okText={t('library.bulk.edit.save', { count: lines.length })}
      okButtonProps={{ disabled: sets === 0 }}
      cancelText={t('library.bulk.cancel')}
      onOk={save}
      onCancel={closeBulk}
    >
      <p className={styles.hint}>{t('library.bulk.edit.what', { reports, sources: sourcesOf(lines).length })}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <span>{t('library.column.place')}</span>
        <PlaceField
          label={t('library.column.place')}
          placeholder={t('library.bulk.edit.keep')}
          autoFocus
          value={wanted.place}
          onChange={(place) => set({ place })}
        />
        <span>{t('library.column.year')}</span>
        <YearInput placeholder={t('library.bulk.edit.keep')} value={wanted.year} onChange={(year) => set({ year })} />
        <span>{t('library.column.kind')}</span>
        <Select
          allowClear
          aria-label={t('library.column.kind')}
          placeholder={t('library.bulk.edit.keep')}
          value={wanted.kind}
          options={ReportKind.options.map((value) => ({ value, label: t(`library.kind.${value}`) }))}
          onChange={(kind) => set({ kind: kind ?? null })}
        />
        {ORIGIN_FIELDS.map((field) => (
          <div key={field} className={styles.pair}>
            <label htmlFor={`${id}-${field}`}>{t(`library.origin.${field}`)}</label>
            <Input
              id={`${id}-${field}`}
              maxLength={500}
              placeholder={t('library.bulk.edit.keep')}
              value={wanted.origin[field]}
              onChange={({ target }) => set({ origin: { ...wanted.origin, [field]: target.value } })}
            />
          </div>
        ))}
        <button type="submit" hidden tabIndex={-1} />
      </form>
    </Modal>
  )
}

/** Sets place, year, kind and origin of one report or many; what is left open stays as it is. */
export function EditDialog() {
  const lines = useBulk('edit')
  return lines && <Form lines={lines} />
}
