import { useCallback, useEffect, useMemo, useState } from 'react'
import { csvBytes } from '#shared/exchange/csv'
import { type Sheet, writeWorkbook } from '#shared/exchange/xlsx'
import type { Input } from '#shared/ipc/contract'
import { message } from '#shared/model/identity'
import { request } from '../../../bridge'
import type { ChartPlan } from '../../../charts'
import { useSession } from '../../../storage'
import { notify, setViewTitle, type ViewProps } from '../../../workbench'
import { actionsOf, activate } from '../active'
import styles from '../compare.module.css'
import { fileName } from '../exports'
import { Pickers } from '../pickers'
import { askPicture } from '../picture'
import { Toolbar } from '../toolbar'
import type { WorkingComparison } from '../use-comparison'
import { useWords, type Words } from '../words'
import { AttentionPane } from './attention-pane'
import { CodesPane } from './codes-pane'
import { CooccurrencePane } from './cooccurrence-pane'
import { KeynessPane } from './keyness-pane'
import type { PaneProps, SavedTable, WordView } from './pane-types'
import { wantedReports } from './reports'
import { useWordsState, wordsStoreOf } from './state'
import own from './words.module.css'

const PANES: Readonly<Record<WordView, (props: PaneProps) => React.ReactNode>> = {
  attention: AttentionPane,
  codes: CodesPane,
  cooccurrence: CooccurrencePane,
  keyness: KeynessPane,
}

/** A picture of a chart is so wide and so high at least, in CSS pixels. */
const PICTURE = { width: 1200, height: 700 }
/** Width of a column of a workbook, in characters. */
const WIDTH = 14

async function save(name: string, type: Input<'export:save'>['type'], bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const answer = await request('export:save', { name: fileName(name, type), type, bytes })
  if (!answer.ok) notify('error', answer.error)
  else if (answer.value.saved !== null) notify('success', message('compare.export.done', { name: answer.value.saved }))
}

const nothing = (): void => {
  notify('warning', message('wordViews.nothingToSave'))
}

/** A saved table as a sheet. */
function sheetOf(name: string, table: SavedTable): Sheet {
  const [heads = [], ...rows] = table()
  return { name, columns: heads.map((header) => ({ header: String(header ?? ''), width: WIDTH })), rows }
}

/** What the toolbar saves of a word view. */
function exportsOf(name: string, table: SavedTable | null, plan: ChartPlan<unknown> | null) {
  return {
    exportCsv: async () => (table ? save(name, 'csv', csvBytes(table())) : nothing()),
    exportXlsx: async () => (table ? save(name, 'xlsx', await writeWorkbook([sheetOf(name, table)])) : nothing()),
    exportPng: async () => (plan ? askPicture({ plan, name, screen: PICTURE }) : nothing()),
  }
}

interface Props extends ViewProps {
  working: WorkingComparison
  view: WordView
}

const titleOf = (name: string, view: WordView, { t }: Words): string => `${name} ${t(`wordViews.view.${view}`)}`

/** A comparison seen by its words: attention, codes, co-occurrence, keyness. */
export function WordsBody({ working, view, viewKey, visible }: Props) {
  const project = useSession().project.id
  const words = useWords()
  const { comparison, records, change } = working
  const store = wordsStoreOf(project, comparison.id)
  const chosen = useWordsState(store, (state) => state.years)
  const { places, years } = comparison
  const wanted = useMemo(() => wantedReports(records, { places, years }, chosen), [records, places, years, chosen])
  const [table, setTable] = useState<SavedTable | null>(null)
  const [plan, setPlan] = useState<ChartPlan<unknown> | null>(null)
  const onTable = useCallback((made: SavedTable | null) => setTable(() => made), [])
  const actions = actionsOf(working, exportsOf(titleOf(comparison.name, view, words), table, plan))
  useEffect(() => (visible ? activate(actions) : undefined))
  useEffect(() => setViewTitle('compare', viewKey, comparison.name), [viewKey, comparison.name])
  const Pane = PANES[view]
  return (
    <div className={styles.view} data-key-scope="compare">
      <Toolbar working={working} actions={actions} charted={plan !== null} empty={null} />
      <Pickers working={working} words={words} />
      <section className={own.pane} aria-label={words.t(`wordViews.view.${view}`)}>
        <Pane
          key={`${comparison.id} ${view}`}
          {...{ comparison, records, wanted, store, words, visible, change, onTable }}
          onPlan={setPlan}
        />
      </section>
    </div>
  )
}
