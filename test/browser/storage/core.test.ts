import { coreCases } from '../../renderer/storage/core-cases'

// The same cases as in Node, on the IndexedDB of a real Chromium.
coreCases()
