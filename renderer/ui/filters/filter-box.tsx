import { Select } from 'antd'
import styles from './filters.module.css'

interface FilterOption<T> {
  value: T
  name: string
  /** What typing finds it by, if that is more than its name. */
  search?: string
  count?: number
}

interface FilterBoxProps<T extends string | number> {
  label: string
  value: readonly T[]
  options: readonly FilterOption<T>[]
  onChange: (values: T[]) => void
}

/** '' cannot be the value of an option that is told apart from none. */
const wrap = (value: string | number): string => `=${value}`

/** Several of many, searched by typing; says how many are chosen. */
export function FilterBox<T extends string | number>({ label, value, options, onChange }: FilterBoxProps<T>) {
  const known = new Map([...options.map((one) => one.value), ...value].map((one) => [wrap(one), one]))
  return (
    <Select
      mode="multiple"
      allowClear
      className={styles.box ?? ''}
      aria-label={label}
      placeholder={label}
      maxTagCount={0}
      maxTagPlaceholder={(chosen) => `${label} ${chosen.length}`}
      popupMatchSelectWidth={240}
      showSearch={{ optionFilterProp: 'search' }}
      value={value.map(wrap)}
      options={options.map(({ value: one, name, search = name, count }) => ({
        value: wrap(one),
        search,
        label: (
          <span className={styles.option}>
            <span>{name}</span>
            <span className="db-figures">{count}</span>
          </span>
        ),
      }))}
      onChange={(values) => onChange(values.flatMap((one) => known.get(one) ?? []))}
    />
  )
}
