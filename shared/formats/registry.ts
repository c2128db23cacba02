import { doc, wps } from './doc/doc'
import { docx } from './docx/docx'
import type { FormatReader } from './format'
import { html } from './html/html'
import { mhtml } from './html/mhtml'
import { md } from './md'
import { odt } from './odt/odt'
import { pdf } from './pdf/pdf'
import { rtf } from './rtf/rtf'
import { txt } from './txt'

/** Every format that can be read, in the order they are asked. A new format is one file and one entry. */
export const READERS: readonly FormatReader[] = [pdf, docx, wps, doc, odt, rtf, mhtml, html, md, txt]
