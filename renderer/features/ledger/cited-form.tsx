import { AutoComplete, Button, Input, Segmented, Select } from 'antd'
import { Genre } from '#shared/model/ledger'
import { StatementKind } from '#shared/model/statement'
import { type CitedDraft, missingOf, readDraft } from './cited-draft'
import detail from './detail.module.css'
import styles from './ledger.module.css'
import type { PlaceChoice } from './lines'
import type { LedgerWords } from './use-words'

interface CitedFormProps {
  draft: CitedDraft
  places: readonly PlaceChoice[]
  /** Indicators of the dictionary and phrases of the ledger. */
  indicators: readonly { value: string; label: string }[]
  words: LedgerWords
  onChange: (draft: CitedDraft) => void
  onSave: () => void
  onCancel: () => void
}

/** How what was typed is read, so that one sees it before it is saved. */
function Reading({ draft, words }: Pick<CitedFormProps, 'draft' | 'words'>) {
  const { t } = words
  const read = readDraft(draft)
  if (!read)
    return (
      <span className={styles.quiet}>
        {t(draft.typed === '' ? 'ledgerView.cited.typedHint' : 'ledgerView.cited.unread')}
      </span>
    )
  const { value, high, unit, comparator, kind } = read
  return (
    <span className={`${styles.quiet} db-figures`} role="status">
      {t('ledgerView.cited.readAs', {
        quantity: `${t(`compare.comparator.${comparator}`)} ${value}${high === null ? '' : `–${high}`}${unit}`.trim(),
        kind: t(`compare.kind.${kind}`),
      })}
    </span>
  )
}

/** A result with its citation, typed in. */
export function CitedForm({ draft, places, indicators, words, onChange, onSave, onCancel }: CitedFormProps) {
  const { t } = words
  const missing = missingOf(draft)
  const set = (patch: Partial<CitedDraft>): void => onChange({ ...draft, ...patch })
  const field = (name: string): string => t(`ledgerView.cited.${name}`)
  const text = (name: 'year' | 'citation' | 'basis' | 'subset', hint?: string) => (
    <Input
      aria-label={field(name)}
      placeholder={hint}
      value={draft[name]}
      onChange={({ target }) => set({ [name]: target.value })}
      onPressEnter={onSave}
    />
  )
  return (
    <div className={detail.form}>
      <span>{t('ledgerView.place')}</span>
      <Select
        aria-label={t('ledgerView.place')}
        value={draft.place}
        showSearch={{ optionFilterProp: 'label' }}
        options={places.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(place) => set({ place })}
      />
      <span>{field('year')}</span>
      {text('year')}
      <span>{field('indicator')}</span>
      <AutoComplete
        aria-label={field('indicator')}
        value={indicators.find(({ value }) => value === draft.indicator)?.label ?? draft.indicator}
        options={indicators.map(({ label }) => ({ value: label }))}
        showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
        onChange={(label: string) => set({ indicator: indicators.find((one) => one.label === label)?.value ?? label })}
      />
      <span>{field('typed')}</span>
      <span className={detail.stack}>
        <Input
          autoFocus
          aria-label={field('typed')}
          placeholder="4.3%"
          value={draft.typed}
          onChange={({ target }) => set({ typed: target.value })}
          onPressEnter={onSave}
        />
        <Reading draft={draft} words={words} />
      </span>
      <span>{field('kind')}</span>
      <Segmented<StatementKind>
        aria-label={field('kind')}
        value={readDraft(draft)?.kind ?? draft.kind}
        options={StatementKind.options.map((value) => ({ value, label: t(`compare.kind.${value}`) }))}
        onChange={(kind) => set({ kind, kindChosen: true })}
      />
      <span>{field('genre')}</span>
      <Select<Genre>
        aria-label={field('genre')}
        value={draft.genre}
        options={Genre.options.map((value) => ({ value, label: t(`ledgerView.genre.${value}`) }))}
        onChange={(genre) => set({ genre })}
      />
      <span>{field('citation')}</span>
      {text('citation', field('citationHint'))}
      <span>{field('basis')}</span>
      {text('basis', field('optional'))}
      <span>{field('subset')}</span>
      {text('subset', field('optional'))}
      <span />
      <span className={styles.buttons}>
        <Button type="primary" disabled={missing.length > 0} onClick={onSave}>
          {field('save')}
        </Button>
        <Button onClick={onCancel}>{field('cancel')}</Button>
        {missing.length > 0 && (
          <span className={styles.quiet}>
            {t('ledgerView.cited.missing', {
              fields: missing.map((name) => (name === 'place' ? t('ledgerView.place') : field(name))).join('、'),
            })}
          </span>
        )}
      </span>
    </div>
  )
}
