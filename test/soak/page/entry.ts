import { bulk, code, stop } from './activities'
import { backup, clear, copy, pack, take } from './files'
import { listen, look, rest } from './look'
import { makeOlder } from './older'

window.soak = { listen, stop, code, bulk, pack, backup, copy, take, clear, rest, look, makeOlder }
