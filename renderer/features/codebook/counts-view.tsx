import { Button, Checkbox, Segmented, Select } from 'antd'
import { Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countCodes, coverOf } from '#shared/coding/code-counts'
import { csvBytes } from '#shared/exchange/csv'
import type { Code } from '#shared/model/code'
import { listCodes, listReports, useAnnotationFacts, useLive } from '../../storage'
import { openView, type ViewProps } from '../../workbench'
import { type CountsTable, countsTable, withoutEmpty } from './counts'
import styles from './counts.module.css'
import { CountsGrid, type Measure } from './counts-grid'
import { saveCsv } from './files'
import { codeRows } from './tree'

const NONE = new Map<string, number>()
const ALL = ''

/** The codes in the order of the tree, with their depth. */
const linesOf = (codes: readonly Code[]) =>
  codeRows(codes, NONE, { collapsed: new Set(), filter: '' }).map(({ code: { id, name, color }, depth }) => ({
    id,
    name,
    color,
    depth,
  }))

/** 编码统计: annotations by place and year, of one code or of all. */
export function CountsView({ params }: ViewProps) {
  const { t } = useTranslation()
  const codes = useLive(listCodes, [])
  const reports = useLive(listReports, [])
  const annotated = useAnnotationFacts()
  const [below, setBelow] = useState(true)
  const [measure, setMeasure] = useState<Measure>('annotations')
  const [by, setBy] = useState<'year' | 'place'>('year')
  const [empty, setEmpty] = useState(false)
  const lines = useMemo(() => linesOf(codes ?? []), [codes])
  const code = lines.some(({ id }) => id === params.code) ? String(params.code) : null
  const counted = useMemo(
    () =>
      codes && reports && annotated
        ? countCodes(annotated.facts.values(), annotated.hidden, reports, below ? codes : null)
        : null,
    [codes, reports, annotated, below],
  )
  const cover = useMemo(() => coverOf(reports ?? []), [reports])
  const table = useMemo(() => {
    const whole = counted && countsTable(counted, cover, lines, { code, by })
    return whole && (empty ? whole : withoutEmpty(whole))
  }, [counted, cover, lines, code, by, empty])
  if (!counted || !table) return <p className={styles.note}>{t('app.layout.loading')}</p>
  const show = (next: string) => openView({ type: 'codeCounts', key: '', params: { code: next === ALL ? null : next } })
  const options = lines.map(({ id, name, depth }) => ({ value: id, label: `${'\u3000'.repeat(depth)}${name}` }))
  return (
    <section className={styles.view} data-key-scope="codeCounts" aria-label={t('codebook.counts.title')}>
      <header className={styles.bar}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          className={styles.code ?? ''}
          aria-label={t('codebook.counts.code')}
          value={code ?? ALL}
          options={[{ value: ALL, label: t('codebook.counts.all') }, ...options]}
          onChange={show}
        />
        <Segmented
          aria-label={t('codebook.counts.measure')}
          value={measure}
          onChange={setMeasure}
          options={(['annotations', 'characters'] as const).map((value) => ({
            value,
            label: t(`codebook.counts.${value}`),
          }))}
        />
        {code === null && (
          <Segmented
            aria-label={t('codebook.counts.by')}
            value={by}
            onChange={setBy}
            options={(['year', 'place'] as const).map((value) => ({ value, label: t(`codebook.counts.by_${value}`) }))}
          />
        )}
        <Checkbox checked={below} onChange={(event) => setBelow(event.target.checked)}>
          {t('codebook.counts.below')}
        </Checkbox>
        <Checkbox checked={empty} onChange={(event) => setEmpty(event.target.checked)}>
          {t('codebook.counts.empty')}
        </Checkbox>
        <span className={styles.gap} />
        <Button
          icon={<Download size={14} />}
          disabled={table.lines.length === 0}
          onClick={() => void saveCsv('code-counts.csv', csvOf(table, measure, t))}
        >
          {t('codebook.counts.export')}
        </Button>
      </header>
      {table.lines.length === 0 ? (
        <p className={styles.note}>{t('codebook.counts.none')}</p>
      ) : (
        <CountsGrid table={table} measure={measure} summed={code !== null} />
      )}
      <footer className={styles.foot}>
        <span>{t('codebook.counts.rule')}</span>
        {counted.otherVersions > 0 && (
          <span>{t('codebook.counts.otherVersions', { count: counted.otherVersions })}</span>
        )}
        {counted.outside > 0 && <span>{t('codebook.counts.outside', { count: counted.outside })}</span>}
      </footer>
    </section>
  )
}

/** The table as it is shown, for a spreadsheet; where there is no report, the cell is empty. */
function csvOf(table: CountsTable, measure: Measure, t: (key: string) => string): Uint8Array<ArrayBuffer> {
  const named = (name: string | null) => name ?? t('codebook.counts.unknown')
  const head = [t('codebook.counts.title'), ...table.columns.map(({ name }) => named(name)), t('codebook.counts.total')]
  const lines = table.lines.map(({ name, depth, cells, total }) => [
    '\u3000'.repeat(depth) + named(name),
    ...cells.map(({ count, cover }) => (cover === 'none' ? null : count[measure])),
    total.count[measure],
  ])
  return csvBytes([head, ...lines])
}
