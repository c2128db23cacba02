import { Checkbox, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { BriefingPart, BriefingWish } from '#shared/model/briefing-draft'
import type { Words, WorkingComparison } from '../compare'
import styles from './briefing.module.css'
import { ChartList } from './chart-list'
import { briefingCommand } from './commands'
import { usePapers } from './desk-pane'
import { changeBriefing } from './drafts'
import { Field, Group, PaperField } from './fields'
import { NothingToShow } from './nothing'
import { Pane } from './pane'
import { QuoteList } from './quote-list'
import { type Brief, MOST_LEDGERS, useBrief } from './use-brief'
import { useDesk } from './use-desk'

interface PaneProps {
  working: WorkingComparison
  words: Words
  visible: boolean
}

interface FormProps extends Pick<PaneProps, 'working' | 'words'> {
  wish: BriefingWish
  brief: Brief
  change: (patch: Partial<BriefingWish>) => void
}

/** A part of the briefing: in it or not, and what is to be chosen of it. */
function Part({
  part,
  wish,
  words: { t },
  change,
  children,
}: Omit<FormProps, 'working' | 'brief'> & { part: BriefingPart; children?: ReactNode }) {
  const on = wish.parts[part]
  const name = t(`briefing.part.${part}`)
  return (
    <Group
      title={name}
      extra={
        <Checkbox
          checked={on}
          aria-label={t('briefing.part.in', { part: name })}
          onChange={(event) => change({ parts: { ...wish.parts, [part]: event.target.checked } })}
        >
          {t('briefing.part.shown')}
        </Checkbox>
      }
    >
      {on && children}
    </Group>
  )
}

function TablesPart({ brief, working, ...rest }: FormProps) {
  const { t } = rest.words
  const { years } = working.comparison
  return (
    <Part part="tables" {...rest}>
      <Field label={t('briefing.year')}>
        <Select<string[]>
          mode="multiple"
          size="small"
          className={styles.wide ?? ''}
          aria-label={t('briefing.year')}
          value={[...brief.years]}
          options={[
            ...years
              .toSorted()
              .reverse()
              .map((value) => ({ value, label: value })),
            { value: '', label: t('compare.latest.label') },
          ]}
          onChange={(chosen) => rest.change({ years: chosen })}
        />
      </Field>
      <p className={styles.hint}>{t('briefing.tableHint')}</p>
    </Part>
  )
}

function LedgerPart({ brief, working, ...rest }: FormProps) {
  const { t } = rest.words
  const { years, year, failed } = brief.ledger
  return (
    <Part part="ledger" {...rest}>
      <Field label={t('briefing.reportYear')}>
        <Select<number>
          size="small"
          className={styles.short ?? ''}
          aria-label={t('briefing.reportYear')}
          value={year}
          options={years.map((value) => ({ value, label: String(value) }))}
          onChange={(ledgerYear) => rest.change({ ledgerYear })}
        />
        <Checkbox checked={rest.wish.headline} onChange={(event) => rest.change({ headline: event.target.checked })}>
          {t('briefing.headline')}
        </Checkbox>
      </Field>
      {failed && <p role="alert">{t(failed.key, failed.params as Record<string, string | number>)}</p>}
      {working.comparison.places.length > MOST_LEDGERS && (
        <p className={styles.hint}>{t('briefing.mostLedgers', { count: MOST_LEDGERS })}</p>
      )}
    </Part>
  )
}

/** What is chosen of a briefing. */
function Form(props: FormProps) {
  const { wish, words, brief, working, change } = props
  const { t } = words
  const part = { wish, words, change }
  return (
    <>
      <Group title={t('briefing.kind.briefing')}>
        <Input
          size="small"
          aria-label={t('briefing.paperTitle')}
          placeholder={t('briefing.titleOf', { name: working.comparison.name })}
          value={wish.title}
          maxLength={80}
          onChange={(event) => change({ title: event.target.value })}
        />
        <PaperField paper={wish} onChange={change} />
      </Group>
      <Part part="summary" {...part}>
        <Input.TextArea
          data-summary
          aria-label={t('briefing.part.summary')}
          placeholder={t('briefing.summaryHint')}
          value={wish.summary}
          autoSize={{ minRows: 3, maxRows: 12 }}
          onChange={(event) => change({ summary: event.target.value })}
        />
      </Part>
      <TablesPart {...props} />
      <Part part="charts" {...part}>
        <ChartList
          charts={wish.charts}
          pictures={brief.pictures}
          words={words}
          onChange={(charts) => change({ charts })}
        />
      </Part>
      <LedgerPart {...props} />
      <Part part="quotes" {...part}>
        <QuoteList
          quotes={brief.quotes}
          leftOut={wish.leftOut}
          words={words}
          onChange={(leftOut) => change({ leftOut })}
        />
      </Part>
    </>
  )
}

/** 简报: what the user says about a comparison, with tables, charts, ledgers and the sentences behind them. */
export function BriefPane({ working, words, visible }: PaneProps) {
  const { comparison, records } = working
  const { project, papers, template } = usePapers(working, words)
  const wish = papers.briefing
  const desk = useDesk(records, comparison, template)
  const brief = useBrief(working, desk, wish, words, visible)
  const change = (patch: Partial<BriefingWish>) => changeBriefing(project, comparison.id, patch)
  const commands = [
    briefingCommand('summary', ['s'], () => document.querySelector<HTMLElement>('[data-summary]')?.focus()),
  ]
  const bare = brief.paper !== null && brief.paper.document.blocks.length === 0
  return (
    <Pane
      form={<Form working={working} words={words} wish={wish} brief={brief} change={change} />}
      paper={bare ? null : brief.paper}
      instead={bare ? <NothingToShow why="briefing" comparison /> : null}
      visible={visible}
      commands={commands}
    />
  )
}
