export const codebook = { title: '编码表', show: '显示编码表' }
