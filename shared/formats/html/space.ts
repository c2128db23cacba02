/** White space that a browser collapses; a hard space and an ideographic one are characters like others. */
const COLLAPSING = /[ \t\n\f\r]+/g
/** Chinese characters, their punctuation and full-width forms; a surrogate is a rare ideograph or an emoji. */
const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u2014\u2018\u2019\u201C\u201D\u2026\uD800-\uDFFF]/

/**
 * One line in the making. White space collapses as in a browser, but a line break of the source between two Chinese
 * characters leaves nothing: browsers show a space there, which no author meant.
 */
export class LineText {
  private written = ''
  private waiting = ''

  /** True while the line shows nothing. */
  get empty(): boolean {
    return this.written === ''
  }

  add(text: string): void {
    const body = text.replace(COLLAPSING, (space, at: number) => {
      if (at === 0 || at + space.length === text.length) return space
      return between(text[at - 1] ?? '', space, text[at + space.length] ?? '')
    })
    const inner = body.replace(/^[ \t\n\f\r]+|[ \t\n\f\r]+$/g, '')
    const lead = body.length - body.replace(/^[ \t\n\f\r]+/, '').length
    this.waiting += body.slice(0, lead)
    if (inner === '') return
    if (this.written !== '' && this.waiting !== '') {
      this.written += between(this.written.at(-1) ?? '', this.waiting, inner[0] ?? '')
    }
    this.written += inner
    this.waiting = body.slice(lead + inner.length)
  }

  /** Adds text whose white space is shown as it is. */
  addAsIs(text: string): void {
    if (this.written !== '' && this.waiting !== '') this.written += ' '
    this.waiting = ''
    this.written += text
  }

  /** Ends the line and gives its text, without white space at its ends. */
  take(): string {
    const text = this.written
    this.written = ''
    this.waiting = ''
    return text
  }
}

const between = (left: string, space: string, right: string): string =>
  /[\n\r]/.test(space) && WIDE.test(left) && WIDE.test(right) ? '' : ' '
