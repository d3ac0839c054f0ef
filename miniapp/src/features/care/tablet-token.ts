/** A mini-program keeps the tablet's session in memory alone: closed, the carer enters again. */
export const tokenShelf = {
  get: (): string | null => null,
  put: (_text: string | null): void => undefined,
}
