import { useTranslation } from 'react-i18next'
import { NoticeList } from '../notices/notice-list'
import { PaletteDialog } from '../palette/palette-dialog'
import { overlays } from '../registry'
import { ActivityBar } from './activity-bar'
import { Dock } from './dock'
import styles from './layout.module.css'
import { SideArea } from './side-area'
import { StatusBar } from './status-bar'

/** The window of an opened project: activity bar, side areas, tabs, status bar, and what lies over them. */
export function Workbench({ project }: { project: string }) {
  const { t } = useTranslation()
  return (
    <div className={styles.window}>
      <div className={styles.body}>
        <ActivityBar />
        <SideArea side="left" />
        <div className={styles.middle}>
          <main className={styles.main} aria-label={t('app.layout.main')} data-area="main">
            <Dock project={project} />
          </main>
          <SideArea side="bottom" />
        </div>
        <SideArea side="right" />
      </div>
      <StatusBar />
      <PaletteDialog />
      <NoticeList />
      {overlays().map((Overlay) => (
        <Overlay key={Overlay.displayName ?? Overlay.name} />
      ))}
    </div>
  )
}
