import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { MatterType } from '#shared/model/matter'
import { BesideText, useActiveReader } from '../../reader'
import { setPicking, useReview } from '../review-state'
import { addAs } from './add'
import './matters.css'

/** Moves the focus to the line above or below, from the last one to the first. */
function step(list: HTMLElement, direction: 1 | -1): void {
  const lines = [...list.querySelectorAll('button')]
  const at = lines.findIndex((line) => line.matches(':focus'))
  lines[(at + direction + lines.length) % lines.length]?.focus()
}

/** Asks as what the selected words are to be added: one key each. */
export function TypePicker() {
  const { t } = useTranslation()
  const reader = useActiveReader()
  const span = useReview((state) => state.picking)
  const list = useRef<HTMLUListElement>(null)
  if (!reader || !span) return null
  const leave = (focus: boolean) => {
    setPicking(null)
    if (focus) reader.view.focus()
  }
  const keydown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (!direction || !list.current) return
    event.preventDefault()
    step(list.current, direction)
  }
  return (
    <BesideText view={reader.view} span={span} scope="matterType" onLeave={leave}>
      <p className="db-popup-hint" id="db-type-picker">
        {t('matters.review.add.pick')}
      </p>
      <ul ref={list} className="db-type-list" aria-labelledby="db-type-picker" onKeyDown={keydown}>
        {MatterType.options.map((type, index) => (
          <li key={type}>
            {/* biome-ignore lint/a11y/noAutofocus: it is opened to choose from */}
            <button type="button" autoFocus={index === 0} onClick={() => void addAs(type)}>
              {t(`matters.review.one.${type}`)} <kbd>{index + 1}</kbd>
            </button>
          </li>
        ))}
      </ul>
    </BesideText>
  )
}
