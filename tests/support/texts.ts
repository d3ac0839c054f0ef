import type { TextKind } from '../../bff/contracts/src/agreements'
import { textsKey } from '../../bff/src/platform/texts-in-effect'
import type { TestApp } from './app'

/** Publishes a version, and lets the app know of it at once. @param from when it takes effect */
export async function publishText(
  app: TestApp,
  kind: TextKind,
  version: number,
  from = app.clock.now(),
  body = '## 第一条\n\n新的内容。',
): Promise<void> {
  await app.database.pool.query(
    'INSERT INTO deployment_texts (kind, version, title, effective_at, body) VALUES ($1, $2, $3, $4, $5)',
    [kind, version, `第 ${version} 版`, from, body],
  )
  app.deps.cache.drop(textsKey)
}

/** As if nobody had agreed to that version and later ones yet. */
export async function forgetAgreements({ database }: TestApp, kind: TextKind, from: number): Promise<void> {
  await database.pool.query(`ALTER TABLE agreements DISABLE TRIGGER USER;
    DELETE FROM agreements WHERE kind = '${kind}' AND version >= ${from};
    ALTER TABLE agreements ENABLE TRIGGER USER`)
}

export const ticked = (privacy = 1, terms = 1) => ({ agreed: { privacy, terms } })
