import { Button } from 'antd'
import { FileText, FolderOpen, Library, PackageOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../workbench'
import styles from './empty-library.module.css'

const STEPS = ['import', 'read', 'compare'] as const

/** What the library shows before anything is in it: what this is, and how to begin. */
export function EmptyLibrary() {
  const { t } = useTranslation()
  return (
    <div className={styles.page}>
      <div className={styles.card}>
        <Library size={36} strokeWidth={1.25} aria-hidden className={styles.mark} />
        <h1 className={styles.title}>{t('library.empty.title')}</h1>
        <p className={styles.what}>{t('library.empty.what')}</p>
        <div className={styles.actions}>
          <Button
            type="primary"
            data-focus-first
            size="large"
            icon={<PackageOpen size={16} aria-hidden />}
            onClick={() => runCommand('import.sample')}
          >
            {t('library.empty.sample')}
          </Button>
          <Button size="large" icon={<FileText size={16} aria-hidden />} onClick={() => runCommand('import.files')}>
            {t('library.empty.files')}
          </Button>
          <Button size="large" icon={<FolderOpen size={16} aria-hidden />} onClick={() => runCommand('import.folder')}>
            {t('library.empty.folder')}
          </Button>
        </div>
        <p className={styles.hint}>{t('library.empty.drop')}</p>
        <ol className={styles.steps}>
          {STEPS.map((step) => (
            <li key={step}>
              <strong>{t(`library.empty.steps.${step}.title`)}</strong>
              <span>{t(`library.empty.steps.${step}.text`)}</span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}
