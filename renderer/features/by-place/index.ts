export { type Made, useByPlace } from './use-by-place'
