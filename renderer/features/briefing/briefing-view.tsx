import { Segmented, Select } from 'antd'
import { useEffect } from 'react'
import { PaperKind } from '#shared/model/briefing-draft'
import { useSession } from '../../storage'
import { openView, setViewTitle, takeAsked, type ViewProps } from '../../workbench'
import { useComparison, useWords, type Words, type WorkingComparison } from '../compare'
import { BriefPane } from './brief-pane'
import styles from './briefing.module.css'
import { DeskPane } from './desk-pane'
import { follow, showKind, useDrafts } from './drafts'
import { EmptyLibrary } from './nothing'
import { TasksPane } from './tasks-pane'

const PANES = { desk: DeskPane, tasks: TasksPane, briefing: BriefPane } as const

interface HeadProps {
  kind: PaperKind
  working: WorkingComparison
  words: Words
  project: string
}

/** Which paper of which comparison. */
function Head({ kind, working, words: { t }, project }: HeadProps) {
  const { comparison, saved } = working
  const isSaved = saved.some(({ id }) => id === comparison.id)
  const options = [
    ...(isSaved ? [] : [{ value: comparison.id, label: comparison.name }]),
    ...saved.map(({ id, name }) => ({ value: id, label: id === comparison.id ? comparison.name : name })),
  ]
  return (
    <header className={styles.head}>
      <h1 className={styles.heading}>{t('briefing.title')}</h1>
      <Segmented<PaperKind>
        aria-label={t('briefing.kind.label')}
        value={kind}
        options={PaperKind.options.map((value, at) => ({
          value,
          label: <span title={String(at + 1)}>{t(`briefing.kind.${value}`)}</span>,
        }))}
        onChange={(value) => showKind(project, value)}
      />
      {kind !== 'tasks' && (
        <span className={styles.from}>
          <span className={styles.quiet}>{t('briefing.from')}</span>
          <Select<string>
            className={styles.comparison ?? ''}
            aria-label={t('briefing.from')}
            value={comparison.id}
            options={options}
            onChange={(id) => openView({ type: 'briefing', key: id, params: {} })}
          />
        </span>
      )}
    </header>
  )
}

/** 材料: comparisons, tasks and briefings on paper, as Word, PDF and Excel files. */
export function BriefingView({ viewKey, params, visible }: ViewProps) {
  const words = useWords()
  const { t } = words
  const project = useSession().project.id
  const working = useComparison(viewKey)
  const { kind } = useDrafts(project)
  useEffect(() => {
    if (takeAsked('briefing', viewKey)) follow(project, params)
  }, [project, viewKey, params])
  const name = working?.comparison.name
  useEffect(() => {
    if (name !== undefined) setViewTitle('briefing', viewKey, t('briefing.tab', { name }))
  }, [viewKey, name, t])
  if (!working) return <div className={styles.view} aria-busy="true" />
  if (!working.records.some(({ place }) => place !== null))
    return (
      <div className={styles.empty}>
        <EmptyLibrary />
      </div>
    )
  const Shown = PANES[kind]
  return (
    <div className={styles.view} data-key-scope="briefing">
      <Head kind={kind} working={working} words={words} project={project} />
      <Shown key={working.comparison.id} working={working} words={words} visible={visible} />
    </div>
  )
}
