import { docx } from './docx/docx'
import type { FormatReader } from './format'
import { md } from './md'
import { txt } from './txt'

/** Every format that can be read, in the order they are asked. A new format is one file and one entry. */
export const READERS: readonly FormatReader[] = [docx, md, txt]

/** Extensions of documents that hold a text which this version cannot read yet: refused by name. */
export const NOT_YET: readonly string[] = ['pdf', 'doc', 'wps', 'rtf', 'odt', 'html', 'htm', 'xls']
