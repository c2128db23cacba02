import { Button, Checkbox, Input, Segmented, Select } from 'antd'
import { ListChecks, Search, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { nameIn, useDictionary } from '../indicators'
import styles from './autocode.module.css'
import type { AutocodeController } from './controller'
import { EXTENTS, LONGEST_PATTERN, patternIn, problemOf, TYPES } from './query'
import { currentReport, useAuto, useReportName, useRules } from './use-autocode'

/** An indicator of the dictionary, searched by any of its names. */
function IndicatorField({ controller }: { controller: AutocodeController }) {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  const value = useAuto(controller, (state) => state.query.patterns.indicator)
  const options = dictionary.indicators.map((indicator) => ({
    value: indicator.id,
    label: nameIn(indicator, i18n.language),
    search: [indicator.id, indicator.name, indicator.english, ...indicator.aliases].join('\n').toLocaleLowerCase(),
  }))
  return (
    <Select
      data-focus-first
      className={styles.pattern ?? ''}
      aria-label={t('autocode.pattern.indicator')}
      placeholder={t('autocode.pattern.indicatorHint')}
      value={value || null}
      options={options}
      showSearch={{
        filterOption: (typed, option) => option?.search.includes(typed.trim().toLocaleLowerCase()) ?? false,
      }}
      onChange={(id: string) => {
        controller.setPattern(id)
        void controller.run(currentReport())
      }}
    />
  )
}

/** The words or the expression; an expression that is not valid says why while it is typed. */
function PatternField({ controller }: { controller: AutocodeController }) {
  const { t } = useTranslation()
  const query = useAuto(controller, (state) => state.query)
  const { type } = query
  if (type === 'indicator') return <IndicatorField controller={controller} />
  const problem = problemOf(query)
  return (
    <Input
      allowClear
      data-focus-first
      className={`${styles.pattern ?? ''} ${type === 'regex' ? (styles.expression ?? '') : ''}`}
      aria-label={t(`autocode.pattern.${type}`)}
      aria-invalid={Boolean(problem)}
      aria-describedby="autocode-problem"
      maxLength={LONGEST_PATTERN}
      spellCheck={false}
      {...(problem ? { status: 'error' as const } : {})}
      placeholder={t(`autocode.pattern.${type}Hint`)}
      value={patternIn(query)}
      onChange={({ target }) => controller.setPattern(target.value)}
      onPressEnter={({ nativeEvent }) => {
        if (!nativeEvent.isComposing) void controller.run(currentReport())
      }}
    />
  )
}

function ScopeField({ controller }: { controller: AutocodeController }) {
  const { t } = useTranslation()
  const scope = useAuto(controller, (state) => state.query.scope)
  const listed = useAuto(controller, (state) => state.listed)
  const report = useReportName()
  const options = [
    { value: 'all', label: t('autocode.scope.all') },
    { value: 'report', label: t('autocode.scope.report', { name: report ?? '' }), disabled: report === null },
    ...(listed ? [{ value: 'listed', label: t(listed.label.key, listed.label.params) }] : []),
  ] as const
  const stands = (scope === 'report' && report !== null) || (scope === 'listed' && listed !== null)
  return (
    <Select
      className={styles.scope ?? ''}
      aria-label={t('autocode.scope.label')}
      value={stands ? scope : 'all'}
      options={[...options]}
      popupMatchSelectWidth={false}
      onChange={(value: typeof scope) => controller.set({ scope: value })}
    />
  )
}

/** What is looked for, where, and what is marked of a hit. */
export function QueryBar({ controller }: { controller: AutocodeController }) {
  const { t } = useTranslation()
  const query = useAuto(controller, (state) => state.query)
  const isScanning = useAuto(controller, (state) => state.scanning !== null)
  const isOpen = useAuto(controller, (state) => state.rules)
  const rules = useRules()
  const problem = problemOf(query)
  return (
    <search className={styles.query} aria-label={t('autocode.label')}>
      <div className={styles.bar}>
        <Segmented
          aria-label={t('autocode.type.label')}
          value={query.type}
          options={TYPES.map((type) => ({ value: type, label: t(`autocode.type.${type}`) }))}
          onChange={(type) => controller.set({ type })}
        />
        <PatternField controller={controller} />
        {isScanning ? (
          <Button icon={<Square size={13} aria-hidden />} onClick={() => controller.stop()}>
            {t('autocode.stop')}
          </Button>
        ) : (
          <Button
            type="primary"
            icon={<Search size={14} aria-hidden />}
            disabled={problem !== null}
            onClick={() => void controller.run(currentReport())}
          >
            {t('autocode.run')}
          </Button>
        )}
        <ScopeField controller={controller} />
        <Select
          className={styles.extent ?? ''}
          aria-label={t('autocode.extent.label')}
          value={query.extent}
          options={EXTENTS.map((extent) => ({ value: extent, label: t(`autocode.extent.${extent}`) }))}
          onChange={(extent) => controller.set({ extent })}
        />
        <Checkbox checked={query.everywhere} onChange={({ target }) => controller.set({ everywhere: target.checked })}>
          <span title={t('autocode.everywhereHint')}>{t('autocode.everywhere')}</span>
        </Checkbox>
        <Button
          className={styles.rulesButton ?? ''}
          icon={<ListChecks size={14} aria-hidden />}
          aria-expanded={isOpen}
          type={isOpen ? 'primary' : 'default'}
          ghost={isOpen}
          onClick={() => controller.showRules(!isOpen)}
        >
          {t('autocode.rules.button', { count: rules?.length ?? 0 })}
        </Button>
      </div>
      <p id="autocode-problem" className={styles.problem} role="status">
        {problem ? t('autocode.invalid', { problem }) : ''}
      </p>
    </search>
  )
}
