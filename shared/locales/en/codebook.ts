export const codebook = {}
