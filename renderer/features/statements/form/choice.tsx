import { useTranslation } from 'react-i18next'

interface Props {
  /** Field name: `statements.field.<name>` and `statements.<name>.<option>` name it and its options. */
  name: string
  value: string
  options: readonly string[]
  onChange: (value: string) => void
}

/** One of a few values, all of them seen: a row of radio buttons. */
export function Choice({ name, value, options, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <fieldset className="db-choice">
      <legend className="db-form-label">{t(`statements.field.${name}`)}</legend>
      {options.map((option) => (
        <label key={option} className={`db-choice-${option}`}>
          <input type="radio" name={name} value={option} checked={option === value} onChange={() => onChange(option)} />
          <span className="db-choice-name">{t(`statements.${name}.${option}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
