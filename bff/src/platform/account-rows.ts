/**
 * When one account becomes part of another, or its person leaves, every module's own rows follow by the module's own
 * statements. They are run by identity and leaving, in the order that those keep.
 */
import type { Prisma } from '../generated/client'

/** The values of a join's statements: the account that goes, the one that stays, and now. */
export interface Joining {
  from: Prisma.Sql
  into: Prisma.Sql
  at: Prisma.Sql
}

/** By the column that moves (`table.column`), or by a name of its own. */
export type JoinStatements = (joining: Joining) => Readonly<Record<string, Prisma.Sql>>

/** By table. `$1`: the account that leaves and all that became part of it. */
export type LeaveStatements = Readonly<Record<string, string>>
