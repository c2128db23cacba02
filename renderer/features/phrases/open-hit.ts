import type { UseHit } from '#shared/search/tracking/use'
import { openView } from '../../workbench'
import type { Tracker } from './tracker'

/**
 * Opens the sentence of a hit; going back leads here as it was.
 * @param from names the part that has the keys now and gets them back
 */
export function openHit(
  tracker: Tracker,
  { source, report, start, end }: Pick<UseHit, 'source' | 'report' | 'start' | 'end'>,
  from: string,
  beside = false,
): void {
  tracker.store.setState({ left: from })
  openView({ type: 'reader', key: source, params: { report, start, end } }, { beside })
}
