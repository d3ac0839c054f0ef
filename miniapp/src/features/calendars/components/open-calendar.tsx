/** A mini-program opens no calendar by an address: there it is copied. */
export const OpenCalendar = (_: { link: string }) => null
