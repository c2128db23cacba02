import type { KeyboardEvent } from 'react'

/** Enter saves from a closed list too, which would open otherwise: the arrows and typing open it. */
export function saveByEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target } = event
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(target instanceof HTMLElement)) return
  if (target.getAttribute('role') !== 'combobox' || target.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  event.stopPropagation()
  event.currentTarget.requestSubmit()
}
