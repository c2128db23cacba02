import { Button, Dropdown, Select } from 'antd'
import { ArrowLeftRight, Download, FoldVertical, UnfoldVertical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { IconButton } from '../../ui/icon-button'
import { displayKeys, runCommand } from '../../workbench'
import { isWhole, type MattersController } from './controller'
import { type Grouping, groupingsOf } from './groups'
import styles from './matters.module.css'

const EXPORTS = { xlsx: 'Mod+E', xlsxAll: 'Shift+E', csv: 'Mod+Shift+C' } as const
const EXPORT_TYPES = Object.keys(EXPORTS) as (keyof typeof EXPORTS)[]

/** How many matters are shown of how many, or how far reading them is. */
function Count({ table }: { table: MattersController }) {
  const { t, i18n } = useTranslation()
  const shown = useStore(table.store, (state) => state.shown)
  const all = useStore(table.store, ({ all, tab }) => all[tab])
  const known = useStore(table.store, (state) => state.known)
  const whole = useStore(table.store, isWhole)
  const working = useStore(table.store, (state) => state.working)
  const figure = (number: number) => number.toLocaleString(i18n.language)
  return (
    <span className={`${styles.count} db-figures`} role="status">
      {whole || !known
        ? t('matters.grid.count', { shown: figure(shown), all: figure(all) })
        : t('matters.grid.loading', { done: figure(known.done), total: figure(known.total) })}
      {!whole && known && (
        <progress
          className={styles.working}
          max={known.total}
          value={known.done}
          aria-label={t('matters.grid.working')}
        />
      )}
      {working && <progress className={styles.working} aria-label={t('matters.grid.working')} />}
    </span>
  )
}

/** How the lines are grouped, and what can be taken out. */
export function Toolbar({ table }: { table: MattersController }) {
  const { t } = useTranslation()
  const tab = useStore(table.store, (state) => state.tab)
  const group = useStore(table.store, (state) => state.group)
  const open = useStore(table.store, ({ folded }) => folded.size === 0)
  const pairs = useStore(table.pairs.store, (state) => state.shown)
  const folds = group !== null || tab === 'checklist'
  return (
    <>
      <Count table={table} />
      <Select<Grouping>
        allowClear
        className={styles.groupBox ?? ''}
        aria-label={t('matters.grid.group.label')}
        placeholder={t('matters.grid.group.label')}
        // antd takes null for a value of its own.
        {...(group === null ? {} : { value: group })}
        key={`${tab} ${group ?? ''}`}
        options={groupingsOf(tab).map((value) => ({ value, label: t(`matters.grid.group.by.${value}`) }))}
        onChange={(value) => table.groupBy(value ?? null)}
      />
      {folds && (
        <IconButton
          icon={open ? FoldVertical : UnfoldVertical}
          label={t(`matters.grid.group.${open ? 'closeAll' : 'openAll'}`)}
          onClick={() => table.foldAll(open)}
        />
      )}
      {tab === 'venture' && (
        <IconButton
          icon={ArrowLeftRight}
          label={t(`matters.grid.pairs.${pairs ? 'hide' : 'show'}`)}
          aria-pressed={pairs}
          onClick={() => table.pairs.store.setState({ shown: !pairs })}
        />
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          items: EXPORT_TYPES.map((type) => ({
            key: type,
            label: t(`matters.grid.export.${type}`),
            extra: displayKeys(EXPORTS[type]),
            onClick: () => void runCommand(`matters.${type}`),
          })),
        }}
      >
        <Button
          icon={<Download size={14} aria-hidden />}
          aria-label={t('matters.grid.export.label')}
          title={t('matters.grid.export.label')}
        />
      </Dropdown>
    </>
  )
}
