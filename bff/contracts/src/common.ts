import * as z from 'zod/mini'

/** An instant, ISO 8601 with a zone, e.g. `2026-11-23T06:00:00Z`. Answers are always UTC. */
export const instant = z.iso.datetime({ offset: true })

/** A calendar day in Shanghai, `2026-11-23`. */
export const day = z.iso.date()

/** The two as somebody may ask for them: in the years 2000–2199, where every answer still has four digits. */
const inCalendar = z.refine<string>((s) => {
  const at = Date.parse(s)
  return !(at < Date.UTC(2000, 0) || at >= Date.UTC(2200, 0))
}, 'out_of_calendar')
export const askedInstant = instant.check(inCalendar)
export const askedDay = day.check(inCalendar)

export const id = z.uuid()

/** A division's code: 2 (province), 4 (prefecture), 6 (county), 9 (township) or 12 digits (village or community). */
export const divisionCode = z.string().check(z.regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/))
export const communityCode = z.string().check(z.regex(/^\d{12}$/))

/** Half of a character that needs two, as a client that cuts a text sends it: no database keeps it as JSON. */
const halfCharacters = () => new RegExp('[\\ud800-\\udfff]', 'gu')

/** People's text: trimmed, not empty, without control characters (PostgreSQL refuses NUL); half a character is marked. */
export const text = (max: number) =>
  z.string().check(
    z.overwrite((s) => s.replace(halfCharacters(), '\ufffd')),
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    z.refine((s: string) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(s), 'control_character'),
  )

/** Longest name of a person, in characters as people count them; passports and minority names fit. */
export const longestName = 60

// Made from strings, so that the build for old phones does not write every letter of Unicode out, and when asked for: a
// phone that knows no such classes still starts.
const unseen = () => new RegExp('[\\p{Default_Ignorable_Code_Point}\\p{Cf}]', 'gu')
/** A letter that counts when names are compared: no modifier, no filler, none that is drawn as a dot. */
const counting = () =>
  new RegExp('(?![\\p{Default_Ignorable_Code_Point}\\p{Lm}\\uA78F\\u1427\\u119E\\u318D])\\p{L}', 'u')
/** What every font draws as it likes. */
const nobodysCharacter = () => new RegExp('[\\p{Co}\\p{Cs}]', 'u')

/** What is not seen goes, and one blank is enough. */
const cleanName = (name: string): string => name.replace(unseen(), '').replace(/\s+/g, ' ').trim().normalize()

/**
 * The name of a person, one rule wherever one is taken: any script, dots and blanks as its owner writes them, rare Han of
 * any plane. A name of signs alone is nobody's; names are compared by `bff/src/platform/name-form.ts`.
 */
export const personName = z.string().check(
  z.overwrite(cleanName),
  z.minLength(1),
  z.refine((s: string) => Array.from(s).length <= longestName, 'too_long_name'),
  z.refine(
    (s: string) => !/[\u0000-\u001f\u007f]/.test(s) && !nobodysCharacter().test(s),
    'control_character',
  ),
  z.refine((s: string) => s === '' || counting().test(s.normalize('NFKC')), 'not_a_name'),
)

/** An opaque place in a list, given back as it was received. */
export const cursor = z.string().check(z.maxLength(200), z.regex(/^[\w-]+$/))

export const period = z.object({ startsAt: instant, endsAt: instant })
export type Period = z.infer<typeof period>

export const idParams = z.object({ id })

/** Numbers and flags in a query string arrive as text. */
export const queryCount = (max: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,6}$/)),
    z.pipe(z.transform(Number), z.number().check(z.minimum(1), z.maximum(max))),
  )
export const queryFlag = z.pipe(
  z.enum(['true', 'false']),
  z.transform((v: 'true' | 'false') => v === 'true'),
)

export const empty = z.object({})

/** The fewest people whose answers are ever shown together (docs/product.md › Ratings). */
export const leastShown = 5
