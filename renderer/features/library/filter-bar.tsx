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

/** Boxes with one value to choose. */
type Choice = 'level' | 'year' | 'kind' | 'format' | 'state' | 'folder'

interface BoxProps {
  name: Choice
  /** What can be chosen; the same array while it is the same: antd goes through all of them otherwise. */
  values: readonly (string | number)[]
  /** Locale keys before the values, for those that are not words of the reports themselves. */
  labels?: string
  wide?: boolean
  /** True while more may be found to choose from. */
  reading?: boolean
}

/** A box of the filter; drawn again for its own value only. */
const Box = memo(function Box({ name, values, labels, wide = false, reading = false }: BoxProps) {
  const { t } = useTranslation()
  const held = useLibrary((state) => state.filter[name])
  const value = held === '' ? null : held
  const label = t(`library.filter.${name}`)
  const options = useMemo(
    () => values.map((value) => ({ value, label: labels ? t(`${labels}.${value}`) : String(value) })),
    [values, labels, t],
  )
  return (
    <Select<string | number>
      allowClear
      disabled={reading}
      loading={reading}
      showSearch={SEARCHED}
      popupMatchSelectWidth={false}
      className={(wide ? styles.wide : styles.select) ?? ''}
      placeholder={label}
      aria-label={label}
      // antd takes null for a value of its own.
      {...(value === null ? { value: null as unknown as string } : { value })}
      options={options}
      onChange={(chosen) => setFilter({ [name]: chosen ?? NO_FILTER[name] })}
    />
  )
})

/** Choices are found by their words. One object: antd makes its filter anew for another. */
const SEARCHED = { optionFilterProp: 'label' } as const

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

const KINDS = [...ReportKind.options, 'none']

const Boxes = memo(function Boxes({ years, folders, formats, versions, reading, drawn }: BoxesProps) {
  return (
    <>
      <InTurn there={drawn > 2}>
        <Box name="level" values={PlaceLevel.options} labels="library.level" />
      </InTurn>
      <InTurn there={drawn > 3}>
        <Box name="year" values={years} reading={reading} />
      </InTurn>
      <InTurn there={drawn > 4}>
        <Box name="kind" values={KINDS} labels="library.kind" />
      </InTurn>
      {drawn > 6 && formats.length > 1 && (
        <Box name="format" values={formats} labels="library.format" reading={reading} />
      )}
      <InTurn there={drawn > 5}>
        <Box name="state" values={STATES} labels="library.state" />
      </InTurn>
      {drawn > 6 && folders.length > 0 && <Box wide name="folder" values={folders} reading={reading} />}
      {drawn > 6 && versions && <MainOnly reading={reading} />}
    </>
  )
})

function MainOnly({ reading }: { reading: boolean }) {
  const { t } = useTranslation()
  const checked = useLibrary((state) => state.filter.mainOnly)
  return (
    <Checkbox checked={checked} disabled={reading} onChange={({ target }) => setFilter({ mainOnly: target.checked })}>
      {t('library.filter.mainOnly')}
    </Checkbox>
  )
}

/** Where words are typed: what follows every key at once, all else a moment later. */
function TextBox() {
  const { t } = useTranslation()
  const text = useLibrary((state) => state.filter.text)
  return (
    <Input
      allowClear
      className={styles.text ?? ''}
      prefix={<Search size={14} aria-hidden />}
      placeholder={t('library.filter.text')}
      aria-label={t('library.filter.text')}
      value={text}
      onChange={(event) => setFilter({ text: event.target.value })}
    />
  )
}

function Clear() {
  const { t } = useTranslation()
  if (!useLibrary((state) => isFiltering(state.filter))) return null
  return (
    <Button type="link" onClick={() => libraryState.setState({ filter: NO_FILTER })}>
      {t('library.filter.clear')}
    </Button>
  )
}

/** How many lines are shown, and of how many. */
function Count({ shown, total, whole }: { shown: number; total: number; whole: boolean }) {
  const { t } = useTranslation()
  const filtered = useLibrary((state) => isFiltering(state.filter))
  return (
    <span className={`${styles.count} db-figures`} role="status">
      {whole && (filtered ? t('library.countOf', { shown, total }) : t('library.count', { total }))}
    </span>
  )
}

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
  const doubtful = useMemo(() => (whole ? lines.filter(({ doubts }) => doubts.length > 0).length : 0), [lines, whole])
  const years = useSame(useMemo(() => yearsOf(lines), [lines]))
  const folders = useSame(useMemo(() => foldersOf(lines), [lines]))
  const formats = useSame(useMemo(() => formatsIn(lines), [lines]))
  const versions = useMemo(() => lines.some((line) => line.versions > 1), [lines])
  const drawn = useInTurn(TURNS)
  const { t } = useTranslation()
  return (
    <search className={styles.bar} aria-label={t('library.filter.label')}>
      <TextBox />
      <Boxes years={years} folders={folders} formats={formats} versions={versions} reading={!whole} drawn={drawn} />
      <Clear />
      <div className={styles.tools}>
        <Count shown={shown} total={lines.length} whole={whole} />
        {drawn > 1 && <Tools doubtful={doubtful} />}
      </div>
    </search>
  )
})
