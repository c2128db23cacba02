interface Formats {
  figure: Intl.NumberFormat
  time: Intl.DateTimeFormat
}

const made = new Map<string, Formats>()

/** How figures and times are written in a language. Kept, because making them takes longer than drawing a row. */
export function formatsFor(language: string): Formats {
  const kept = made.get(language)
  if (kept) return kept
  const formats = {
    figure: new Intl.NumberFormat(language),
    time: new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' }),
  }
  made.set(language, formats)
  return formats
}
