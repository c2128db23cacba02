import type { Handlers } from './handle'

export interface ClipboardNeeds {
  writeClipboard(text: string): void
}

/** Handlers of `clipboard:*`. */
export const clipboardHandlers = (needs: ClipboardNeeds): Pick<Handlers, 'clipboard:write'> => ({
  'clipboard:write': ({ text }) => {
    needs.writeClipboard(text)
    return null
  },
})
