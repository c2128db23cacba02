import { Button, Checkbox, Input, Segmented, Select } from 'antd'
import { FolderOpen, Grid3x3, Plus, Search, Table2 } from 'lucide-react'
import { memo, type ReactNode, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Format } from '#shared/model/format'
import { PlaceLevel } from '#shared/model/place'
import { ReportKind } from '#shared/model/report'
import { useInTurn } from '../../ui/in-turn'
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
  /** True while more may be found to choose from. */
  reading?: boolean
}

function Box<T extends string | number>({
  name,
  value,
  options,
  onChange,
  wide = false,
  reading = false,
}: BoxProps<T>) {
  const { t } = useTranslation()
  const label = t(`library.filter.${name}`)
  return (
    <Select<T>
      allowClear
      disabled={reading}
      loading={reading}
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

/** A control of the bar once its turn has come; its room until then. */
function InTurn({ there, children }: { there: boolean; children: ReactNode }) {
  return there ? children : <span className={styles.select} />
}

/** Controls that are drawn one after the other. */
const TURNS = 7

/** The same array as before while its values are: the boxes are drawn again for others only. */
function useSame<T>(values: readonly T[]): readonly T[] {
  const last = useRef(values)
  const { current } = last
  if (current.length !== values.length || values.some((value, index) => value !== current[index])) last.current = values
  return last.current
}

interface BoxesProps {
  years: readonly number[]
  folders: readonly string[]
  formats: readonly Format[]
  /** True where some report has several versions. */
  versions: boolean
  /** True while these come of a part of the lines only. */
  reading: boolean
  /** How many controls are drawn by now. */
  drawn: number
}

const Boxes = memo(function Boxes({ years, folders, formats, versions, reading, drawn }: BoxesProps) {
  const { t } = useTranslation()
  const filter = useLibrary((state) => state.filter)
  return (
    <>
      <InTurn there={drawn > 2}>
        <Box
          name="level"
          value={filter.level}
          options={PlaceLevel.options.map((value) => ({ value, label: t(`library.level.${value}`) }))}
          onChange={(level) => setFilter({ level })}
        />
      </InTurn>
      <InTurn there={drawn > 3}>
        <Box
          reading={reading}
          name="year"
          value={filter.year}
          options={years.map((value) => ({ value, label: String(value) }))}
          onChange={(year) => setFilter({ year })}
        />
      </InTurn>
      <InTurn there={drawn > 4}>
        <Box
          name="kind"
          value={filter.kind}
          options={[...ReportKind.options, 'none' as const].map((value) => ({
            value,
            label: t(`library.kind.${value}`),
          }))}
          onChange={(kind) => setFilter({ kind })}
        />
      </InTurn>
      {drawn > 6 && formats.length > 1 && (
        <Box
          reading={reading}
          name="format"
          value={filter.format}
          options={formats.map((value) => ({ value, label: t(`library.format.${value}`) }))}
          onChange={(format) => setFilter({ format })}
        />
      )}
      <InTurn there={drawn > 5}>
        <Box
          name="state"
          value={filter.state}
          options={STATES.map((value) => ({ value, label: t(`library.state.${value}`) }))}
          onChange={(state) => setFilter({ state })}
        />
      </InTurn>
      {drawn > 6 && folders.length > 0 && (
        <Box
          wide
          reading={reading}
          name="folder"
          value={filter.folder || null}
          options={folders.map((value) => ({ value, label: value }))}
          onChange={(folder) => setFilter({ folder: folder ?? '' })}
        />
      )}
      {drawn > 6 && versions && (
        <Checkbox
          checked={filter.mainOnly}
          disabled={reading}
          onChange={({ target }) => setFilter({ mainOnly: target.checked })}
        >
          {t('library.filter.mainOnly')}
        </Checkbox>
      )}
    </>
  )
})

/** Ways to what is doubtful, to another layout, and to more sources. */
const Tools = memo(function Tools({ doubtful }: { doubtful: number }) {
  const { t } = useTranslation()
  const layout = useLibrary((state) => state.layout)
  return (
    <>
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
    </>
  )
})

interface FilterBarProps {
  lines: readonly LibraryLine[]
  /** How many of them are shown. */
  shown: number
  /** False while not all lines are known: nothing is counted then, nor chosen of what they have. */
  whole: boolean
}

/** Filter boxes, how the library is laid out, and the ways to add to it; the boxes are dear, so not drawn for less. */
export const FilterBar = memo(function FilterBar({ lines, shown, whole }: FilterBarProps) {
  const { t } = useTranslation()
  const filter = useLibrary((state) => state.filter)
  const doubtful = useMemo(() => (whole ? lines.filter(({ doubts }) => doubts.length > 0).length : 0), [lines, whole])
  const years = useSame(useMemo(() => yearsOf(lines), [lines]))
  const folders = useSame(useMemo(() => foldersOf(lines), [lines]))
  const formats = useSame(useMemo(() => formatsIn(lines), [lines]))
  const versions = useMemo(() => lines.some((line) => line.versions > 1), [lines])
  const filtered = isFiltering(filter)
  const drawn = useInTurn(TURNS)
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
      <Boxes years={years} folders={folders} formats={formats} versions={versions} reading={!whole} drawn={drawn} />
      {filtered ? (
        <Button type="link" onClick={() => libraryState.setState({ filter: NO_FILTER })}>
          {t('library.filter.clear')}
        </Button>
      ) : null}
      <div className={styles.tools}>
        <span className={`${styles.count} db-figures`} role="status">
          {!whole
            ? ''
            : filtered
              ? t('library.countOf', { shown, total: lines.length })
              : t('library.count', { total: lines.length })}
        </span>
        {drawn > 1 && <Tools doubtful={doubtful} />}
      </div>
    </search>
  )
})
