import { createStore } from 'zustand/vanilla'

/** Id of the reader whose typography is being set, null where none is. */
export const typographyStore = createStore<{ open: string | null }>(() => ({ open: null }))

/** Opens the typography of a reader, or closes it where it is open. */
export const toggleTypography = (id: string): void =>
  typographyStore.setState(({ open }) => ({ open: open === id ? null : id }))
