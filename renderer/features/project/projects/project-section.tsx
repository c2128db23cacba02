import { Button } from 'antd'
import {
  ArrowLeftRight,
  Combine,
  Copy,
  FilePlus2,
  FolderOpen,
  PackageOpen,
  Pencil,
  RotateCcw,
  Save,
  Trash2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../storage'
import { IconButton } from '../../../ui/icon-button'
import { runCommand } from '../../../workbench'
import { openPackage } from '../packages/open-package'
import { savePackage } from '../packages/save-package'
import { ask } from './asking'
import { attempt } from './change'
import { sizeText, timeText } from './measures'
import styles from './projects.module.css'
import type { ListedProject, ProjectList } from './use-projects'

function Facts({ project }: { project: ListedProject }) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <td className="db-figures">{t('projects.sources', { count: project.sources })}</td>
      <td className="db-figures">{sizeText(project.bytes, i18n.language)}</td>
    </>
  )
}

function ProjectRow({ project, current }: { project: ListedProject; current: boolean }) {
  const { t, i18n } = useTranslation()
  const { id, name } = project
  return (
    <tr aria-current={current || undefined} className={current ? styles.current : undefined}>
      <th scope="row">
        <span className="db-selectable">{name}</span>
        {current && <span className={styles.badge}>{t('projects.current')}</span>}
      </th>
      <Facts project={project} />
      <td>{timeText(project.usedAt, i18n.language)}</td>
      <td className={styles.actions}>
        {!current && (
          <IconButton
            icon={FolderOpen}
            label={t('projects.switch', { name })}
            onClick={() => void attempt('project:switch', { id })}
          />
        )}
        <IconButton
          icon={Pencil}
          label={t('projects.renameNamed', { name })}
          onClick={() => ask({ type: 'rename', project })}
        />
        <IconButton
          icon={Copy}
          label={t('projects.duplicateNamed', { name })}
          onClick={() => ask({ type: 'duplicate', project })}
        />
        <IconButton
          icon={Trash2}
          label={t('projects.removeNamed', { name })}
          onClick={() => ask({ type: 'remove', project })}
        />
      </td>
    </tr>
  )
}

function BinRow({ project }: { project: ProjectList['bin'][number] }) {
  const { t, i18n } = useTranslation()
  const { id, name } = project
  return (
    <tr>
      <th scope="row">{name}</th>
      <Facts project={project} />
      <td>{timeText(project.removedAt, i18n.language)}</td>
      <td className={styles.actions}>
        <IconButton
          icon={RotateCcw}
          label={t('projects.recoverNamed', { name })}
          onClick={() => void attempt('project:recover', { id })}
        />
        <IconButton
          icon={Trash2}
          label={t('projects.eraseNamed', { name })}
          onClick={() => ask({ type: 'erase', project })}
        />
      </td>
    </tr>
  )
}

function Heads({ last }: { last: string }) {
  const { t } = useTranslation()
  return (
    <thead>
      <tr>
        <th scope="col">{t('projects.name')}</th>
        <th scope="col">{t('projects.sourcesHead')}</th>
        <th scope="col">{t('projects.size')}</th>
        <th scope="col">{last}</th>
        <td className={styles.actions} />
      </tr>
    </thead>
  )
}

/** The projects of the profile, its bin, and packages. */
export function ProjectSection({ list }: { list: ProjectList }) {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <section aria-labelledby="projects-list">
      <h2 id="projects-list" className={styles.heading}>
        {t('projects.list')}
      </h2>
      <table className={styles.table}>
        <Heads last={t('projects.usedAt')} />
        <tbody>
          {list.projects.map((project) => (
            <ProjectRow key={project.id} project={project} current={project.id === list.current} />
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        <Button data-focus-first icon={<FilePlus2 size={14} aria-hidden />} onClick={() => ask({ type: 'create' })}>
          {t('projects.create.button')}
        </Button>
        <Button icon={<Save size={14} aria-hidden />} onClick={() => void savePackage(session)}>
          {t('projects.package.save')}
        </Button>
        <Button icon={<PackageOpen size={14} aria-hidden />} onClick={() => void openPackage()}>
          {t('projects.package.open')}
        </Button>
        <Button icon={<ArrowLeftRight size={14} aria-hidden />} onClick={() => void runCommand('view.exchange')}>
          {t('exchange.title')}
        </Button>
        <Button icon={<Combine size={14} aria-hidden />} onClick={() => runCommand('view.merge')}>
          {t('merge.show')}
        </Button>
      </div>
      <p className={styles.hint}>{t('projects.package.hint')}</p>
      {list.bin.length > 0 && (
        <>
          <h3 className={styles.subheading}>{t('projects.bin')}</h3>
          <table className={styles.table}>
            <Heads last={t('projects.removedAt')} />
            <tbody>
              {list.bin.map((project) => (
                <BinRow key={project.id} project={project} />
              ))}
            </tbody>
          </table>
          <p className={styles.hint}>{t('projects.binHint')}</p>
        </>
      )}
    </section>
  )
}
