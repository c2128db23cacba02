import { message } from '#shared/model/identity'
import { makeAnchor } from '#shared/text/anchor'
import { request } from '../../bridge'
import { addAnnotations, type NewAnnotation, reasonOf, type Session } from '../../storage'
import { notify } from '../../workbench'
import { quoteOf, reportAt } from '../reader'
import { SIDES } from './keys'
import { currentPair, readerOn, spanOn } from './sides'

/** Gives a code to both passages of the shared sentence that is looked at, in one step; one that has it keeps it. */
export async function codeBoth(session: Session, view: string, code: string): Promise<void> {
  const current = currentPair(view)
  if (!current) return
  const made = SIDES.flatMap((side): NewAnnotation[] => {
    const reader = readerOn(view, side)
    if (!reader) return []
    const { start, end } = spanOn(current.pair, side)
    const has = reader.annotations.some(
      ({ anchor, codes, orphan }) => !orphan && anchor.start === start && anchor.end === end && codes.includes(code),
    )
    if (has) return []
    return [
      {
        source: reader.hash,
        reading: reader.bundle.reading.id,
        report: reportAt(reader, { start, end }),
        anchor: makeAnchor(reader.bundle.text.text, start, end),
        codes: [code],
        memo: '',
      },
    ]
  })
  const name = (await session.db.codes.get(code))?.name ?? ''
  if (made.length === 0) return void notify('info', message('parallel.code.had', { name }))
  try {
    await addAnnotations(session, message('project.history.sharedCoded', { name }), made)
    notify('success', message('parallel.code.done', { name, count: made.length }))
  } catch (error) {
    notify('error', reasonOf(error, 'project.write.failed'))
  }
}

/** Copies both passages of the shared sentence that is looked at, each with its citation. */
export async function copyBoth(view: string): Promise<void> {
  const current = currentPair(view)
  if (!current) return
  const quotes = SIDES.flatMap((side) => {
    const reader = readerOn(view, side)
    return reader ? [quoteOf(reader.bundle, spanOn(current.pair, side))] : []
  })
  const copied = await request('clipboard:write', { text: quotes.join('\n') })
  if (copied.ok) notify('success', message('parallel.copied', {}))
  else notify('error', copied.error)
}
