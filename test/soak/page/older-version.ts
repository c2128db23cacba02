/** The data version before lists of other authors were added. */
export const OLDER = 8
