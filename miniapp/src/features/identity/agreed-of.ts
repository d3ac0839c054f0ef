import type { Consent } from '../../shared/agreements/use-consent'

/** The part of a request to sign in that says what was ticked. */
export const agreedOf = ({ agreed }: Consent) => (agreed === null ? {} : { agreed })
