import type { Output } from '#shared/ipc/contract'
import { type Language, translate } from '#shared/locales/translate'
import { isUnsupported } from '../launch/releases.mjs'

/** What the about dialog says: version and runtime, and that its security mends have ended where they have. */
export function aboutDetail(language: Language, info: Output<'app:info'>, today = new Date()): string {
  const { version, electron, chromium, node } = info
  const detail = translate(language, 'menu.help.aboutDetail', { version, electron, chromium, node })
  if (!isUnsupported(electron, today)) return detail
  return `${detail}\n\n${translate(language, 'menu.help.unsupported', { electron })}`
}
