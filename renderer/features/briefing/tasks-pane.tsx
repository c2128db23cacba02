import { Select } from 'antd'
import { useMemo } from 'react'
import { taskContext } from '#shared/exchange/document/task-context'
import type { ReportCells } from '#shared/model/cell'
import { useSession } from '../../storage'
import type { Words, WorkingComparison } from '../compare'
import styles from './briefing.module.css'
import { briefingCommand } from './commands'
import { changeTasks, useDrafts } from './drafts'
import { Field, Group, PaperField } from './fields'
import { NothingToShow } from './nothing'
import { Pane } from './pane'
import { ledgerYears, taskPaper } from './papers'
import { useFacts } from './use-facts'
import { useLedgerRows } from './use-ledger-rows'

/** The places that have a work report, by code. */
function placesOf(records: readonly ReportCells[]) {
  const places = records.flatMap(({ place, main, year }) => (place && main && year !== null ? [place] : []))
  return [...new Map(places.map((place) => [place.code, place])).values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** 任务分解表: what a report sets as tasks, each with its target, deadline, progress and place. */
export function TasksPane({ working, words, visible }: { working: WorkingComparison; words: Words; visible: boolean }) {
  const { t, language, indicator } = words
  const { records, comparison } = working
  const project = useSession().project.id
  const wish = useDrafts(project).tasks
  const places = useMemo(() => placesOf(records), [records])
  const known = (code: string | undefined) => places.find((one) => one.code === code)
  const place = (known(wish.place) ?? known(comparison.places[0]) ?? places[0])?.code ?? ''
  const codes = useMemo(() => (place === '' ? [] : [place]), [place])
  const { rows, failed } = useLedgerRows(codes, visible)
  const { years, latest } = useMemo(() => ledgerYears(rows ?? []), [rows])
  const year = wish.year !== null && years.includes(wish.year) ? wish.year : latest
  const shown = useMemo(() => (rows ?? []).filter((row) => row.year === year), [rows, year])
  const sources = useMemo(() => shown.flatMap(({ target }) => target.origin?.source ?? []), [shown])
  const facts = useFacts(sources)
  const paper = useMemo(
    () =>
      facts &&
      taskPaper(
        shown,
        wish,
        taskContext((source) => facts.get(source), language, indicator),
      ),
    [facts, shown, wish, language, indicator],
  )
  const step = (by: number): void => {
    const next = years[years.indexOf(year ?? 0) + by]
    if (next !== undefined) changeTasks(project, { place, year: next })
  }
  const commands = [briefingCommand('earlier', ['['], () => step(1)), briefingCommand('later', [']'], () => step(-1))]
  const form = (
    <Group title={t('briefing.kind.tasks')}>
      <Field label={t('briefing.place')}>
        <Select<string>
          size="small"
          className={styles.wide ?? ''}
          aria-label={t('briefing.place')}
          value={place}
          showSearch={{ optionFilterProp: 'search' }}
          options={places.map(({ code, name }) => ({ value: code, label: name, search: `${name} ${code}` }))}
          onChange={(value) => changeTasks(project, { place: value, year: null })}
        />
      </Field>
      <Field label={t('briefing.reportYear')}>
        <Select<number>
          size="small"
          className={styles.short ?? ''}
          aria-label={t('briefing.reportYear')}
          value={year}
          options={years.map((value) => ({ value, label: String(value) }))}
          onChange={(value) => changeTasks(project, { place, year: value })}
        />
      </Field>
      <PaperField paper={wish} onChange={(patch) => changeTasks(project, patch)} />
      <p className={styles.hint}>{t('briefing.tasksHint')}</p>
    </Group>
  )
  const instead = failed ? (
    <p role="alert">{t(failed.key, failed.params)}</p>
  ) : rows && facts ? (
    <NothingToShow why="tasks" />
  ) : null
  return <Pane form={form} paper={paper ?? null} instead={instead} visible={visible} commands={commands} />
}
