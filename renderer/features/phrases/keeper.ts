import { useEffect } from 'react'
import { useSession, watchTexts } from '../../storage'
import { trackerOf } from './tracker'

/** Changes of texts are taken in so many milliseconds after the first of them: an import makes many. */
const PACE = 1000

/** Tells the tracker of changes of texts, whether its view is open or not: mounted once for the open project. */
export function PhrasesKeeper() {
  const { db, project } = useSession()
  const tracker = trackerOf(project.id)
  useEffect(() => {
    const stop = watchTexts(db, ({ sources }) => sources?.length !== 0 && tracker.changed(sources), PACE)
    return () => {
      stop()
      // Nobody hears of changes from here on.
      tracker.end()
    }
  }, [db, tracker])
  return null
}
