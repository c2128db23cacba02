import { Input } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '#shared/model/source'
import { updateProvenance, useSession } from '../../../storage'
import { attempt } from '../../places'
import { ORIGIN_FIELDS } from '../fields'
import styles from './inspector.module.css'

/** 来源: where the source comes from, as the text told or the user noted. An address is text; nothing is fetched. */
export function Origin({ source }: { source: Source }) {
  const { t } = useTranslation()
  const id = useId()
  const session = useSession()
  const [origin, setOrigin] = useState(source.provenance)
  const stored = source.provenance
  const seen = useRef(stored)
  // Not by a key: with new fields the one that Tab went to would lose the focus, and what is being typed there.
  useEffect(() => {
    const news = ORIGIN_FIELDS.filter((field) => stored[field] !== seen.current[field])
    seen.current = stored
    if (news.length > 0)
      setOrigin((now) => ({ ...now, ...Object.fromEntries(news.map((field) => [field, stored[field]])) }))
  }, [stored])
  const keep = (field: (typeof ORIGIN_FIELDS)[number]) => {
    const value = origin[field].trim()
    if (value !== source.provenance[field]) void attempt(updateProvenance(session, source.hash, { [field]: value }))
  }
  return (
    <section aria-label={t('library.inspector.origin')}>
      <h3 className={styles.subtitle}>{t('library.inspector.origin')}</h3>
      <div className={styles.fields}>
        {ORIGIN_FIELDS.map((field) => (
          <div key={field} className={styles.pair}>
            <label htmlFor={`${id}-${field}`}>{t(`library.origin.${field}`)}</label>
            <Input
              id={`${id}-${field}`}
              maxLength={500}
              value={origin[field]}
              onChange={({ target }) => setOrigin({ ...origin, [field]: target.value })}
              onBlur={() => keep(field)}
              onPressEnter={() => keep(field)}
            />
          </div>
        ))}
      </div>
    </section>
  )
}
