export const codebook = { title: 'Codebook', show: 'Show codebook' }
