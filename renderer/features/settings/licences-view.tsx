import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { message } from '#shared/model/identity'
import { ShippedPackages } from '#shared/model/licence'
import { notify } from '../../workbench'
import styles from './settings.module.css'

async function read(): Promise<ShippedPackages> {
  const answer = await fetch('licences.json')
  return ShippedPackages.parse(await answer.json())
}

/** 第三方许可: every package that the program is made with, and the text of its licence. */
export function LicencesView() {
  const { t } = useTranslation()
  const [packages, setPackages] = useState<ShippedPackages | null>(null)
  useEffect(() => {
    read().then(setPackages, (error: unknown) =>
      notify('error', message('settings.licences.failed', { message: String(error) })),
    )
  }, [])
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.heading}>{t('settings.licences.title')}</h1>
        {packages && <p className={styles.hint}>{t('settings.licences.what', { count: packages.length })}</p>}
        {packages?.map(({ name, version, licence, text }) => (
          <details key={`${name} ${version}`} className={styles.licence}>
            <summary>
              {name} {version} <span className={styles.hint}>{licence}</span>
            </summary>
            <pre className="db-selectable">{text || t('settings.licences.none')}</pre>
          </details>
        ))}
      </div>
    </div>
  )
}
