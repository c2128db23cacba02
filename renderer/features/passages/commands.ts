import type { Command } from '../../workbench'

/** What keys do on the page in front. */
export interface PageActions {
  step: (step: 1 | -1) => void
  link: () => void
  chooseReports: () => void
  chooseSubject: () => void
}

let page: PageActions | null = null

/** Makes a page the one that keys act on; returns the function that takes it off. */
export function activate(actions: PageActions): () => void {
  page = actions
  return () => {
    if (page === actions) page = null
  }
}

const command = (id: string, keys: readonly string[], run: (actions: PageActions) => void): Command => ({
  id: `passages.${id}`,
  titleKey: `passages.command.${id}`,
  keys,
  scope: 'passages',
  enabled: () => page !== null,
  run: () => {
    if (page) run(page)
  },
})

/** The keys of the page. */
export const pageCommands: readonly Command[] = [
  command('next', ['Alt+PageDown', 'n'], ({ step }) => step(1)),
  command('previous', ['Alt+PageUp', 'Shift+N'], ({ step }) => step(-1)),
  command('link', ['l'], ({ link }) => link()),
  command('reports', ['r'], ({ chooseReports }) => chooseReports()),
  command('subject', ['t'], ({ chooseSubject }) => chooseSubject()),
]
