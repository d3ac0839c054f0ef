import * as z from 'zod/mini'

export const textVersion = z.int().check(z.minimum(1), z.maximum(999_999))

/** The versions of the privacy policy and the agreement that somebody has ticked. */
export const agreedVersions = z.object({ privacy: textVersion, terms: textVersion })
export type AgreedVersions = z.infer<typeof agreedVersions>
