import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PlaceLevel, PlaceLevel as PlaceLevels } from '#shared/model/place'
import { addPlace, type Session, updatePlace, useSession } from '../../storage'
import { attempt } from './attempt'
import { type Directory, useDirectory } from './directory'
import { levelOfName, ownShortName, type PlaceDraft, placeOf } from './own-place'
import { PlaceField } from './place-field'
import styles from './places.module.css'
import { type PlaceForm, placesState, usePlacesState } from './state'

const LEVELS: readonly PlaceLevel[] = PlaceLevels.options.filter((level) => level !== 'nation')

const close = () => placesState.setState({ form: null })

const draftOf = ({ place, name, parent }: PlaceForm): PlaceDraft =>
  place
    ? { name: place.name, short: place.short, level: place.level, parent: place.parent }
    : { name, short: '', level: levelOfName(name), parent }

async function keep(session: Session, form: PlaceForm, draft: PlaceDraft): Promise<void> {
  const fields = placeOf(draft)
  const { place } = form
  const code = place?.code ?? (await addPlace(session, fields)).code
  if (place) await updatePlace(session, place.code, fields)
  form.done({ code, ...fields })
}

/** A name that is there already is no reason to refuse it: two places of one name are told apart by what is above. */
const twin = (directory: Directory | null, form: PlaceForm, draft: PlaceDraft) =>
  directory
    ?.search(draft.name, 5)
    .find(
      ({ name, parent, code }) => name === draft.name.trim() && parent === draft.parent && code !== form.place?.code,
    )

function Form({ form }: { form: PlaceForm }) {
  const { t } = useTranslation()
  const id = useId()
  const session = useSession()
  const directory = useDirectory()
  const [draft, setDraft] = useState(() => draftOf(form))
  const set = (patch: Partial<PlaceDraft>) => setDraft((before) => ({ ...before, ...patch }))
  const above = draft.parent === null ? null : (directory?.byCode(draft.parent) ?? null)
  const same = twin(directory, form, draft)
  const ready = draft.name.trim() !== '' && !same
  const save = () => {
    if (!ready) return
    close()
    void attempt(keep(session, form, draft))
  }
  return (
    <Modal
      open
      width={440}
      title={t(form.place ? 'places.dialog.change' : 'places.dialog.add')}
      okText={t('places.dialog.save')}
      okButtonProps={{ disabled: !ready }}
      cancelText={t('places.dialog.cancel')}
      onOk={save}
      onCancel={close}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <label htmlFor={`${id}-name`}>{t('places.field.name')}</label>
        <Input
          id={`${id}-name`}
          autoFocus
          maxLength={60}
          value={draft.name}
          placeholder={t('places.dialog.nameHint')}
          onChange={({ target }) =>
            set({ name: target.value, ...(form.place ? {} : { level: levelOfName(target.value.trim()) }) })
          }
        />
        <label htmlFor={`${id}-short`}>{t('places.field.short')}</label>
        <Input
          id={`${id}-short`}
          maxLength={30}
          value={draft.short}
          placeholder={ownShortName(draft.name.trim())}
          onChange={({ target }) => set({ short: target.value })}
        />
        <span>{t('places.field.level')}</span>
        <Select
          aria-label={t('places.field.level')}
          value={draft.level}
          options={LEVELS.map((value) => ({ value, label: t(`library.level.${value}`) }))}
          onChange={(level) => set({ level })}
        />
        <span>{t('places.field.above')}</span>
        <PlaceField
          label={t('places.field.above')}
          adding={false}
          value={above}
          onChange={(place) => set({ parent: place?.code ?? null })}
        />
        {/* Enter in a field saves: a form with several needs a button for it. */}
        <button type="submit" hidden tabIndex={-1} />
      </form>
      <p className={styles.hint} role={same ? 'alert' : undefined}>
        {same ? t('places.dialog.twin', { place: directory?.label(same) ?? same.name }) : t('places.dialog.what')}
      </p>
    </Modal>
  )
}

/** The form for a place that the table of divisions lacks: 名称, 简称, 级别, 上级地区. */
export function PlaceDialog() {
  const form = usePlacesState((state) => state.form)
  return form && <Form key={form.place?.code ?? form.name} form={form} />
}
