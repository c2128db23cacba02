import { draftMatter } from '#shared/matters/draft'
import type { Span } from '#shared/model/anchor'
import { message } from '#shared/model/identity'
import { type ExtractedMatter, type MatterType, matterName } from '#shared/model/matter'
import { addMatter, type ReviewMatter } from '../../../storage'
import { notify } from '../../../workbench'
import { activeReader, markOf, type OpenReader, selectedSpan, showMatter } from '../../reader'
import { firstField } from '../form/matter-fields'
import { reviewState, setForm, setPicking } from '../review-state'
import { inputAt } from '../tag'

/** Asks as what the selected words are to be added. */
export function pickType(): void {
  const reader = activeReader()
  if (!reader) return
  const span = selectedSpan(reader)
  if (!span) notify('info', message('matters.review.add.selectFirst'))
  else if (!inputAt(reader, span)) notify('warning', message('matters.review.add.outside'))
  else setPicking(span)
}

/** The matter of a type that the selected words are: half of them or more lie in its mark. */
function matterUnder({ matters, bundle }: OpenReader, { start, end }: Span, type: MatterType): ReviewMatter | null {
  return (
    matters.find((matter) => {
      const { content } = matter
      if (content.type !== type || matter.orphan || content.end <= start || end <= content.start) return false
      const mark = markOf(bundle.text.text, matter)
      const shared = Math.min(end, mark.end) - Math.max(start, mark.start)
      return shared > 0 && shared * 2 >= end - start
    }) ?? null
  )
}

/**
 * Adds the words for which a type was asked, read as the engine would have. What it would not have read opens the form;
 * where there is a matter of this type already, its form opens.
 */
export async function addAs(type: MatterType): Promise<void> {
  const reader = activeReader()
  const { picking } = reviewState.getState()
  const found = reader && picking && inputAt(reader, picking)
  setPicking(null)
  if (!reader || !picking || !found) return
  reader.view.focus()
  const there = matterUnder(reader, picking, type)
  if (there) {
    showMatter(there)
    setForm({ type: 'editMatter', matter: there, focus: firstField(type) })
    return
  }
  const { report, input } = found
  const draft = draftMatter({ ...input, selection: picking, type })
  if (isComplete(draft)) await addDrafted(reader, report, draft)
  else setForm({ type: 'addMatter', report, draft, focus: firstField(type) })
}

/** What a reader of the engine has read needs no form. */
const isComplete = (draft: ExtractedMatter): boolean => draft.rule !== 'user' && matterName(draft) !== ''

async function addDrafted({ session }: OpenReader, report: string, draft: ExtractedMatter): Promise<void> {
  const added = await addMatter(session, report, draft)
  showMatter({ report, key: added.origin ?? added.id })
  notify('success', message('matters.review.add.added', { name: matterName(draft) }))
}
