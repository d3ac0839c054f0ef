import { eraseNote as eraseNoteContract } from '@linli/contracts/case-notes'
import * as contract from '@linli/contracts/cases'
import { listAccessRecords } from '@linli/contracts/identity'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { readPlace, readTurn, writePlace, writeTurn } from '../../platform/cursor'
import { pageOf } from '../../platform/page'
import { accessOf } from './access-store'
import { deskList, readContact } from './desk'
import { eraseNote } from './erase-note'
import { getCase, listMyCases } from './service'

const accessPage = 50

export function mountCases(mount: Mount, deps: Deps): void {
  mount('listMyCases', contract.listMyCases, 'signed_in', async ({ query }, { who }) => {
    const filter = { show: query.show ?? ('all' as const), type: query.type }
    const { cases, next } = await listMyCases(deps, who, filter, readTurn(query.cursor))
    return { cases, next: writeTurn(next) }
  })
  mount('getCase', contract.getCase, 'signed_in', ({ params }, { who }) => getCase(deps, who, params.id))
  mount('eraseNote', eraseNoteContract, 'signed_in', ({ params, body }, { who, idempotency }) =>
    eraseNote(deps, who, idempotency, { id: params.id, place: body.place, at: new Date(body.at) }),
  )
  mount('readContact', contract.readContact, 'signed_in', ({ params }, { who }) =>
    readContact(deps, who, params.id),
  )
  mount('deskList', contract.deskList, 'signed_in', async ({ query }, { who }) => {
    const asked = { division: query.division, show: query.show ?? ('waiting' as const) }
    const desk = await deskList(deps, who, asked, readTurn(query.cursor))
    return { ...desk, next: writeTurn(desk.next) }
  })
  mount('listAccessRecords', listAccessRecords, 'signed_in', async ({ query }, { who }) => {
    const rows = await accessOf(deps.db, who.accountId, readPlace(query.cursor), accessPage + 1)
    const { page, last } = pageOf(rows, accessPage)
    return { records: page.map((row) => ({ ...row, at: row.at.toISOString() })), next: writePlace(last) }
  })
}
