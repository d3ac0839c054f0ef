/** A wrong or missing key: the message names it, never its value. */
export class WrongKey extends Error {}
