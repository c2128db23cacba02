import { codebookState } from './codebook-state'

const keyOf = (project: string): string => `duibiao.codebook.${project}`

function recall(project: string): string[] {
  const kept = localStorage.getItem(keyOf(project))
  if (kept === null) return []
  try {
    const folded: unknown = JSON.parse(kept)
    return Array.isArray(folded) ? folded.filter((id) => typeof id === 'string') : []
  } catch {
    // Not JSON: written by something else.
    return []
  }
}

/**
 * Folds what was folded when the project was open before, and keeps what is folded from now on.
 * @returns the function that stops keeping
 */
export function rememberFolds(project: string): () => void {
  codebookState.setState({ collapsed: new Set(recall(project)) })
  return codebookState.subscribe(({ collapsed }, before) => {
    if (collapsed !== before.collapsed) localStorage.setItem(keyOf(project), JSON.stringify([...collapsed]))
  })
}
