export { isWordView, WORD_VIEWS } from './pane-types'
export { WordsBody } from './words-body'
