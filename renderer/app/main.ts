import { z } from 'zod'

// Object schemas decide when they are made whether to compile themselves with `new Function`, which the content
// security policy refuses. So this comes first, and everything that makes schemas is loaded after it: a static
// import would be bundled into a chunk that runs before this line.
z.config({ jitless: true })

void import('./start').then(({ start }) => start())
