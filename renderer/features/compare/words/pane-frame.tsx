import type { ReactNode } from 'react'
import type { Words } from '../words'
import type { Asked } from './use-answer'
import styles from './words.module.css'

/** What stands where a table would be: why there is none, and what to do. */
export function Nothing({ children }: { children: ReactNode }) {
  return (
    <div className={styles.nothing} role="status">
      {children}
    </div>
  )
}

/** How far the counting is, in a line above what is already there. */
function Progress({ progress, words }: { progress: Asked<'attention'>['progress']; words: Words }) {
  if (!progress) return null
  const { done, total } = progress
  const label = total === 0 ? words.t('wordViews.starting') : words.t('wordViews.progress', { done, total })
  return (
    <div className={styles.progress} role="status">
      <progress max={Math.max(1, total)} value={done} aria-label={label} />
      <span className="db-figures">{label}</span>
    </div>
  )
}

interface FrameProps {
  asked: Pick<Asked<'attention'>, 'progress' | 'failed'>
  words: Words
  children: ReactNode
}

/** A pane with how far its counting is, and what went wrong. */
export function PaneFrame({ asked, words, children }: FrameProps) {
  return (
    <>
      <Progress progress={asked.progress} words={words} />
      {asked.failed === null ? (
        children
      ) : (
        <div className={styles.nothing} role="alert">
          <p>{words.t('wordViews.failed', { reason: asked.failed })}</p>
        </div>
      )}
    </>
  )
}
