import { Checkbox, Segmented, Select } from 'antd'
import { useMemo } from 'react'
import { deskCells } from '#shared/exchange/document/desk-table'
import { type ComparisonPapers, freshPapers } from '#shared/model/briefing-draft'
import type { DeskRow, DeskTemplate } from '#shared/model/desk-template'
import { useSession } from '../../storage'
import type { Words, WorkingComparison } from '../compare'
import styles from './briefing.module.css'
import { briefingCommand } from './commands'
import { tableContext } from './context'
import { changePapers, useDrafts } from './drafts'
import { Field, Group, PaperField } from './fields'
import { NothingToShow } from './nothing'
import { Pane } from './pane'
import { deskPaper } from './papers'
import { RowEditor } from './row-editor'
import { TemplateBar, useTemplates } from './template-bar'
import { templateOf } from './templates'
import { useDesk } from './use-desk'
import { useFacts } from './use-facts'

/** What is wanted of the papers of a comparison, with the template in force. */
export function usePapers(working: WorkingComparison, words: Words) {
  const project = useSession().project.id
  const { comparison } = working
  const papers = useDrafts(project).comparisons[comparison.id] ?? FRESH
  const name = words.t('briefing.template.first')
  const first = useMemo(() => templateOf(comparison, comparison.id, name), [comparison, name])
  return { project, papers, template: papers.template ?? first }
}

const FRESH: ComparisonPapers = freshPapers()

interface PaneProps {
  working: WorkingComparison
  words: Words
  visible: boolean
}

/** 对比表: a table of a template's rows for a leader's desk. */
export function DeskPane({ working, words, visible }: PaneProps) {
  const { t } = words
  const { comparison, records } = working
  const { project, papers, template } = usePapers(working, words)
  const change = (patch: Partial<ComparisonPapers>) => changePapers(project, comparison.id, patch)
  const edit = (patch: Partial<DeskTemplate>) => change({ template: { ...template, ...patch } })
  const templates = useTemplates(template, (chosen) => change({ template: chosen }))
  const desk = useDesk(records, comparison, template)
  const year = papers.year ?? desk.fullest
  const input = useMemo(() => desk.inputOf(year), [desk, year])
  const sources = useMemo(() => deskCells(input).flatMap(({ chosen }) => chosen?.origin.source ?? []), [input])
  const facts = useFacts(sources)
  const paper = useMemo(() => facts && deskPaper(input, tableContext(words, facts)), [facts, input, words])
  const unitOfRow = (row: DeskRow): string =>
    input.matrices.find(({ kind }) => kind === row.kind)?.indicators.find(({ id }) => id === row.indicator)?.unit ?? ''
  const years = comparison.years.toSorted().reverse()
  const step = (by: number): void => {
    const next = years[years.indexOf(year) + by]
    if (next !== undefined) change({ year: next })
  }
  const commands = [
    briefingCommand('save', ['Mod+S'], templates.save, templates.unsaved),
    briefingCommand('addRow', ['a'], () => document.querySelector<HTMLElement>('[data-add-row] input')?.focus()),
    briefingCommand('earlier', ['['], () => step(1)),
    briefingCommand('later', [']'], () => step(-1)),
  ]
  const form = (
    <>
      <Group title={t('briefing.template.label')}>
        <TemplateBar
          template={template}
          templates={templates}
          words={words}
          onChoose={(chosen) => change({ template: chosen })}
          onRename={(name) => edit({ name })}
        />
      </Group>
      <Group title={t('briefing.row.list')}>
        <RowEditor
          rows={template.rows}
          unitOfRow={unitOfRow}
          records={records}
          comparison={comparison}
          words={words}
          onChange={(rows) => edit({ rows })}
        />
      </Group>
      <Group title={t('briefing.look')}>
        <Field label={t('briefing.year')}>
          <Select<string>
            size="small"
            className={styles.short ?? ''}
            aria-label={t('briefing.year')}
            value={year}
            options={[
              ...years.map((one) => ({ value: one, label: one })),
              { value: '', label: t('compare.latest.label') },
            ]}
            onChange={(value) => change({ year: value })}
          />
        </Field>
        <Field label={t('compare.role.label')}>
          <Segmented<DeskTemplate['role']>
            size="small"
            aria-label={t('compare.role.label')}
            value={template.role}
            options={(['both', 'target', 'actual'] as const).map((value) => ({
              value,
              label: t(`compare.role.${value}`),
            }))}
            onChange={(role) => edit({ role })}
          />
        </Field>
        <Field label={t('briefing.columns')}>
          <Checkbox checked={template.rank} onChange={(event) => edit({ rank: event.target.checked })}>
            {t('briefing.rank')}
          </Checkbox>
          <Checkbox checked={template.above} onChange={(event) => edit({ above: event.target.checked })}>
            {t('briefing.above')}
          </Checkbox>
          <Checkbox checked={template.notes} onChange={(event) => edit({ notes: event.target.checked })}>
            {t('briefing.notes')}
          </Checkbox>
        </Field>
        {template.above && input.above.length === 0 && <p className={styles.hint}>{t('briefing.noneAbove')}</p>}
        <PaperField paper={template} onChange={edit} />
      </Group>
    </>
  )
  const why = comparison.places.length === 0 || template.rows.length === 0 ? 'choose' : 'noNumber'
  return (
    <Pane
      form={form}
      paper={paper ?? null}
      instead={facts ? <NothingToShow why={`desk.${why}`} comparison /> : null}
      visible={visible}
      commands={commands}
    />
  )
}
