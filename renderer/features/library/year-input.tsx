import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'

interface YearInputProps {
  value: number | null
  onChange: (year: number | null) => void
  placeholder?: string
  onLeave?: () => void
}

/** A report year: four digits, 1949 to 2100. */
export function YearInput({ value, onChange, placeholder, onLeave }: YearInputProps) {
  const { t } = useTranslation()
  return (
    <InputNumber
      style={{ width: '100%' }}
      aria-label={t('library.column.year')}
      min={1949}
      max={2100}
      precision={0}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={value}
      onChange={(year) => onChange(typeof year === 'number' ? year : null)}
      {...(onLeave && { onBlur: onLeave, onPressEnter: onLeave })}
    />
  )
}
