import { Button, Input, Segmented, Select } from 'antd'
import { FolderOpen, Grid3x3, Plus, Search, Table2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PlaceLevel } from '#shared/model/place'
import { ReportKind } from '#shared/model/report'
import { runCommand } from '../../workbench'
import styles from './library.module.css'
import { type LibraryLine, NO_FILTER, yearsOf } from './rows'
import { libraryState, setFilter, useLibrary } from './state'

/** Filter boxes, how the library is laid out, and the ways to add to it. */
export function FilterBar({ lines, shown }: { lines: readonly LibraryLine[]; shown: number }) {
  const { t } = useTranslation()
  const filter = useLibrary((state) => state.filter)
  const layout = useLibrary((state) => state.layout)
  const years = useMemo(() => yearsOf(lines), [lines])
  const filtered = filter !== NO_FILTER && (filter.text || filter.level || filter.year || filter.kind)
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
      <Select
        allowClear
        className={styles.select ?? ''}
        placeholder={t('library.filter.level')}
        aria-label={t('library.filter.level')}
        value={filter.level}
        options={PlaceLevel.options.map((value) => ({ value, label: t(`library.level.${value}`) }))}
        onChange={(level) => setFilter({ level: level ?? null })}
      />
      <Select
        allowClear
        showSearch
        className={styles.select ?? ''}
        placeholder={t('library.filter.year')}
        aria-label={t('library.filter.year')}
        value={filter.year}
        options={years.map((value) => ({ value, label: String(value) }))}
        onChange={(year) => setFilter({ year: year ?? null })}
      />
      <Select
        allowClear
        className={styles.select ?? ''}
        placeholder={t('library.filter.kind')}
        aria-label={t('library.filter.kind')}
        value={filter.kind}
        options={[...ReportKind.options, 'none' as const].map((value) => ({
          value,
          label: t(`library.kind.${value}`),
        }))}
        onChange={(kind) => setFilter({ kind: kind ?? null })}
      />
      {filtered ? (
        <Button type="link" onClick={() => libraryState.setState({ filter: NO_FILTER })}>
          {t('library.filter.clear')}
        </Button>
      ) : null}
      <span className={`${styles.count} db-figures`} role="status">
        {filtered ? t('library.countOf', { shown, total: lines.length }) : t('library.count', { total: lines.length })}
      </span>
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
    </search>
  )
}
