import { useVirtualizer } from '@tanstack/react-virtual'
import { Checkbox, Input, Modal, Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Code } from '#shared/model/code'
import { type CodePassage, passagesOfCode, splitCode, useLive } from '../../storage'
import { attempt } from '../places'
import { type OpenCodebook, selectCode } from './codebook-state'
import styles from './dialogs.module.css'
import { FIRST_FIELD, focusFirstField } from './first-field'
import { filterLines, NO_FILTER, type SplitFilter } from './split'

/** Height of a line in pixels. */
const LINE = 28

interface SplitDialogProps {
  code: Code
  open: OpenCodebook
  onLeave: () => void
}

const NONE: readonly CodePassage[] = []

/** Splits a code: a new one takes those of its annotations that are ticked. */
export function SplitDialog({ code, open, onLeave }: SplitDialogProps) {
  const { t } = useTranslation()
  const lines = useLive((db) => passagesOfCode(db, code.id), [code.id]) ?? NONE
  const [filter, setFilter] = useState(NO_FILTER)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [name, setName] = useState('')
  const [below, setBelow] = useState(true)
  const [keep, setKeep] = useState(false)
  const shown = useMemo(() => filterLines(lines, filter), [lines, filter])
  const chosen = lines.filter(({ id }) => ticked.has(id))
  const all = shown.length > 0 && shown.every(({ id }) => ticked.has(id))
  const tick = (ids: readonly string[], on: boolean) => {
    const next = new Set(ticked)
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    setTicked(next)
  }
  const ready = name.trim() !== '' && chosen.length > 0
  const confirm = async () => {
    if (!ready) return
    onLeave()
    const parent = below ? code.id : code.parent
    const ids = chosen.map(({ id }) => id)
    const added = await attempt(splitCode(open.session, code.id, { name, parent }, ids, keep))
    if (added) selectCode(added)
  }
  return (
    <Modal
      open
      title={t('codebook.split.title', { name: code.name })}
      okText={t('codebook.split.confirm', { count: chosen.length })}
      okButtonProps={{ disabled: !ready }}
      cancelText={t('codebook.delete.leave')}
      width={680}
      onCancel={onLeave}
      afterOpenChange={focusFirstField}
      onOk={() => void confirm()}
    >
      <div className={styles.form}>
        <Input
          className={FIRST_FIELD}
          maxLength={200}
          aria-label={t('codebook.split.name')}
          placeholder={t('codebook.split.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && void confirm()}
        />
        <Filters lines={lines} filter={filter} onChange={setFilter} />
        <Checkbox
          checked={all}
          indeterminate={!all && shown.some(({ id }) => ticked.has(id))}
          onChange={(event) =>
            tick(
              shown.map(({ id }) => id),
              event.target.checked,
            )
          }
        >
          {t('codebook.split.all', { count: shown.length })}
        </Checkbox>
        <Lines lines={shown} ticked={ticked} onTick={(id, on) => tick([id], on)} />
        <div className={styles.row}>
          <Checkbox checked={below} onChange={(event) => setBelow(event.target.checked)}>
            {t('codebook.split.below', { name: code.name })}
          </Checkbox>
          <Checkbox checked={keep} onChange={(event) => setKeep(event.target.checked)}>
            {t('codebook.split.keep', { name: code.name })}
          </Checkbox>
        </div>
      </div>
    </Modal>
  )
}

interface FiltersProps {
  lines: readonly CodePassage[]
  filter: SplitFilter
  onChange: (filter: SplitFilter) => void
}

/** Different values of a kind, in the order in which they come. */
function options<V extends string | number>(
  lines: readonly CodePassage[],
  of: (line: CodePassage) => [V, string] | null,
) {
  const found = new Map<V, string>()
  for (const line of lines) {
    const option = of(line)
    if (option) found.set(...option)
  }
  return [...found].map(([value, label]) => ({ value, label }))
}

function Filters({ lines, filter, onChange }: FiltersProps) {
  const { t } = useTranslation()
  const places = useMemo(
    () => options(lines, ({ report }) => (report?.place ? [report.place.code, report.place.name] : null)),
    [lines],
  )
  const years = useMemo(
    () =>
      options(lines, ({ report }) => (report?.year ? [report.year, String(report.year)] : null)).sort(
        (a, b) => a.value - b.value,
      ),
    [lines],
  )
  const reports = useMemo(() => options(lines, ({ report }) => (report ? [report.id, report.title] : null)), [lines])
  const search = { optionFilterProp: 'label' }
  return (
    <div className={styles.filters}>
      <Select
        allowClear
        showSearch={search}
        aria-label={t('codebook.split.place')}
        placeholder={t('codebook.split.place')}
        value={filter.place}
        options={places}
        onChange={(place) => onChange({ ...filter, place: place ?? null })}
      />
      <Select
        allowClear
        aria-label={t('codebook.split.year')}
        placeholder={t('codebook.split.year')}
        value={filter.year}
        options={years}
        onChange={(year) => onChange({ ...filter, year: year ?? null })}
      />
      <Select
        allowClear
        showSearch={search}
        aria-label={t('codebook.split.report')}
        placeholder={t('codebook.split.report')}
        value={filter.report}
        options={reports}
        onChange={(report) => onChange({ ...filter, report: report ?? null })}
      />
      <Input
        allowClear
        aria-label={t('codebook.split.words')}
        placeholder={t('codebook.split.words')}
        value={filter.words}
        onChange={(event) => onChange({ ...filter, words: event.target.value })}
      />
    </div>
  )
}

interface LinesProps {
  lines: readonly CodePassage[]
  ticked: ReadonlySet<string>
  onTick: (id: string, on: boolean) => void
}

/** The passages; each line is a box to tick. */
function Lines({ lines, ticked, onTick }: LinesProps) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE,
    overscan: 8,
    initialRect: { width: 600, height: 240 },
  })
  return (
    <section ref={frame} className={styles.lines} aria-label={t('codebook.split.passages')}>
      {lines.length === 0 && <p className={styles.quiet}>{t('codebook.split.none')}</p>}
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          if (!line) return null
          const { id, quote, report } = line
          return (
            <Checkbox
              key={id}
              className={styles.line ?? ''}
              style={{ height: LINE, transform: `translateY(${start}px)` }}
              checked={ticked.has(id)}
              onChange={(event) => onTick(id, event.target.checked)}
            >
              <span className={styles.where}>
                {report ? `${report.place?.short ?? ''} ${report.year ?? ''}` : t('codebook.split.outside')}
              </span>
              <span title={quote}>{quote}</span>
            </Checkbox>
          )
        })}
      </div>
    </section>
  )
}
