/** The class of the field of a dialog that is written in first. */
export const FIRST_FIELD = 'db-first-field'

/** Gives that field the focus when its dialog has opened: the dialog has taken it for itself by then. */
export function focusFirstField(open: boolean): void {
  const field = open ? document.querySelector<HTMLElement>(`.${FIRST_FIELD}`) : null
  const input = field?.matches('input') ? field : field?.querySelector<HTMLElement>('input')
  input?.focus()
}
