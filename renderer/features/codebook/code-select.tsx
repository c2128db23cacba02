import { Select } from 'antd'
import { useMemo } from 'react'
import { inTreeOrder, pathOf } from '#shared/coding/code-tree'
import type { Code } from '#shared/model/code'
import styles from './dialogs.module.css'
import { FIRST_FIELD } from './first-field'

interface CodeSelectProps {
  label: string
  codes: readonly Code[]
  /** Codes that can't be chosen. */
  without?: ReadonlySet<string>
  value: string | null
  onChange: (code: string) => void
  autoFocus?: boolean
}

/** Chooses a code by typing a part of its path. */
export function CodeSelect({ label, codes, without, value, onChange, autoFocus = false }: CodeSelectProps) {
  const options = useMemo(
    () =>
      inTreeOrder(codes)
        .filter(({ id }) => !without?.has(id))
        .map(({ id, color }) => ({ value: id, path: pathOf(codes, id).join(' › '), color })),
    [codes, without],
  )
  return (
    <Select
      showSearch={{ optionFilterProp: 'path' }}
      autoFocus={autoFocus}
      className={`${FIRST_FIELD} ${styles.wide}`}
      aria-label={label}
      placeholder={label}
      value={value}
      options={options}
      optionRender={({ data }) => <CodeOption path={data.path} color={data.color} />}
      labelRender={({ value: id }) => {
        const chosen = options.find((option) => option.value === id)
        return chosen ? <CodeOption path={chosen.path} color={chosen.color} /> : null
      }}
      onChange={onChange}
    />
  )
}

const CodeOption = ({ path, color }: { path: string; color: string }) => (
  <span className={styles.code}>
    <i className="db-swatch" style={{ backgroundColor: color }} />
    {path}
  </span>
)
