import { randomUUID } from 'node:crypto'
import type { TestApp } from '../../support/app'
import * as cell from './cells'
import * as on from './stage'

/** A file of the party that is whole, as far as its rows tell; its object was never written. */
async function makeFile({ deps, database, clock }: TestApp, accountId: string): Promise<string> {
  const [id, object] = [randomUUID(), randomUUID()]
  const key = deps.cipher.encrypt('files.key_enc', id, Buffer.alloc(32, 7).toString('base64url'))
  await database.pool.query(
    `INSERT INTO files (id, account_id, purpose, kind, state, key_enc, created_at)
     VALUES ($1, $2, 'x_paper', 'picture', 'ready', $3, $4)`,
    [id, accountId, key, clock.now()],
  )
  await database.pool.query('INSERT INTO file_pages VALUES ($1, 1, $2, 10, 10, 10)', [id, object])
  return id
}

const onFile: on.Ask = async ({ app, cast }) => ({
  params: { id: await makeFile(app, cast.party.accountId) },
})

/** What a service is asked for that takes none; how one is taken in is told in `integration/files`. */
const noSuchService = on.sends({ query: { purpose: 'x_paper' } })
const nowhere = cell.signedIn(noSuchService)

export const fileRows = {
  uploadFile: {
    ...nowhere,
    answers: Object.fromEntries(
      Object.entries(nowhere.answers).map(([who, answer]) => [who, answer === 200 ? 'not_found' : answer]),
    ) as cell.Row['answers'],
  },
  listFiles: cell.signedIn(on.nothing),
  removeFile: cell.ownerOnly(onFile),
  giveFileLink: cell.ownerOnly(onFile),
  readFileLink: {
    ...cell.everybody(on.sends({ params: { token: 'made-up' } })),
    answers: Object.fromEntries(
      Object.entries(cell.everybody(on.nothing).answers).map(([who, answer]) => [
        who,
        answer === 200 ? 'not_found' : answer,
      ]),
    ) as cell.Row['answers'],
  },
}
