/** What a cell says that cannot be read: in words. */
export class NotReadable extends Error {}
