import type { Endpoint } from '@linli/contracts/endpoint'
import { call } from '../../shared/http/call'
import type { Input, Reply } from '../../shared/http/request'

/** The way to the service in the name of one carer: by the account on their own phone, or by PIN on the tablet. */
export interface CareLink {
  /** Whose records these are; part of the names under which they are kept. */
  owner: string
  call: <E extends Endpoint>(e: E, given: Input<E>) => Promise<Reply<E>>
}

export const accountOwner = (accountId: string) => `account.${accountId}`

export const accountLink = (accountId: string): CareLink => ({
  owner: accountOwner(accountId),
  call: (e, given) => call(e, given),
})
