/** The port to a text-message provider. The number is used and forgotten; it is never logged. */
export interface Sms {
  /** @param signal ends the attempt; the port gives up then, as the person is waiting */
  sendCode(phone: string, code: string, signal: AbortSignal): Promise<void>
}
