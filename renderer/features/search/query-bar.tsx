import { Button, Dropdown, Input, Popover, Segmented, Select } from 'antd'
import { CircleHelp, History, Search } from 'lucide-react'
import { type KeyboardEvent, memo, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchController } from './controller'
import { FOLDS, OVERS, UNITS } from './question'
import styles from './search.module.css'
import { SyntaxHelp } from './syntax-help'
import { useSearch } from './use-search'

interface FieldProps {
  controller: SearchController
  /** Moves the keyboard to the hits. */
  onHits: () => void
}

/** What is looked for, while it is typed. */
function QueryField({ controller, onHits }: FieldProps) {
  const { t } = useTranslation()
  const query = useSearch(controller, (state) => state.question.query)
  const problem = useSearch(controller, (state) => state.problem)
  const isFirst = useSearch(controller, (state) => !state.inList)
  const [typed, setTyped] = useState(query)
  const [isComposing, setComposing] = useState(false)
  useEffect(() => setTyped(query), [query])
  const type = (words: string) => {
    setTyped(words)
    // Letters of an input method are not the words yet.
    if (!isComposing) controller.set({ query: words })
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      controller.keepRecent()
      onHits()
    } else if (event.key === 'Escape') controller.stop()
  }
  return (
    <Input
      allowClear
      className={styles.query ?? ''}
      {...(isFirst ? { 'data-focus-first': '' } : {})}
      prefix={<Search size={14} aria-hidden />}
      placeholder={t('search.query.hint')}
      aria-label={t('search.query.label')}
      aria-describedby="search-problem"
      aria-invalid={problem !== null}
      status={problem ? 'error' : ''}
      spellCheck={false}
      value={typed}
      onChange={({ target }) => type(target.value)}
      onFocus={() => controller.store.setState({ inList: false })}
      onBlur={() => controller.keepRecent()}
      onKeyDown={keys}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={({ currentTarget }) => {
        setComposing(false)
        controller.set({ query: currentTarget.value })
      }}
    />
  )
}

/** Queries of before, to be asked again. */
function Recent({ controller }: { controller: SearchController }) {
  const { t } = useTranslation()
  const recent = useSearch(controller, (state) => state.recent)
  const items =
    recent.length > 0
      ? recent.map((query) => ({ key: `=${query}`, label: query, onClick: () => controller.set({ query }) }))
      : [{ key: 'none', label: t('search.query.noRecent'), disabled: true }]
  return (
    <Dropdown menu={{ items, className: styles.recent ?? '' }} trigger={['click']} autoFocus>
      <Button
        icon={<History size={14} aria-hidden />}
        aria-label={t('search.query.recent')}
        title={t('search.query.recent')}
        aria-haspopup="menu"
      />
    </Dropdown>
  )
}

/** What counts as the same character. */
function Folds({ controller }: { controller: SearchController }) {
  const { t } = useTranslation()
  const folds = useSearch(controller, (state) => state.question.folds)
  return (
    <fieldset className={styles.buttons} aria-label={t('search.fold.label')}>
      {FOLDS.map((fold) => (
        <button
          key={fold}
          type="button"
          aria-pressed={folds[fold]}
          title={t(`search.fold.${fold}Hint`)}
          onClick={() => controller.set({ folds: { ...folds, [fold]: !folds[fold] } })}
        >
          {t(`search.fold.${fold}`)}
        </button>
      ))}
    </fieldset>
  )
}

/** What is looked for and through, and what counts as the same; under the field what is wrong with the query. */
export const QueryBar = memo(function QueryBar({ controller, onHits }: FieldProps) {
  const { t } = useTranslation()
  const [isHelping, setHelping] = useState(false)
  const over = useSearch(controller, (state) => state.question.over)
  const unit = useSearch(controller, (state) => state.question.unit)
  const problem = useSearch(controller, (state) => state.problem)
  return (
    <search className={styles.head} aria-label={t('search.label')}>
      <div className={styles.bar}>
        <QueryField controller={controller} onHits={onHits} />
        <Recent controller={controller} />
        <Popover
          trigger="click"
          placement="bottomLeft"
          content={<SyntaxHelp />}
          open={isHelping}
          onOpenChange={setHelping}
        >
          <Button
            icon={<CircleHelp size={14} aria-hidden />}
            aria-label={t('search.query.help')}
            title={t('search.query.help')}
            aria-expanded={isHelping}
            onKeyDown={({ key }) => key === 'Escape' && setHelping(false)}
          />
        </Popover>
        <Segmented
          aria-label={t('search.over.label')}
          value={over}
          options={OVERS.map((value) => ({
            value,
            label: t(`search.over.${value}`),
            title: t(`search.overHint.${value}`),
          }))}
          onChange={(value) => controller.set({ over: value })}
        />
        <Select
          className={styles.unit ?? ''}
          aria-label={t('search.unit.label')}
          title={t('search.unit.label')}
          value={unit}
          options={UNITS.map((value) => ({ value, label: t(`search.unit.${value}`) }))}
          onChange={(value) => controller.set({ unit: value })}
        />
        <Folds controller={controller} />
      </div>
      <p id="search-problem" className={styles.problem} role="status">
        {problem ? t(problem.key, problem.params) : ''}
      </p>
    </search>
  )
})
