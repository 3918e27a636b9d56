import { describeStore } from './store-behaviour.js'
import { openTestStore } from './test-store.js'

describeStore('the embedded store', openTestStore)
