import { z } from 'zod'

// zod compiles its parsers with `new Function` unless told not to; the content security policy has no unsafe-eval.
// Entries of workers and windows import this module before any other.
z.config({ jitless: true })
