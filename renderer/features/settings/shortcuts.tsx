import { useTranslation } from 'react-i18next'
import { displayKeys, useCommands } from '../../workbench'
import styles from './settings.module.css'

/** All commands that have keys, by the feature they belong to. */
export function Shortcuts() {
  const { t } = useTranslation()
  const commands = useCommands().filter((command) => (command.keys?.length ?? 0) > 0)
  return (
    <>
      <h2 className={styles.subheading}>{t('settings.keys.title')}</h2>
      <table className={styles.keys}>
        <thead>
          <tr>
            <th scope="col">{t('settings.keys.command')}</th>
            <th scope="col">{t('settings.keys.keys')}</th>
            <th scope="col">{t('settings.keys.where')}</th>
          </tr>
        </thead>
        <tbody>
          {commands.map((command) => (
            <tr key={command.id}>
              <td>{t(command.titleKey)}</td>
              <td>
                {command.keys?.map((keys) => (
                  <kbd key={keys} className={styles.key}>
                    {displayKeys(keys)}
                  </kbd>
                ))}
              </td>
              <td>{t(command.scope ? `settings.keys.scope.${command.scope}` : 'settings.keys.everywhere')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
