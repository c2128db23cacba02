import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceRef } from '#shared/model/place'
import { useDirectory } from './directory'
import { askForPlace } from './state'

/** How many places are offered while one types. */
const OFFERED = 20

/** The choice that opens the form for a place that the table lacks. */
const ADD = '+'

interface PlaceFieldProps {
  label: string
  value: PlaceRef | null
  onChange: (place: PlaceRef | null) => void
  placeholder?: string
  /** Takes the focus when it is drawn: the first field of a dialog. */
  autoFocus?: boolean
  /** Whether a place that is not in the table can be added from here. */
  adding?: boolean
  /** The division that a place added here is put under. */
  parent?: string | null
}

/** Chooses a place by typing a part of its name; the first choice is the one that Enter takes. */
export function PlaceField(props: PlaceFieldProps) {
  const { label, value, onChange, placeholder, autoFocus = false, adding = true, parent = null } = props
  const { t } = useTranslation()
  const directory = useDirectory()
  const [typed, setTyped] = useState('')
  const found = useMemo(() => (typed && directory?.search(typed, OFFERED)) || [], [directory, typed])
  const options = found.map((place) => ({ value: place.code, label: directory?.label(place) ?? place.name }))
  // While one types, only what was typed counts.
  if (value && !typed) options.unshift({ value: value.code, label: directory?.label(value) ?? value.name })
  if (directory && typed && adding) options.push({ value: ADD, label: t('places.field.add', { name: typed }) })
  const choose = (code: string | undefined) => {
    if (code === ADD) return askForPlace({ name: typed, parent: parent ?? value?.parent ?? null, done: onChange })
    const chosen = code ? (directory?.byCode(code) ?? null) : null
    if (!chosen) return onChange(null)
    const { name, short, level, parent: above } = chosen
    onChange({ code: chosen.code, name, short, level, parent: above })
  }
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: (text) => setTyped(text.trim()) }}
      onOpenChange={(open) => {
        if (!open) setTyped('')
      }}
      allowClear
      autoFocus={autoFocus}
      style={{ width: '100%' }}
      aria-label={label}
      placeholder={placeholder ?? t('places.field.hint')}
      notFoundContent={typed ? t('places.field.none') : t('places.field.hint')}
      value={value?.code ?? null}
      options={options}
      onChange={(code) => choose(code ?? undefined)}
    />
  )
}
