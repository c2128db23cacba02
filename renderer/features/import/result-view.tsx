// biome-ignore-all lint/a11y/useSemanticElements: of a <table> all rows would have to exist
// biome-ignore-all lint/a11y/useFocusableInteractive: rows and cells are only read; the links in them take the focus
import { useVirtualizer } from '@tanstack/react-virtual'
import { Button, Dropdown, Segmented, Select } from 'antd'
import { BookOpen, ChartColumn, Copy, Download, Library } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasEnded, type ImportLine } from '#shared/ipc/imports'
import { message } from '#shared/model/identity'
import { request } from '../../bridge'
import { useInTurn, useRowsInTurn } from '../../ui/in-turn'
import { notify, openView, runCommand } from '../../workbench'
import { asText } from './describe'
import { EXPORTS, exportLines } from './exports'
import { COLUMNS, ResultLine } from './result-line'
import styles from './result-view.module.css'
import { type Run, useRuns } from './runs'

/** Height that a line is taken for until it is measured, in pixels. */
const LINE = 32

/** Lines that are drawn at once when the result opens. */
const AT_ONCE = 4

/** Parts of the result that are drawn one after the other. */
const TURNS = 4

function Head() {
  const { t } = useTranslation()
  return (
    <div role="row" className={`${styles.row} ${styles.headings}`}>
      {COLUMNS.map((column) => (
        <div key={column} role="columnheader" className={`${styles.cell} ${styles[column]}`}>
          {t(`import.result.column.${column}`)}
        </div>
      ))}
    </div>
  )
}

function Lines({ lines }: { lines: Run['lines'] }) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 10,
  })
  const inSight = useRowsInTurn(rows.getVirtualItems(), AT_ONCE)
  return (
    <div
      ref={scroller}
      role="table"
      className={styles.scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      aria-label={t('import.result.files')}
      aria-rowcount={lines.length + 1}
    >
      <Head />
      <div role="rowgroup" className={styles.lines} style={{ height: rows.getTotalSize() }}>
        {inSight.map(({ index, start }) => {
          const line = lines[index]
          return (
            line && (
              <div
                // A line has no id of its own and never moves: its place names it.
                key={index}
                role="row"
                data-index={index}
                aria-rowindex={index + 2}
                ref={rows.measureElement}
                className={styles.line}
                style={{ transform: `translateY(${start}px)` }}
              >
                <ResultLine line={line} />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

/** What to do with what was imported: read its first report, or compare. */
function NextStep({ run }: { run: Run }) {
  const { t } = useTranslation()
  if (!hasEnded(run) || run.mode === 'reread') return null
  for (const { hash, outcome } of run.lines) {
    const report = outcome.status === 'imported' ? outcome.reports[0] : undefined
    if (!hash || !report) continue
    const params = { report: report.id, start: null, end: null, statement: null }
    return (
      <div className={styles.next}>
        <p>{t('import.result.next')}</p>
        <Button
          type="primary"
          data-focus-first
          icon={<BookOpen size={14} aria-hidden />}
          onClick={() => openView({ type: 'reader', key: hash, params })}
        >
          {t('import.result.read')}
        </Button>
        <Button icon={<ChartColumn size={14} aria-hidden />} onClick={() => runCommand('view.compare')}>
          {t('import.result.compare')}
        </Button>
      </div>
    )
  }
  return null
}

/** Which lines are shown. */
const SHOWN = ['all', 'failed', 'duplicate', 'noReport'] as const
type Shown = (typeof SHOWN)[number]

const PASSES: Record<Shown, (line: ImportLine) => boolean> = {
  all: () => true,
  failed: ({ outcome }) => outcome.status === 'failed',
  duplicate: ({ outcome }) => outcome.status === 'duplicate',
  noReport: ({ outcome }) => outcome.status === 'imported' && outcome.reports.length === 0 && !outcome.extraction,
}

/** 导入结果: a line per file, with what was detected and why, or why it failed. */
export function ResultView() {
  const { t, i18n } = useTranslation()
  const runs = useRuns()
  const [chosen, setChosen] = useState<string | null>(null)
  const [shown, setShown] = useState<Shown>('all')
  const drawn = useInTurn(TURNS)
  const run = runs.find((candidate) => candidate.run === chosen) ?? runs[0]
  const lines = useMemo(() => (run?.lines ?? []).filter(PASSES[shown]), [run, shown])
  if (!run) return <p className={styles.none}>{t('import.result.none')}</p>
  const figure = new Intl.NumberFormat(i18n.language)
  const copy = async () => {
    const result = await request('clipboard:write', { text: asText(t, lines).slice(0, 1_000_000) })
    if (result.ok) notify('success', message('import.notice.copied', { count: lines.length }))
    else notify('error', result.error)
  }
  return (
    <div className={styles.view} data-key-scope="importResult">
      <header className={styles.head}>
        <h1 className={styles.title}>
          {t(`import.result.${run.mode === 'reread' ? 'rereadState' : 'state'}.${run.state}`)}
        </h1>
        <p className={`${styles.counts} db-figures`} role="status">
          {t('import.result.counts', {
            total: figure.format(run.total),
            imported: figure.format(run.imported),
            duplicates: figure.format(run.duplicates),
            failed: figure.format(run.failed),
          })}
        </p>
        {runs.length > 1 && (
          <Select
            aria-label={t('import.result.which')}
            value={run.run}
            className={styles.which ?? ''}
            options={runs.map((candidate, index) => ({
              value: candidate.run,
              label: t('import.result.run', { number: runs.length - index, total: candidate.total }),
            }))}
            onChange={setChosen}
          />
        )}
        {drawn > 1 && (
          <Segmented
            aria-label={t('import.result.show.label')}
            value={shown}
            options={SHOWN.map((value) => ({ value, label: t(`import.result.show.${value}`) }))}
            onChange={setShown}
          />
        )}
        {drawn > 2 && (
          <>
            <Button icon={<Copy size={14} aria-hidden />} disabled={lines.length === 0} onClick={copy}>
              {t('import.result.copy')}
            </Button>
            <Dropdown
              disabled={lines.length === 0}
              trigger={['click']}
              menu={{
                items: EXPORTS.map((key) => ({ key, label: t(`import.result.exportAs.${key}`) })),
                onClick: ({ key }) => void exportLines(t, lines, key === 'csv' ? 'csv' : 'xlsx'),
              }}
            >
              <Button icon={<Download size={14} aria-hidden />}>{t('import.result.export')}</Button>
            </Dropdown>
            <Button icon={<Library size={14} aria-hidden />} onClick={() => runCommand('view.library')}>
              {t('import.result.library')}
            </Button>
          </>
        )}
      </header>
      <NextStep run={run} />
      {lines.length === 0 && run.lines.length > 0 ? (
        <p className={styles.none}>{t('import.result.nothingShown')}</p>
      ) : (
        drawn > 3 && <Lines lines={lines} />
      )}
    </div>
  )
}
