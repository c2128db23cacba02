import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  openSearchPanel,
  SearchQuery,
  search,
  setSearchQuery,
} from '@codemirror/search'
import { Facet } from '@codemirror/state'
import { EditorView, keymap, type Panel, type ViewUpdate } from '@codemirror/view'
import { phrasePattern } from '#shared/text/broken-text'

/** The words of the surface and its find panel; `text` names the surface; `count` is given the place of the current match (0: none) and the number of all. */
export interface FindWords {
  text: string
  label: string
  placeholder: string
  previous: string
  next: string
  close: string
  count: (current: number, all: number) => string
}

/** The words in the language of the interface. */
export const findWords = Facet.define<FindWords, FindWords>({
  combine: (values) =>
    values[0] ?? {
      text: '',
      label: '',
      placeholder: '',
      previous: '',
      next: '',
      close: '',
      count: (current, all) => `${current}/${all}`,
    },
})

/** The query for a phrase as typed: without regard to case, and across the line breaks of a scan. */
export const phraseQuery = (phrase: string): SearchQuery =>
  new SearchQuery({ search: phrasePattern(phrase), regexp: phrase !== '', caseSensitive: false })

/** Where the current selection stands among all matches: from 1, 0 where it is no match. */
export function countMatches(view: EditorView, query: SearchQuery): { current: number; all: number } {
  if (!query.valid) return { current: 0, all: 0 }
  const { from, to } = view.state.selection.main
  const cursor = query.getCursor(view.state)
  let all = 0
  let current = 0
  for (let step = cursor.next(); !step.done; step = cursor.next()) {
    all++
    if (step.value.from === from && step.value.to === to) current = all
  }
  return { current, all }
}

function button(className: string, title: string, run: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = `db-find-button ${className}`
  element.title = title
  element.setAttribute('aria-label', title)
  element.addEventListener('click', run)
  return element
}

class FindPanel implements Panel {
  readonly dom: HTMLElement
  readonly top = true
  private readonly view: EditorView
  private readonly input: HTMLInputElement
  private readonly status: HTMLElement
  private readonly words: FindWords

  constructor(view: EditorView) {
    this.view = view
    this.words = view.state.facet(findWords)
    this.input = document.createElement('input')
    this.input.className = 'db-find-input'
    this.input.setAttribute('aria-label', this.words.label)
    this.input.placeholder = this.words.placeholder
    this.input.addEventListener('input', () => this.commit())
    this.input.addEventListener('keydown', (event) => this.keydown(event))
    this.status = document.createElement('span')
    this.status.className = 'db-find-count'
    this.status.setAttribute('role', 'status')
    this.dom = document.createElement('div')
    this.dom.className = 'db-find'
    this.dom.setAttribute('role', 'search')
    this.dom.append(
      this.input,
      this.status,
      button('db-find-previous', this.words.previous, () => findPrevious(view)),
      button('db-find-next', this.words.next, () => findNext(view)),
      button('db-find-close', this.words.close, () => this.close()),
    )
  }

  mount(): void {
    this.input.select()
    this.showCount()
  }

  update(update: ViewUpdate): void {
    const queried = update.transactions.some((t) => t.effects.some((effect) => effect.is(setSearchQuery)))
    if (queried || update.selectionSet) this.showCount()
  }

  /** Searches while typing, from the caret on, without leaving the panel. */
  private commit(): void {
    const query = phraseQuery(this.input.value)
    const start = this.view.state.selection.main.from
    this.view.dispatch({ selection: { anchor: start }, effects: setSearchQuery.of(query) })
    if (query.valid) findNext(this.view)
  }

  private keydown(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (event.shiftKey) findPrevious(this.view)
      else findNext(this.view)
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      this.close()
    }
  }

  private close(): void {
    closeSearchPanel(this.view)
    this.view.focus()
  }

  private showCount(): void {
    const query = getSearchQuery(this.view.state)
    const { current, all } = countMatches(this.view, query)
    this.status.textContent = query.search === '' ? '' : this.words.count(current, all)
    this.dom.classList.toggle('db-find-none', query.search !== '' && all === 0)
  }
}

/** Opens the panel with the selected words in it. */
export function openFind(view: EditorView): void {
  openSearchPanel(view)
  const { from, to } = view.state.selection.main
  const input = view.dom.querySelector<HTMLInputElement>('.db-find-input')
  if (!input) return
  const selected = view.state.sliceDoc(from, to)
  if (selected !== '' && selected.length < 100 && !selected.includes('\n')) {
    input.value = selected
    view.dispatch({ effects: setSearchQuery.of(phraseQuery(selected)) })
  }
  input.focus()
  input.select()
}

/** Find in text, with the house's panel. */
export const findInText = [
  search({
    createPanel: (view) => new FindPanel(view),
    scrollToMatch: (range) => EditorView.scrollIntoView(range, { y: 'center' }),
  }),
  keymap.of([{ key: 'Escape', run: closeSearchPanel }]),
]
