import { Button, Checkbox, Input, Segmented, Select } from 'antd'
import { FolderOpen, Grid3x3, Plus, Search, Table2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PlaceLevel } from '#shared/model/place'
import { ReportKind } from '#shared/model/report'
import { runCommand } from '../../workbench'
import { foldersOf, formatsIn, isFiltering, NO_FILTER, STATES, yearsOf } from './filter'
import styles from './library.module.css'
import type { LibraryLine } from './rows'
import { libraryState, setFilter, useLibrary } from './state'

interface BoxProps<T extends string | number> {
  name: string
  value: T | null
  options: { value: T; label: string }[]
  onChange: (value: T | null) => void
  wide?: boolean
}

function Box<T extends string | number>({ name, value, options, onChange, wide = false }: BoxProps<T>) {
  const { t } = useTranslation()
  const label = t(`library.filter.${name}`)
  return (
    <Select<T>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      className={(wide ? styles.wide : styles.select) ?? ''}
      placeholder={label}
      aria-label={label}
      // antd takes null for a value of its own.
      {...(value === null ? { value: null as unknown as T } : { value })}
      options={options}
      onChange={(chosen) => onChange(chosen ?? null)}
    />
  )
}

function Boxes({ lines }: { lines: readonly LibraryLine[] }) {
  const { t } = useTranslation()
  const filter = useLibrary((state) => state.filter)
  const years = useMemo(() => yearsOf(lines), [lines])
  const folders = useMemo(() => foldersOf(lines), [lines])
  const formats = useMemo(() => formatsIn(lines), [lines])
  const versions = useMemo(() => lines.some((line) => line.versions > 1), [lines])
  return (
    <>
      <Box
        name="level"
        value={filter.level}
        options={PlaceLevel.options.map((value) => ({ value, label: t(`library.level.${value}`) }))}
        onChange={(level) => setFilter({ level })}
      />
      <Box
        name="year"
        value={filter.year}
        options={years.map((value) => ({ value, label: String(value) }))}
        onChange={(year) => setFilter({ year })}
      />
      <Box
        name="kind"
        value={filter.kind}
        options={[...ReportKind.options, 'none' as const].map((value) => ({
          value,
          label: t(`library.kind.${value}`),
        }))}
        onChange={(kind) => setFilter({ kind })}
      />
      {formats.length > 1 && (
        <Box
          name="format"
          value={filter.format}
          options={formats.map((value) => ({ value, label: t(`library.format.${value}`) }))}
          onChange={(format) => setFilter({ format })}
        />
      )}
      <Box
        name="state"
        value={filter.state}
        options={STATES.map((value) => ({ value, label: t(`library.state.${value}`) }))}
        onChange={(state) => setFilter({ state })}
      />
      {folders.length > 0 && (
        <Box
          wide
          name="folder"
          value={filter.folder || null}
          options={folders.map((value) => ({ value, label: value }))}
          onChange={(folder) => setFilter({ folder: folder ?? '' })}
        />
      )}
      {versions && (
        <Checkbox checked={filter.mainOnly} onChange={({ target }) => setFilter({ mainOnly: target.checked })}>
          {t('library.filter.mainOnly')}
        </Checkbox>
      )}
    </>
  )
}

/** Filter boxes, how the library is laid out, and the ways to add to it. */
export function FilterBar({ lines, shown }: { lines: readonly LibraryLine[]; shown: number }) {
  const { t } = useTranslation()
  const filter = useLibrary((state) => state.filter)
  const layout = useLibrary((state) => state.layout)
  const doubtful = useMemo(() => lines.filter(({ doubts }) => doubts.length > 0).length, [lines])
  const filtered = isFiltering(filter)
  return (
    <search className={styles.bar} aria-label={t('library.filter.label')}>
      <Input
        allowClear
        className={styles.text ?? ''}
        prefix={<Search size={14} aria-hidden />}
        placeholder={t('library.filter.text')}
        aria-label={t('library.filter.text')}
        value={filter.text}
        onChange={(event) => setFilter({ text: event.target.value })}
      />
      <Boxes lines={lines} />
      {filtered ? (
        <Button type="link" onClick={() => libraryState.setState({ filter: NO_FILTER })}>
          {t('library.filter.clear')}
        </Button>
      ) : null}
      <div className={styles.tools}>
        <span className={`${styles.count} db-figures`} role="status">
          {filtered
            ? t('library.countOf', { shown, total: lines.length })
            : t('library.count', { total: lines.length })}
        </span>
        <Button onClick={() => runCommand('view.doubts')}>
          {t('library.doubts')}
          {doubtful > 0 && <span className={`${styles.badge} db-figures`}>{doubtful}</span>}
        </Button>
        <Segmented<'table' | 'grid'>
          aria-label={t('library.layout.label')}
          value={layout}
          options={[
            { value: 'table', icon: <Table2 size={14} aria-hidden />, label: t('library.layout.table') },
            { value: 'grid', icon: <Grid3x3 size={14} aria-hidden />, label: t('library.layout.grid') },
          ]}
          onChange={(value) => libraryState.setState({ layout: value })}
        />
        <Button icon={<Plus size={14} aria-hidden />} onClick={() => runCommand('import.files')}>
          {t('library.add.files')}
        </Button>
        <Button icon={<FolderOpen size={14} aria-hidden />} onClick={() => runCommand('import.folder')}>
          {t('library.add.folder')}
        </Button>
      </div>
    </search>
  )
}
