/** The port to a text-message provider. The number is used and forgotten; it is never logged. */
export interface Sms {
  sendCode(phone: string, code: string): Promise<void>
}
