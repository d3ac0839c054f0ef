/** Texts by version, and who agreed to which; both are only ever added to. */
import type { AgreedVersions } from '@linli/contracts/agreed'
import { textKind, type TextKind } from '@linli/contracts/agreements'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { rowOf, rowsOf } from '../../platform/rows'
import type { Written } from './rules'

export const bodyOf = (db: Db, kind: TextKind, version: number) =>
  db.client.deploymentText.findUnique({ where: { kind_version: { kind, version } } })

/** @returns what stands under that version: these words, or the ones that were published before */
export async function publish(db: Db, kind: TextKind, text: Written): Promise<Omit<Written, 'version'>> {
  const { version, title, effectiveAt, body } = text
  await db.client.$executeRaw`INSERT INTO deployment_texts (kind, version, title, effective_at, body)
    VALUES (${kind}, ${version}, ${title}, ${effectiveAt}::timestamptz, ${body}) ON CONFLICT DO NOTHING`
  return db.client.deploymentText.findUniqueOrThrow({ where: { kind_version: { kind, version } } })
}

/** Of two devices that agree at once one is recorded. */
export async function insertAgreements(
  tx: Tx,
  accountId: string,
  agreed: AgreedVersions,
  at: Date,
): Promise<void> {
  await tx.$executeRaw`INSERT INTO agreements (account_id, kind, version, agreed_at) VALUES
    (${accountId}::uuid, 'privacy', ${agreed.privacy}, ${at}::timestamptz),
    (${accountId}::uuid, 'terms', ${agreed.terms}, ${at}::timestamptz) ON CONFLICT DO NOTHING`
}

const latestRow = z.strictObject({ privacy: z.int(), terms: z.int() })

/** The latest versions that an account agreed to; 0 for none. */
export async function latestOf(tx: Tx, accountId: string): Promise<AgreedVersions> {
  const row = await rowOf(tx, latestRow)`
    SELECT coalesce(max(version) FILTER (WHERE kind = 'privacy'), 0) AS privacy,
      coalesce(max(version) FILTER (WHERE kind = 'terms'), 0) AS terms
    FROM agreements WHERE account_id = ${accountId}::uuid`
  return row ?? { privacy: 0, terms: 0 }
}

const agreementRow = z.strictObject({
  kind: textKind,
  version: z.int(),
  title: z.string(),
  effectiveAt: z.date(),
  agreedAt: z.date(),
})
export type AgreementRow = z.output<typeof agreementRow>

/** Of the person, also what an account agreed to that became part of theirs. */
export const agreementsOf = (db: Db, accountId: string): Promise<AgreementRow[]> =>
  rowsOf(db.client, agreementRow)`
    SELECT a.kind, a.version, t.title, t.effective_at AS "effectiveAt", min(a.agreed_at) AS "agreedAt"
    FROM agreements a JOIN deployment_texts t ON t.kind = a.kind AND t.version = a.version
    WHERE a.account_id = ANY (account_ids(${accountId}::uuid))
    GROUP BY a.kind, a.version, t.title, t.effective_at ORDER BY "agreedAt" DESC, a.kind, a.version DESC`
