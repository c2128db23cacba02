import { Button, Segmented, Slider } from 'antd'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../../bridge'
import { change } from '../change'
import styles from './reading.module.css'
import { defaultReading, RANGES } from './reading-type'

/** A setting that is a number, as a slider; it takes effect while it is moved. */
function NumberControl({ name }: { name: keyof typeof RANGES }) {
  const { t } = useTranslation()
  const value = usePreferences((state) => state.settings[name])
  const label = t(`settings.${name}.label`)
  return (
    <>
      <span className={styles.label}>{label}</span>
      <Slider
        className={styles.slider ?? ''}
        {...RANGES[name]}
        value={value}
        ariaLabelForHandle={label}
        ariaValueTextFormatterForHandle={(now) => t(`settings.${name}.value`, { value: now })}
        tooltip={{ formatter: (now) => t(`settings.${name}.value`, { value: now }) }}
        onChange={(now) => void change({ [name]: now })}
      />
      <output className={`${styles.value} db-figures`} aria-hidden="true">
        {value}
      </output>
    </>
  )
}

const CHOICES = {
  readingFont: ['serif', 'sans'],
  readingGround: ['theme', 'paper', 'dark', 'contrast'],
  readingStripes: ['codes', 'overlaps'],
} as const

/** A setting that is one of a few. */
function ChoiceControl({ name }: { name: keyof typeof CHOICES }) {
  const { t } = useTranslation()
  const value = usePreferences((state) => state.settings[name])
  const label = t(`settings.${name}.label`)
  return (
    <>
      <span className={styles.label}>{label}</span>
      <Segmented
        className={styles.choice ?? ''}
        aria-label={label}
        value={value}
        options={CHOICES[name].map((choice) => ({ value: choice, label: t(`settings.${name}.${choice}`) }))}
        onChange={(now) => void change({ [name]: now })}
      />
    </>
  )
}

/** Everything that decides how the reading text looks, and the way back to how it came. */
export function ReadingControls() {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.controls} aria-label={t('settings.reading.title')}>
      <NumberControl name="readingSize" />
      <NumberControl name="readingWidth" />
      <NumberControl name="readingLineHeight" />
      <ChoiceControl name="readingFont" />
      <ChoiceControl name="readingGround" />
      <ChoiceControl name="readingStripes" />
      <Button className={styles.reset ?? ''} onClick={() => void change(defaultReading())}>
        {t('settings.reading.reset')}
      </Button>
    </fieldset>
  )
}
