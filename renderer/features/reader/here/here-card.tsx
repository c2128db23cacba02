import { useTranslation } from 'react-i18next'
import type { OpenReader } from '../active'
import { lyingIn } from './here-store'
import { LyingList } from './lying-list'

/** Everything that lies at a place, one of it current; it leaves the focus in the text. */
export function HereCard({ reader, offset, at }: { reader: OpenReader; offset: number; at: number }) {
  const { t } = useTranslation()
  const items = lyingIn(reader, offset)
  return (
    <section className="db-card" aria-label={t('reader.here.label')} aria-live="polite">
      <p className="db-popup-hint">
        {items.length > 1 && (
          <>
            {t('reader.here.oneOf', { current: at + 1, all: items.length })} <kbd>V</kbd>{' '}
          </>
        )}
        {t('reader.here.open')} <kbd>Enter</kbd>
      </p>
      <LyingList items={items} current={at} />
    </section>
  )
}
