import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type OpenReader, type Popup, useReaders } from '../active'
import { applyCode, applyNewCode, applyWithKey } from '../coding'
import { type Choice, choicesFor } from './choices'

interface Props {
  reader: OpenReader
  popup: Extract<Popup, { type: 'picker' }>
  onDone: () => void
}

/** Picks a code by part of its name; a name that is none yet makes a new code. */
export function CodePicker({ reader, popup, onDone }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const recent = useReaders((state) => state.recent)
  const choices = choicesFor(reader.codes, typed, recent)
  const current = Math.min(at, Math.max(choices.length - 1, 0))

  const choose = async (choice: Choice | undefined) => {
    if (!choice) return
    onDone()
    if (choice.type === 'new') return applyNewCode(reader, popup, { name: choice.name, key: popup.key })
    if (popup.key !== null) return applyWithKey(reader, popup, choice.code.id, popup.key)
    await applyCode(reader, popup, choice.code.id)
  }

  const keydown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt((current + 1) % Math.max(choices.length, 1))
    else if (event.key === 'ArrowUp') setAt((current + choices.length - 1) % Math.max(choices.length, 1))
    else if (event.key === 'Enter') void choose(choices[current])
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="db-picker">
      {popup.key !== null && <p className="db-popup-hint">{t('reader.picker.forKey', { key: popup.key })}</p>}
      <input
        // biome-ignore lint/a11y/noAutofocus: the picker is opened to type in it
        autoFocus
        className="db-field"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={choices[current] && `${list}-${current}`}
        aria-label={t('reader.picker.label')}
        placeholder={t(reader.codes.length ? 'reader.picker.placeholder' : 'reader.picker.first')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={keydown}
      />
      <div className="db-picker-list" id={list} role="listbox" aria-label={t('reader.picker.label')}>
        {choices.map((choice, i) => (
          <div
            key={choice.type === 'code' ? choice.code.id : 'new'}
            id={`${list}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === current}
            className="db-picker-row"
            onPointerDown={(event) => {
              event.preventDefault()
              void choose(choice)
            }}
          >
            {choice.type === 'new' ? (
              <span>{t('reader.picker.create', { name: choice.name })}</span>
            ) : (
              <>
                <i className="db-swatch" style={{ backgroundColor: choice.code.color }} />
                <span>{choice.path}</span>
                {choice.code.key !== null && <kbd>{choice.code.key}</kbd>}
              </>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
