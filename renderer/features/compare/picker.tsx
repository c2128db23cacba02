import { Button, Select } from 'antd'
import type { ReactElement } from 'react'
import styles from './compare.module.css'
import type { Words } from './words'

export interface Option {
  value: string
  /** With counts, in the list. */
  label: string
  /** Without, on the tag of a chosen one. */
  name: string
  /** What is searched: name, code, id. */
  search: string
}

export interface OptionGroup {
  label: string
  options: readonly Option[]
}

interface PickerProps {
  label: string
  placeholder: string
  value: readonly string[]
  options: readonly Option[] | readonly OptionGroup[]
  all: readonly string[]
  words: Words
  className?: string | undefined
  onChange: (values: string[]) => void
}

/** Several of many: searched by typing, with all and none at one click. */
export function Picker({ label, placeholder, value, options, all, words, className, onChange }: PickerProps) {
  const popup = (menu: ReactElement) => (
    <>
      <div className={styles.popupHead}>
        <Button
          size="small"
          type="text"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChange([...all])}
        >
          {words.t('compare.pick.all')}
        </Button>
        <Button size="small" type="text" onMouseDown={(event) => event.preventDefault()} onClick={() => onChange([])}>
          {words.t('compare.pick.none')}
        </Button>
      </div>
      {menu}
    </>
  )
  return (
    <div className={`${styles.picker} ${className ?? ''}`}>
      <span className={styles.pickerLabel}>{label}</span>
      <Select
        mode="multiple"
        className={styles.pickerSelect ?? ''}
        aria-label={label}
        placeholder={placeholder}
        value={[...value]}
        options={options as Option[]}
        optionLabelProp="name"
        maxTagCount="responsive"
        showSearch={{ optionFilterProp: 'search' }}
        popupMatchSelectWidth={false}
        popupRender={popup}
        onChange={onChange}
      />
    </div>
  )
}
