import { useVirtualizer } from '@tanstack/react-virtual'
import { Button, Checkbox, Select } from 'antd'
import { BookOpen, ChartColumn, Copy, Library } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { message } from '#shared/model/identity'
import { request } from '../../bridge'
import { notify, openView, runCommand } from '../../workbench'
import { asText } from './describe'
import { ResultLine } from './result-line'
import styles from './result-view.module.css'
import { type Run, useRuns } from './runs'

/** Height that a line is taken for until it is measured, in pixels. */
const LINE = 48

function Lines({ lines }: { lines: Run['lines'] }) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 10,
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label={t('import.result.files')}>
      <ul className={styles.lines} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          return (
            line && (
              <li
                // A line has no id of its own and never moves: its place names it.
                key={index}
                data-index={index}
                ref={rows.measureElement}
                className={styles.line}
                style={{ transform: `translateY(${start}px)` }}
              >
                <ResultLine line={line} />
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}

/** What to do with what was imported: read its first report, or compare. */
function NextStep({ run }: { run: Run }) {
  const { t } = useTranslation()
  if (run.state === 'running') return null
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

/** 导入结果: a line per file, with what was detected and why, or why it failed. */
export function ResultView() {
  const { t, i18n } = useTranslation()
  const runs = useRuns()
  const [chosen, setChosen] = useState<string | null>(null)
  const [failedOnly, setFailedOnly] = useState(false)
  const run = runs.find((candidate) => candidate.run === chosen) ?? runs[0]
  const lines = useMemo(
    () => (run?.lines ?? []).filter(({ outcome }) => !failedOnly || outcome.status === 'failed'),
    [run, failedOnly],
  )
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
        <h1 className={styles.title}>{t(`import.result.state.${run.state}`)}</h1>
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
        {(run.failed > 0 || failedOnly) && (
          <Checkbox checked={failedOnly} onChange={(event) => setFailedOnly(event.target.checked)}>
            {t('import.result.failedOnly')}
          </Checkbox>
        )}
        <Button icon={<Copy size={14} aria-hidden />} disabled={lines.length === 0} onClick={copy}>
          {t('import.result.copy')}
        </Button>
        <Button icon={<Library size={14} aria-hidden />} onClick={() => runCommand('view.library')}>
          {t('import.result.library')}
        </Button>
      </header>
      <NextStep run={run} />
      <Lines lines={lines} />
    </div>
  )
}
