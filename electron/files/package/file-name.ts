/** Characters that no file name may have on some system. */
const REFUSED = /[/\\:*?"<>|\p{Cc}]/gu
/** Names that Windows keeps for itself. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i
/** Most characters of a project's name in a file name: 255 bytes are 85 Chinese characters, and a date follows. */
const LENGTH = 50

/** A project's name as a part of a file name, on every system. */
export function fileNameOf(name: string): string {
  const safe = [...name.replace(REFUSED, '_')]
    .slice(0, LENGTH)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
  return safe === '' || RESERVED.test(safe) ? `_${safe}` : safe
}
