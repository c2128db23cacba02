import { Button, Checkbox, Dropdown, Select } from 'antd'
import { Download, FoldVertical, UnfoldVertical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { IconButton } from '../../ui/icon-button'
import { displayKeys, runCommand } from '../../workbench'
import type { QuotesController } from './controller'
import { GROUPINGS, type Grouping } from './order'
import styles from './quotes.module.css'

const EXPORTS = { xlsx: 'Mod+E', csv: 'Mod+Shift+C', text: 'Mod+Alt+C' } as const
const EXPORT_TYPES = Object.keys(EXPORTS) as (keyof typeof EXPORTS)[]

/** How many quotes are shown of how many. */
function Count({ list }: { list: QuotesController }) {
  const { t, i18n } = useTranslation()
  const shown = useStore(list.store, ({ entries }) => entries.length)
  const all = useStore(list.store, ({ known }) => known?.quotes.length ?? 0)
  const state = useStore(list.store, ({ known }) => known?.state)
  const working = useStore(list.store, (state) => state.working)
  const figure = (number: number) => number.toLocaleString(i18n.language)
  return (
    <span className={`${styles.count} db-figures`} role="status">
      {state === 'reading'
        ? t('quotes.loading', { count: figure(all) })
        : t('quotes.count', { shown: figure(shown), all: figure(all) })}
      {state === 'placing' && <small> {t('quotes.placing')}</small>}
      {working && <progress className={styles.working} aria-label={t('quotes.working')} />}
    </span>
  )
}

/** How the lines are grouped, a line for each code or not, and what can be taken out. */
export function Toolbar({ list }: { list: QuotesController }) {
  const { t } = useTranslation()
  const group = useStore(list.store, (state) => state.group)
  const each = useStore(list.store, (state) => state.each)
  const open = useStore(list.store, (state) => state.folded.size < (state.groups?.length ?? 0))
  return (
    <>
      <Count list={list} />
      <Checkbox
        checked={each || group === 'code'}
        disabled={group === 'code'}
        onChange={({ target }) => list.change({ each: target.checked })}
      >
        <span title={t('quotes.filter.perCodeHint')}>{t('quotes.filter.perCode')}</span>
      </Checkbox>
      <Select<Grouping>
        allowClear
        className={styles.groupBox ?? ''}
        aria-label={t('quotes.group.label')}
        placeholder={t('quotes.group.label')}
        // antd takes null for a value of its own.
        {...(group === null ? {} : { value: group })}
        key={group ?? ''}
        options={GROUPINGS.map((value) => ({ value, label: t(`quotes.group.by.${value}`) }))}
        onChange={(value) => list.change({ group: value ?? null })}
      />
      {group && (
        <IconButton
          icon={open ? FoldVertical : UnfoldVertical}
          label={t(`quotes.group.${open ? 'closeAll' : 'openAll'}`)}
          onClick={() => list.foldAll(open)}
        />
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          items: EXPORT_TYPES.map((type) => ({
            key: type,
            label: `${t(`quotes.export.${type}`)}  ${displayKeys(EXPORTS[type])}`,
            onClick: () => void runCommand(`quotes.${type}`),
          })),
        }}
      >
        <Button
          icon={<Download size={14} aria-hidden />}
          aria-label={t('quotes.export.label')}
          title={t('quotes.export.label')}
        />
      </Dropdown>
    </>
  )
}
