import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

const store = createStore(() => ({ open: false }))

/** Opens or closes the sheet. */
export const showSheet = (open: boolean): void => store.setState({ open })

/** True while the sheet is open. */
export const useSheetOpen = (): boolean => useStore(store, ({ open }) => open)
