/** The role as which the service comes to the database; migrations come as the owner. */
import { createHmac } from 'node:crypto'
import pg from 'pg'

const role = 'linli_service'

/** A password for the service that belongs to the owner's: folders of earlier versions need nothing new. */
export const servicePasswordOf = (ownerUrl: string): string =>
  createHmac('sha256', decodeURIComponent(new URL(ownerUrl).password))
    .update(role)
    .digest('base64url')

/** The same database, as the service. */
export function serviceUrl(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = encodeURIComponent(password)
  return url.href
}

/**
 * Lets the service in with this password.
 * @throws when the owner may not: then somebody who may has to, see docs/operations.md › Roles of the database
 */
export async function openToService(ownerUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`)
  } finally {
    await client.end()
  }
}
