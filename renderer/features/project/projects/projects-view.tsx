import { useTranslation } from 'react-i18next'
import { BackupSection } from '../backups/backup-section'
import { CheckSection } from '../check/check-section'
import { ProjectSection } from './project-section'
import styles from './projects.module.css'
import { useProjects } from './use-projects'

/** 课题与备份: which projects there are, their packages and backups, and whether all of the open one is sound. */
export function ProjectsView() {
  const { t } = useTranslation()
  const list = useProjects()
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.title}>{t('projects.title')}</h1>
        {list ? <ProjectSection list={list} /> : <p className={styles.hint}>{t('projects.reading')}</p>}
        <BackupSection />
        <CheckSection />
      </div>
    </div>
  )
}
