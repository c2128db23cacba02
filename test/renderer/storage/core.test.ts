import 'fake-indexeddb/auto'
import { coreCases } from './core-cases'

coreCases()
