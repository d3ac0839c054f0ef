import type { Tx } from '../../platform/db'
import type { Opening } from './open'

export interface NewCase extends Opening {
  id: string
  type: string
  prefix: string
  waitsFor: 'staff' | 'party' | 'nobody'
}

export async function insertCase(tx: Tx, c: NewCase): Promise<void> {
  await tx.$executeRaw`SELECT open_case(${c.id}::uuid, case_number(${c.prefix}, ${c.at}::timestamptz), ${c.type},
    ${c.community}, ${c.subjectId}::uuid, ${c.actorId}::uuid, ${c.actorRole}, ${c.childId ?? null}::uuid, ${c.state},
    ${c.waitsFor}, ${c.dueAt ?? null}::timestamptz, ${c.title}, ${c.startsAt ?? null}::timestamptz,
    ${c.endsAt ?? null}::timestamptz, ${c.lapsesAt ?? null}::timestamptz, ${c.at}::timestamptz)`
}
