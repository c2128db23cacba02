import { Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import type { Words } from '../words'
import type { WantedReports } from './reports'
import { SHAPES, useWordsState, type WordsStore } from './state'
import styles from './words.module.css'

interface ChoiceProps<T extends string> {
  /** Names the choice, and its texts in the locale: `wordViews.<name>.<value>`. */
  name: string
  value: T
  values: readonly T[]
  words: Words
  onChange: (value: T) => void
}

/** One of a few. */
export function Choice<T extends string>({ name, value, values, words, onChange }: ChoiceProps<T>) {
  const { t } = words
  return (
    <Segmented<T>
      size="small"
      aria-label={t(`wordViews.${name}.label`)}
      value={value}
      options={values.map((one) => ({ value: one, label: t(`wordViews.${name}.${one}`) }))}
      onChange={onChange}
    />
  )
}

/** Table or chart. */
function ShapeChoice({ store, words }: { store: WordsStore; words: Words }) {
  const shape = useWordsState(store, (state) => state.shape)
  return (
    <Choice
      name="shape"
      value={shape}
      values={SHAPES}
      words={words}
      onChange={(next) => store.setState({ shape: next })}
    />
  )
}

interface YearsProps {
  offered: readonly number[]
  years: readonly number[]
  store: WordsStore
  words: Words
}

/** 报告年度 that are looked at. */
function YearsChoice({ offered, years, store, words }: YearsProps) {
  const label = words.t('wordViews.years')
  return (
    <div className={styles.labelled}>
      <span aria-hidden>{label}</span>
      <Select
        size="small"
        mode="multiple"
        className={styles.years ?? ''}
        aria-label={label}
        title={words.t('wordViews.yearsHint')}
        value={[...years]}
        maxTagCount="responsive"
        options={offered.map((year) => ({ value: year, label: String(year) }))}
        onChange={(chosen) => store.setState({ years: chosen.toSorted((a, b) => a - b) })}
      />
    </div>
  )
}

interface HeadProps {
  wanted: WantedReports
  store: WordsStore
  words: Words
  /** What stands before the years. */
  lead?: ReactNode
  /** The choices of the view, between years and shape. */
  children?: ReactNode
}

/** The line of choices above a word view: its years, its own choices, table or chart. */
export function PaneHead({ wanted: { offered, years }, store, words, lead, children }: HeadProps) {
  return (
    <div className={styles.controls}>
      {lead}
      <YearsChoice offered={offered} years={years} store={store} words={words} />
      {children}
      <ShapeChoice store={store} words={words} />
    </div>
  )
}
