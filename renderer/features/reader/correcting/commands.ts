import { message } from '#shared/model/identity'
import { removeCorrections } from '../../../storage'
import { type Command, notify } from '../../../workbench'
import { activeReader, type OpenReader } from '../active'
import { spanToCorrect, startCorrecting } from './correcting-store'
import { type CorrectionMark, correctionsIn } from './correction-marks'

/** The corrections in the selection, or at the caret. */
function here({ view }: OpenReader): CorrectionMark[] {
  const { from, to } = view.state.selection.main
  return correctionsIn(view.state, { start: from, end: to })
}

/** Takes corrections of a source back; the text as it was read stands there again. */
export async function takeBack({ session }: Pick<OpenReader, 'session'>, ids: readonly string[]): Promise<void> {
  const entry = await removeCorrections(session, ids)
  if (entry) notify('success', message('corrections.takenBack', { count: ids.length }))
}

/** Commands by which the text is corrected. */
export const correctingCommands: readonly Command[] = [
  {
    id: 'reader.correct',
    titleKey: 'corrections.command.correct',
    keys: ['x'],
    scope: 'reader',
    enabled: () => {
      const reader = activeReader()
      return reader !== null && spanToCorrect(reader) !== null
    },
    run: startCorrecting,
  },
  {
    id: 'reader.takeBackCorrection',
    titleKey: 'corrections.command.takeBack',
    keys: ['Shift+X'],
    scope: 'reader',
    enabled: () => {
      const reader = activeReader()
      return reader !== null && here(reader).length > 0
    },
    run: async () => {
      const reader = activeReader()
      if (!reader) return
      await takeBack(
        reader,
        here(reader).map(({ id }) => id),
      )
    },
  },
]
