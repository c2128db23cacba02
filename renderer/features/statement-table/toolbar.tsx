import { Button, Checkbox, Dropdown, Popover, Select } from 'antd'
import { Columns3, Download, Eye, FoldVertical, RefreshCw, UnfoldVertical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { IconButton } from '../../ui/icon-button'
import { runCommand } from '../../workbench'
import { GROUPINGS, type Grouping } from '../../workers/statements/protocol'
import { ATTENTION, type TableController } from './controller'
import styles from './filters.module.css'
import { resetColumns, showColumn, useRemembered } from './remembered'
import { COLUMN_IDS } from './table-columns'

function ColumnChooser() {
  const { t } = useTranslation()
  const columns = useRemembered((state) => state.columns)
  const list = (
    <div className={styles.chooser}>
      {COLUMN_IDS.map((id) => (
        <Checkbox key={id} checked={columns.includes(id)} onChange={({ target }) => showColumn(id, target.checked)}>
          {t(`statementTable.column.${id}`)}
        </Checkbox>
      ))}
      <Button size="small" onClick={resetColumns}>
        {t('statementTable.columns.reset')}
      </Button>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={list}>
      <Button
        icon={<Columns3 size={14} aria-hidden />}
        aria-label={t('statementTable.columns.label')}
        title={t('statementTable.columns.label')}
      />
    </Popover>
  )
}

function GroupBox({ table }: { table: TableController }) {
  const { t } = useTranslation()
  const group = useStore(table.store, (state) => state.group)
  const open = useStore(table.store, (state) => state.collapsed.size < (state.result?.groups?.length ?? 0))
  const offered = GROUPINGS.filter((one) => table.report === null || one === 'indicator' || one === 'status')
  return (
    <>
      <Select<Grouping>
        allowClear
        className={styles.groupBox ?? ''}
        aria-label={t('statementTable.group.label')}
        placeholder={t('statementTable.group.label')}
        // antd takes null for a value of its own.
        {...(group === null ? { value: null as unknown as Grouping } : { value: group })}
        options={offered.map((value) => ({ value, label: t(`statementTable.group.by.${value}`) }))}
        onChange={(value) => table.change({ group: value ?? null })}
      />
      {group && (
        <IconButton
          icon={open ? FoldVertical : UnfoldVertical}
          label={t(`statementTable.group.${open ? 'closeAll' : 'openAll'}`)}
          onClick={() => table.collapseAll(open)}
        />
      )}
    </>
  )
}

/** How rows are ordered and grouped, which columns are shown, and what can be taken out. */
export function Toolbar({ table }: { table: TableController }) {
  const { t } = useTranslation()
  const stale = useStore(table.store, (state) => state.stale)
  const sort = useStore(table.store, (state) => state.sort)
  const first = sort[0]?.column === 'attention'
  return (
    <>
      <IconButton
        icon={RefreshCw}
        className={stale ? (styles.stale ?? '') : ''}
        label={t(`statementTable.${stale ? 'staleHint' : 'stale'}`)}
        disabled={!stale}
        onClick={() => void table.ask()}
      />
      <Button
        icon={<Eye size={14} aria-hidden />}
        type={first ? 'primary' : 'default'}
        ghost={first}
        aria-pressed={first}
        title={t('statementTable.attentionHint')}
        onClick={() => table.change({ sort: ATTENTION })}
      >
        {t('statementTable.attention')}
      </Button>
      <GroupBox table={table} />
      <ColumnChooser />
      <Dropdown
        trigger={['click']}
        menu={{
          items: (['xlsx', 'csv'] as const).map((type) => ({
            key: type,
            label: t(`statementTable.export.${type}`),
            onClick: () => void runCommand(`statementTable.${type}`),
          })),
        }}
      >
        <Button
          icon={<Download size={14} aria-hidden />}
          aria-label={t('statementTable.export.label')}
          title={t('statementTable.export.label')}
        />
      </Dropdown>
    </>
  )
}
