import { Button, Select } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../storage'
import { runCommand } from '../../workbench'
import { CodeField } from '../autocode'
import { codeHits } from './actions'
import type { SearchController } from './controller'
import { EXTENTS } from './remembered'
import styles from './search.module.css'
import { useChosenCodes, useSearch } from './use-search'

/** What can be done with all hits, or with those that are ticked. */
export const StepBar = memo(function StepBar({ controller }: { controller: SearchController }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const codes = useChosenCodes(controller)
  const extent = useSearch(controller, (state) => state.looks.extent)
  const ticks = useSearch(controller, (state) => state.ticks)
  const count = useSearch(controller, (state) => state.lines?.count ?? 0)
  const work = useSearch(controller, (state) => state.work)
  const isMemos = useSearch(controller, (state) => state.answered?.over === 'memos')
  const ticked = ticks.count(count)
  const number = (value: number) => value.toLocaleString(i18n.language)
  const hint = isMemos ? 'memos' : codes.length === 0 ? 'first' : null
  const coding = work?.what === 'coding' ? work : null
  const label = coding
    ? t('search.code.working', { done: coding.done, total: coding.total })
    : t(`search.code.${ticked > 0 ? 'ticked' : 'all'}`, { count: number(ticked || count) })
  return (
    <div className={styles.steps}>
      <CodeField
        chosen={codes}
        onChange={(chosen) => controller.look({ codes: chosen })}
        onEnter={(shift) => shift && runCommand('search.code')}
      />
      <Select
        className={styles.extent ?? ''}
        aria-label={t('search.code.extent')}
        value={extent}
        options={EXTENTS.map((value) => ({ value, label: t(`search.code.${value}`) }))}
        onChange={(value) => controller.look({ extent: value })}
      />
      <Button
        type="primary"
        loading={coding !== null}
        disabled={work !== null || hint !== null || count === 0}
        title={hint ? t(`search.code.${hint}`) : undefined}
        onClick={() => void codeHits(session, controller)}
      >
        {label}
      </Button>
      <fieldset className={styles.buttons} disabled={count === 0} aria-label={t('search.column.tick')}>
        <button type="button" onClick={() => controller.tickAll(true)}>
          {t('search.tickAll')}
        </button>
        <button type="button" onClick={() => controller.tickAll(false)}>
          {t('search.tickNone')}
        </button>
      </fieldset>
      <span className={`${styles.aside} db-figures`} role="status">
        {ticked > 0 && t('search.ticked', { ticked: number(ticked), count: number(count) })}
      </span>
      <span className={styles.gap} />
      {work?.what === 'writing' && (
        <span className={`${styles.aside} db-figures`} role="status">
          {t('search.export.working', { done: number(work.done), total: number(work.total) })}
        </span>
      )}
      {(['csv', 'xlsx'] as const).map((type) => (
        <Button
          key={type}
          disabled={count === 0 || work !== null}
          title={t(`search.command.${type}`)}
          onClick={() => runCommand(`search.${type}`)}
        >
          {t(`search.export.${type}`)}
        </Button>
      ))}
    </div>
  )
})
