/** The port to a text-message provider. The number is used and forgotten; it is never logged. */
export interface Sms {
  /** @param signal ends the attempt; the port gives up then, as the person is waiting */
  sendCode(phone: string, code: string, signal: AbortSignal): Promise<void>
  /** A sentence that holds nothing of anybody. @throws what the provider says: it is tried again later */
  sendNotice(phone: string, text: string, signal: AbortSignal): Promise<void>
}
