export type * from './matrix-types'
