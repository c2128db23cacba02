import { Button } from 'antd'
import { FolderInput, RotateCw } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { listen } from '../../bridge'
import styles from './offer-list.module.css'
import {
  discardInterrupted,
  dismissWatched,
  type Interrupted,
  importWatched,
  readInterrupted,
  readWatched,
  resumeInterrupted,
  useOffers,
  type Watched,
} from './offers'

interface OfferProps {
  icon: typeof RotateCw
  title: string
  text: string
  children: ReactNode
}

function Offer({ icon: Icon, title, text, children }: OfferProps) {
  return (
    <li className={styles.offer}>
      <Icon size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
      <div className={styles.what}>
        <p className={styles.title}>{title}</p>
        <p className={`${styles.text} db-figures`}>{text}</p>
        <div className={styles.actions}>{children}</div>
      </div>
    </li>
  )
}

function InterruptedOffer({ interrupted }: { interrupted: Interrupted }) {
  const { t } = useTranslation()
  const { total, done, roots } = interrupted
  const [first = ''] = roots
  const named = roots.length > 1 ? t('import.offer.more', { first, count: roots.length }) : first
  const text = t(`import.offer.${total === 0 ? 'interruptedEarly' : 'interruptedCounts'}`, {
    roots: named,
    total,
    done,
  })
  return (
    <Offer icon={RotateCw} title={t('import.offer.interrupted')} text={text}>
      <Button size="small" type="primary" onClick={resumeInterrupted}>
        {t('import.offer.resume')}
      </Button>
      <Button size="small" onClick={discardInterrupted}>
        {t('import.offer.discard')}
      </Button>
    </Offer>
  )
}

function WatchedOffer({ watched: { folder, files } }: { watched: Watched }) {
  const { t } = useTranslation()
  const [first = ''] = files
  const named = files.length > 1 ? t('import.offer.more', { first, count: files.length }) : first
  return (
    <Offer icon={FolderInput} title={t('import.offer.watched', { count: files.length })} text={`${folder}\n${named}`}>
      <Button size="small" type="primary" onClick={() => importWatched(folder)}>
        {t('import.offer.importNew')}
      </Button>
      <Button size="small" onClick={() => dismissWatched(folder)}>
        {t('import.offer.dismiss')}
      </Button>
    </Offer>
  )
}

/** Offers what could be imported: the rest of an import that was cut off, new files in watched folders. */
export function OfferList() {
  const { t } = useTranslation()
  const { interrupted, watched } = useOffers()
  useEffect(() => {
    void readInterrupted()
    void readWatched()
    return listen('watch:found', () => void readWatched())
  }, [])
  const found = watched.filter(({ files }) => files.length > 0)
  if (!interrupted && found.length === 0) return null
  return (
    <section className={styles.area} aria-label={t('import.offer.label')}>
      <ul className={styles.list}>
        {interrupted && <InterruptedOffer interrupted={interrupted} />}
        {found.map((each) => (
          <WatchedOffer key={each.folder} watched={each} />
        ))}
      </ul>
    </section>
  )
}
