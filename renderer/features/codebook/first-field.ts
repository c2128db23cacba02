/** The class of what the keys of a dialog go to first: the field that is written in, else its button. */
export const FIRST_FIELD = 'db-first-field'

/** Gives it the focus when its dialog has opened: the dialog has taken it for itself by then. */
export function focusFirstField(open: boolean): void {
  const field = open ? document.querySelector<HTMLElement>(`.${FIRST_FIELD}`) : null
  const input = field?.matches('input, button') ? field : field?.querySelector<HTMLElement>('input')
  input?.focus()
}
