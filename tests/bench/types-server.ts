/** The web process with so many services of `types-kinds.ts` beside the product's: `types-server.ts <count> <port>`. */
import { buildApp } from '../../bff/src/app'
import { readConfig } from '../../bff/src/config'
import { buildDeps } from '../../bff/src/deps'
import { serve } from '../../bff/src/http/serve'
import { kinds } from '../../bff/src/kinds'
import { loadWords } from '../../bff/src/platform/segmenter'
import { ownKinds } from './types-kinds'

const [count = '0', port = '0'] = process.argv.slice(2)
const deps = buildDeps(readConfig(), [...kinds, ...ownKinds(Number(count))])
loadWords()
const answer = buildApp(deps).callback()
serve((request, response) => void answer(request, response)).listen(Number(port), '127.0.0.1')
