import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Activity, displayKeys, runCommand, useCommand, useNavigation } from '../../workbench'
import { activitiesAt, viewOf } from '../registry'
import styles from './layout.module.css'
import { useSides } from './sides'

function ActivityButton({ activity }: { activity: Activity }) {
  const { t } = useTranslation()
  const current = useNavigation((state) => state.current?.type === activity.view)
  const side = viewOf(activity.view)?.area
  const shown = useSides((state) =>
    side && side !== 'main' ? state[side].open && state[side].active === activity.view : false,
  )
  const keys = useCommand(activity.command)?.keys?.[0]
  const label = t(activity.titleKey)
  const Icon = activity.icon
  const on = shown || (side === 'main' && current)
  return (
    <Tooltip title={keys ? `${label} (${displayKeys(keys)})` : label} placement="right" mouseEnterDelay={0.3}>
      <button
        type="button"
        className={styles.activity}
        aria-label={label}
        aria-pressed={on}
        onClick={() => runCommand(activity.command)}
      >
        <Icon size={20} strokeWidth={1.6} aria-hidden />
      </button>
    </Tooltip>
  )
}

/** The buttons at the left edge: what the window can show. */
export function ActivityBar() {
  const { t } = useTranslation()
  return (
    <nav className={styles.activities} aria-label={t('app.layout.activities')} data-area="activities">
      <h1 className="db-hidden">{t('app.title')}</h1>
      {activitiesAt('top').map((activity) => (
        <ActivityButton key={activity.id} activity={activity} />
      ))}
      <div className={styles.gap} />
      {activitiesAt('bottom').map((activity) => (
        <ActivityButton key={activity.id} activity={activity} />
      ))}
    </nav>
  )
}
