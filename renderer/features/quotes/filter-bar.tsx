import { Button, Checkbox, Input, type InputRef, Select } from 'antd'
import { Search, X } from 'lucide-react'
import { type ReactNode, type Ref, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Quote } from '../../storage'
import { type Choices, choicesOf } from './choices'
import type { QuotesController } from './controller'
import { type Chip, chipsOf, isFiltering, NO_FILTER, withoutChip } from './filter'
import styles from './quotes.module.css'

/** A letter is searched this long after it, in milliseconds: the next one mostly follows. */
const TYPING = 150

function TextBox({ list, boxRef }: { list: QuotesController; boxRef: Ref<InputRef> }) {
  const { t } = useTranslation()
  const text = useStore(list.store, (state) => state.filter.text)
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  useEffect(() => {
    if (typed === list.store.getState().filter.text) return
    const timer = setTimeout(() => list.filter({ text: typed }), TYPING)
    return () => clearTimeout(timer)
  }, [typed, list])
  return (
    <Input
      ref={boxRef}
      allowClear
      className={styles.textBox ?? ''}
      prefix={<Search size={14} aria-hidden />}
      placeholder={t('quotes.filter.text')}
      aria-label={t('quotes.filter.text')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

interface Option<T> {
  value: T
  label: ReactNode
  search: string
}

interface BoxProps<T extends string | number> {
  list: QuotesController
  name: 'codes' | 'places' | 'years' | 'kinds' | 'authors'
  value: readonly T[]
  /** Made only when the box is opened: thousands of quotes are counted for it. */
  options: (choices: Choices) => readonly Option<T>[]
  onChange: (values: T[]) => void
}

/** Several of many, searched by typing; says how many are chosen. */
function Box<T extends string | number>({ list, name, value, options, onChange }: BoxProps<T>) {
  const { t } = useTranslation()
  const [offered, setOffered] = useState<readonly Option<T>[]>([])
  const label = t(`quotes.filter.${name}`)
  return (
    <Select
      mode="multiple"
      allowClear
      className={styles.box ?? ''}
      aria-label={label}
      placeholder={name === 'codes' ? t('quotes.column.codes') : label}
      maxTagCount={0}
      maxTagPlaceholder={(chosen) => `${label} ${chosen.length}`}
      popupMatchSelectWidth={260}
      showSearch={{ filterOption: (typed, option) => option?.search.includes(typed.toLocaleLowerCase()) ?? false }}
      value={[...value]}
      options={[...offered]}
      onOpenChange={(open) => {
        if (open) setOffered(options(choicesOf(list.store.getState().known?.quotes ?? [])))
      }}
      onChange={onChange}
    />
  )
}

function counted<T extends string | number>(value: T, name: string, count: number): Option<T> {
  const label = (
    <span className={styles.option}>
      <span>{name}</span>
      <span className="db-figures">{count}</span>
    </span>
  )
  return { value, label, search: `${value}\n${name}`.toLocaleLowerCase() }
}

function Boxes({ list }: { list: QuotesController }) {
  const { t } = useTranslation()
  const filter = useStore(list.store, (state) => state.filter)
  const codes = useStore(list.store, (state) => state.codes)
  return (
    <>
      <Box
        list={list}
        name="codes"
        value={filter.codes}
        options={(choices) => [
          ...codes.codes.map(({ id }) => counted(id, codes.path(id), choices.codes.get(id) ?? 0)),
          counted('', t('quotes.noCode'), choices.codes.get('') ?? 0),
        ]}
        onChange={(next) => list.filter({ codes: next })}
      />
      <Box
        list={list}
        name="places"
        value={filter.places}
        options={({ places }) =>
          places.map(({ value, name, count }) => counted(value, name || t('quotes.noPlace'), count))
        }
        onChange={(places) => list.filter({ places })}
      />
      <Box
        list={list}
        name="years"
        value={filter.years}
        options={({ years }) => years.map(({ value, name, count }) => counted(value, name, count))}
        onChange={(years) => list.filter({ years })}
      />
      <Box
        list={list}
        name="kinds"
        value={filter.kinds}
        options={({ kinds }) => kinds.map(({ value, count }) => counted(value, t(`reader.kind.${value}`), count))}
        onChange={(kinds) => list.filter({ kinds })}
      />
      <Box
        list={list}
        name="authors"
        value={filter.authors}
        options={({ authors }) => authors.map(({ value, name, count }) => counted(value, name || '—', count))}
        onChange={(authors) => list.filter({ authors })}
      />
      <Select
        allowClear
        className={styles.made ?? ''}
        aria-label={t('quotes.filter.made')}
        placeholder={t('quotes.filter.made')}
        value={filter.made}
        options={(['hand', 'rule'] as const).map((value) => ({ value, label: t(`quotes.made.${value}`) }))}
        onChange={(made) => list.filter({ made: made ?? null })}
      />
      <Checkbox checked={filter.memo} onChange={({ target }) => list.filter({ memo: target.checked })}>
        {t('quotes.filter.memo')}
      </Checkbox>
    </>
  )
}

/** The name of a division, as the quotes have it. */
const placeIn = (quotes: readonly Quote[], code: string | number): string | undefined =>
  quotes.find(({ report }) => report?.place?.code === code)?.report?.place?.name

function useChipName(list: QuotesController) {
  const { t } = useTranslation()
  const codes = useStore(list.store, (state) => state.codes)
  const known = useStore(list.store, (state) => state.known)
  return ({ box, value }: Chip): string => {
    switch (box) {
      case 'codes':
        return codes.path(String(value)) || t('quotes.noCode')
      case 'places':
        return (value !== '' && placeIn(known?.quotes ?? [], value)) || t('quotes.noPlace')
      case 'kinds':
        return t(`reader.kind.${value}`)
      case 'made':
        return t(`quotes.made.${value}`)
      case 'memo':
        return t('quotes.filter.memo')
      case 'report': {
        const report = known?.quotes.find((quote) => quote.report?.id === value)?.report
        const name = [report?.place?.short, report?.year]
          .filter((part) => part !== undefined && part !== null)
          .join(' ')
        return t('quotes.filter.report', { name: name || (report?.title ?? '') })
      }
      default:
        return String(value) || '—'
    }
  }
}

function Chips({ list }: { list: QuotesController }) {
  const { t } = useTranslation()
  const filter = useStore(list.store, (state) => state.filter)
  const nameOf = useChipName(list)
  if (!isFiltering(filter)) return null
  return (
    <ul className={styles.chips} aria-label={t('quotes.filter.inForce')}>
      {chipsOf(filter).map((chip) => {
        const name = nameOf(chip)
        return (
          <li key={`${chip.box} ${chip.value}`}>
            <button
              type="button"
              className={styles.chip}
              aria-label={t('quotes.filter.remove', { name })}
              onClick={() => list.filter(withoutChip(filter, chip))}
            >
              {name}
              <X size={12} aria-hidden />
            </button>
          </li>
        )
      })}
      <li>
        <Button size="small" type="link" onClick={() => list.filter(NO_FILTER)}>
          {t('quotes.filter.clear')}
        </Button>
      </li>
    </ul>
  )
}

interface FilterBarProps {
  list: QuotesController
  boxRef: Ref<InputRef>
  children: ReactNode
}

/** Which quotes the list shows: words, codes, places, years, kinds, authors; and what is given beside it. */
export function FilterBar({ list, boxRef, children }: FilterBarProps) {
  const { t } = useTranslation()
  return (
    <search className={styles.filters} aria-label={t('quotes.filter.label')}>
      <div className={styles.bar}>
        <TextBox list={list} boxRef={boxRef} />
        <Boxes list={list} />
        <div className={styles.tools}>{children}</div>
      </div>
      <Chips list={list} />
    </search>
  )
}
