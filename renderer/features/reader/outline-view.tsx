import { ChevronsDownUp, ChevronsUpDown, Filter } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { type OpenReader, useActiveReader } from './active'
import './outline.css'
import { OutlineTree } from './outline-lines'
import { foldedBelow, levelsOf, type OutlineReport, topicsOf, treeLines } from './outline-tree'
import { useOutline } from './use-outline'
import { useTopicName } from './use-topic-name'

/** Reports and sections of the source in front: a click goes there. */
export function OutlineView() {
  const { t } = useTranslation()
  const reader = useActiveReader()
  if (!reader) return <p className="db-outline-empty">{t('reader.outline.empty')}</p>
  return <Outline key={reader.hash} reader={reader} />
}

const EVERYTHING: ReadonlySet<string> = new Set()

function Outline({ reader }: { reader: OpenReader }) {
  const { t } = useTranslation()
  const reports = useOutline(reader)
  const [folded, setFolded] = useState(EVERYTHING)
  const [topics, setTopics] = useState(EVERYTHING)
  const [filtering, setFiltering] = useState(false)
  const lines = useMemo(() => treeLines(reports, folded, topics), [reports, folded, topics])
  useEffect(() => {
    if (!filtering) setTopics(EVERYTHING)
  }, [filtering])
  const fold = useCallback((key: string, open: boolean) => {
    setFolded((before) => {
      const next = new Set(before)
      if (open) next.delete(key)
      else next.add(key)
      return next
    })
  }, [])
  if (reports.length === 0) return <p className="db-outline-empty">{t('reader.outline.none')}</p>
  return (
    <nav className="db-outline" aria-label={t('reader.outline.title')}>
      <header className="db-outline-bar">
        <IconButton
          icon={Filter}
          label={t('reader.outline.filter')}
          aria-pressed={filtering}
          onClick={() => setFiltering(!filtering)}
        />
        <Levels reports={reports} folded={folded} onFold={setFolded} />
      </header>
      {filtering && <Topics reports={reports} chosen={topics} onChoose={setTopics} />}
      <OutlineTree reader={reader} lines={lines} onFold={fold} />
      {reports.every(({ rows }) => rows.length === 0) && (
        <p className="db-outline-empty">{t('reader.outline.noSections')}</p>
      )}
    </nav>
  )
}

interface LevelsProps {
  reports: readonly OutlineReport[]
  folded: ReadonlySet<string>
  onFold: (folded: ReadonlySet<string>) => void
}

/** Opens or folds one level more, in all reports. */
function Levels({ reports, folded, onFold }: LevelsProps) {
  const { t } = useTranslation()
  const { open, deepest } = levelsOf(reports, folded)
  return (
    <>
      <IconButton
        icon={ChevronsDownUp}
        label={t('reader.outline.foldLevel')}
        disabled={open <= 1}
        onClick={() => onFold(foldedBelow(reports, open - 1))}
      />
      <IconButton
        icon={ChevronsUpDown}
        label={t('reader.outline.openLevel')}
        disabled={open >= deepest}
        onClick={() => onFold(foldedBelow(reports, open + 1))}
      />
    </>
  )
}

interface TopicsProps {
  reports: readonly OutlineReport[]
  chosen: ReadonlySet<string>
  onChoose: (topics: ReadonlySet<string>) => void
}

/** The topics of the sections; those pressed are the only ones shown. */
function Topics({ reports, chosen, onChoose }: TopicsProps) {
  const { t } = useTranslation()
  const nameOf = useTopicName()
  const topics = useMemo(() => topicsOf(reports), [reports])
  if (topics.length === 0) return <p className="db-outline-empty">{t('reader.outline.noTopics')}</p>
  return (
    <fieldset className="db-outline-topics" aria-label={t('reader.outline.filter')}>
      {topics.map(({ topic, count }) => (
        <button
          key={topic}
          type="button"
          aria-pressed={chosen.has(topic)}
          onClick={() =>
            onChoose(new Set(chosen.has(topic) ? [...chosen].filter((one) => one !== topic) : [...chosen, topic]))
          }
        >
          {nameOf(topic)} <small className="db-figures">{count}</small>
        </button>
      ))}
    </fieldset>
  )
}
