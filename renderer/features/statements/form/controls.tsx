import { Select } from 'antd'
import type { IndicatorOption } from '../indicator-names'

interface Common {
  name: string
  label: string
  value: string
  /** True for the field that has the focus at first. */
  first: boolean
  onChange: (value: string) => void
}

interface TextProps extends Common {
  placeholder?: string | undefined
  /** What is wrong with what was typed; null when nothing is. */
  wrong: string | null
}

/** A line to type in; what is wrong with it is said below. */
export function TextControl({ name, label, value, first, onChange, placeholder, wrong }: TextProps) {
  return (
    <label className={`db-form-${name}`}>
      <span className="db-form-label">{label}</span>
      <input
        className="db-field"
        name={name}
        // biome-ignore lint/a11y/noAutofocus: the form is opened to be filled in
        autoFocus={first}
        value={value}
        placeholder={placeholder}
        aria-invalid={wrong !== null}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange(event.target.value)}
      />
      {wrong !== null && <em role="alert">{wrong}</em>}
    </label>
  )
}

/** One of a few values, in a list that opens. */
export function SelectControl({
  name,
  label,
  value,
  first,
  onChange,
  options,
}: Common & { options: { value: string; label: string }[] }) {
  return (
    <div className="db-form-select">
      <span className="db-form-label" id={`db-form-${name}`}>
        {label}
      </span>
      <Select
        aria-labelledby={`db-form-${name}`}
        autoFocus={first}
        options={options}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}

/** An indicator of the dictionary, found by any of its names; it can be none. */
export function IndicatorControl({
  name,
  label,
  value,
  first,
  onChange,
  options,
  placeholder,
}: Common & { options: IndicatorOption[]; placeholder: string }) {
  return (
    <div className="db-form-select">
      <span className="db-form-label" id={`db-form-${name}`}>
        {label}
      </span>
      <Select
        aria-labelledby={`db-form-${name}`}
        autoFocus={first}
        allowClear
        showSearch={{
          filterOption: (typed, option) => option?.search.includes(typed.toLocaleLowerCase()) ?? false,
        }}
        options={options}
        placeholder={placeholder}
        value={value || null}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    </div>
  )
}

/** Yes or no; yes is `'true'`, no is `''`. */
export function FlagControl({ name, label, value, first, onChange }: Common) {
  return (
    <label className="db-form-flag">
      <input
        type="checkbox"
        name={name}
        // biome-ignore lint/a11y/noAutofocus: the form is opened to be filled in
        autoFocus={first}
        checked={value !== ''}
        onChange={(event) => onChange(event.target.checked ? 'true' : '')}
      />
      {label}
    </label>
  )
}
