/** How a case begins, by the function of the database that every beginning goes through. */
import type { ActorRole, CaseState } from '@linli/contracts/case-base'
import type { Tx } from '../../platform/db'

export interface Opening {
  /** Made before, where a key was claimed with it. */
  id?: string
  community: string
  subjectId: string
  /** Who files it, and in which capacity. */
  actorId: string
  actorRole: Exclude<ActorRole, 'system'>
  /** The badge of staff who file it. */
  actorName?: string
  childId?: string
  state: CaseState
  /** What it is about, in words that name nobody. */
  title: string
  dueAt?: Date
  startsAt?: Date
  endsAt?: Date
  lapsesAt?: Date
  at: Date
}

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
