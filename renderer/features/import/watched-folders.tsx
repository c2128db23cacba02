import { Button } from 'antd'
import { FolderPlus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { unwatchFolder, useOffers, watchFolder } from './offers'
import styles from './watched-folders.module.css'

/** The folders that are watched for new files, to add to and to take from: a part of the settings. */
export function WatchedFolders() {
  const { t } = useTranslation()
  const { folders, watched } = useOffers()
  const problemOf = (folder: string) => watched.find((each) => each.folder === folder)?.problem ?? null
  return (
    <div>
      {folders.length === 0 && <p className={styles.none}>{t('import.watch.none')}</p>}
      <ul className={styles.list}>
        {folders.map((folder) => {
          const problem = problemOf(folder)
          return (
            <li key={folder} className={styles.folder}>
              <span className={`${styles.path} db-selectable`}>{folder}</span>
              <IconButton
                icon={X}
                size={14}
                label={t('import.watch.remove', { folder })}
                onClick={() => unwatchFolder(folder)}
              />
              {problem && (
                <p className={styles.problem}>
                  {t('import.offer.problem', { problem: t(problem.key, problem.params) })}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      <Button icon={<FolderPlus size={14} aria-hidden />} onClick={watchFolder}>
        {t('import.watch.add')}
      </Button>
    </div>
  )
}
