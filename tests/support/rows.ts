/** In tests every row is what its statement says (docs/architecture.md › The twelve rules, 4). */
import { parseRows } from '../../bff/src/platform/rows'

parseRows()
