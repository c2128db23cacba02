import { Button, Modal } from 'antd'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Place } from '#shared/model/place'
import { listUserPlaces, type ProjectDatabase, removePlace, useLive, useSession } from '../../storage'
import { IconButton } from '../../ui/icon-button'
import { attempt } from './attempt'
import { type Directory, useDirectory } from './directory'
import styles from './places.module.css'
import { askForPlace, placesState, usePlacesState } from './state'

interface OwnPlace {
  place: Place
  /** How many reports are of it. */
  reports: number
}

async function listOwn(db: ProjectDatabase): Promise<OwnPlace[]> {
  const places = await listUserPlaces(db)
  if (places.length === 0) return []
  const codes = new Set(places.map(({ code }) => code))
  const counts = new Map<string, number>()
  for (const { place } of await db.reports.filter((report) => codes.has(report.place?.code ?? '')).toArray())
    counts.set(place?.code ?? '', (counts.get(place?.code ?? '') ?? 0) + 1)
  return places.map((place) => ({ place, reports: counts.get(place.code) ?? 0 }))
}

const done = () => undefined

function Line({ own: { place, reports }, directory }: { own: OwnPlace; directory: Directory | null }) {
  const { t } = useTranslation()
  const session = useSession()
  const above = directory?.above(place).map(({ name }) => name)
  return (
    <li className={styles.line}>
      <span className={styles.what}>
        <span>{place.name}</span>
        <span className={styles.quiet}>
          {[t(`library.level.${place.level}`), place.short, ...(above ?? [])].join(' · ')}
        </span>
      </span>
      <span className={`${styles.quiet} db-figures`}>{t('places.own.reports', { count: reports })}</span>
      <IconButton
        icon={Pencil}
        size={14}
        label={t('places.own.change', { name: place.name })}
        onClick={() => placesState.setState({ form: { place, name: place.name, parent: place.parent, done } })}
      />
      <IconButton
        icon={Trash2}
        size={14}
        label={t('places.own.remove', { name: place.name })}
        onClick={() => void attempt(removePlace(session, place.code))}
      />
    </li>
  )
}

function OwnPlaces() {
  const { t } = useTranslation()
  const own = useLive(listOwn, [])
  const directory = useDirectory()
  return (
    <>
      <p className={styles.hint}>{t('places.own.what')}</p>
      {own?.length === 0 && <p>{t('places.own.none')}</p>}
      <ul className={styles.lines}>
        {own?.map((line) => (
          <Line key={line.place.code} own={line} directory={directory} />
        ))}
      </ul>
      <Button
        icon={<Plus size={14} aria-hidden />}
        autoFocus
        onClick={() => askForPlace({ name: '', parent: null, done })}
      >
        {t('places.own.add')}
      </Button>
    </>
  )
}

/** The list of places that the user added, to rename and remove them. */
export function OwnPlacesDialog() {
  const { t } = useTranslation()
  const open = usePlacesState((state) => state.listing)
  return (
    <Modal
      open={open}
      width={520}
      title={t('places.own.title')}
      footer={null}
      destroyOnHidden
      onCancel={() => placesState.setState({ listing: false })}
    >
      <OwnPlaces />
    </Modal>
  )
}
