import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The service as it runs for people: no demonstration, and somebody who answers for it. */
export const inProduction = {
  NODE_ENV: 'production',
  LINLI_PUBLIC_URL: 'http://localhost',
  LINLI_OPERATOR: '某州民政局',
  LINLI_OPERATOR_CONTACT: '0878-3120000',
  LINLI_FILES: join(tmpdir(), 'linli-bench-files'),
  LINLI_DEMO: '0',
  LINLI_LOG: 'warn',
}
