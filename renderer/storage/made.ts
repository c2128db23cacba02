import { PARSER_VERSION } from '#shared/model/reading'
import { ENGINE_VERSION } from '#shared/statements/version'

/** Versions of the engine that fit between two of the parser. */
const ENGINES = 1000

/** What this program makes of a file: `StoredReading.made` of a reading that needs nothing. */
export const MADE = PARSER_VERSION * ENGINES + ENGINE_VERSION

/** `StoredReading.made` of a reading whose reports, sections and statements are not what is stored. */
export const NOT_MADE = 0

/** `StoredReading.made` of one that this program made, whose statements alone are to be read again. */
export const RENAMED = -1
