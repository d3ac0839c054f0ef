import fc from 'fast-check'

/** The part of JSON Schema that the contracts use. */
export interface JsonSchema {
  type?: string | readonly string[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  enum?: string[]
  const?: unknown
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  items?: JsonSchema
  minItems?: number
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
}

/**
 * Values as a schema describes them, its far corners included.
 * @param known values of the test's world, mixed in wherever they fit
 */
export function fitting(schema: JsonSchema, known: readonly string[]): fc.Arbitrary<unknown> {
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fc.oneof(...either.map((each) => fitting(each, known)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => fitting({ ...schema, type }, known)))
  switch (schema.type) {
    case 'object':
      return record(schema, (each) => fitting(each, known))
    case 'string':
      return stringLike(schema, known)
    case 'null':
      return fc.constant(null)
    case 'array': {
      // Short ones: a long list of long texts is refused for its size before anybody looks at it.
      const minLength = schema.minItems ?? 0
      return fc.array(fitting(schema.items ?? {}, known), { minLength, maxLength: Math.max(minLength, 2) })
    }
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(schema.minimum ?? -(2 ** 31), -(2 ** 31)),
        max: Math.min(schema.maximum ?? 2 ** 31, 2 ** 31),
      })
    case 'boolean':
      return fc.boolean()
    default:
      throw new Error(`no arbitrary for ${JSON.stringify(schema)}`)
  }
}

function record(
  { properties = {}, required = [] }: JsonSchema,
  valueOf: (schema: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<Record<string, unknown>> {
  const model = Object.entries(properties).map(([key, each]) => [key, valueOf(each)] as const)
  return fc.record(Object.fromEntries(model), { requiredKeys: required, noNullPrototype: true })
}

/** Ends of the calendar, with zones that push them over its edge. */
const corners = [
  '0000-01-01',
  '9999-12-31',
  '2024-02-29',
  '0000-01-01T00:00:00+23:59',
  '9999-12-31T23:59:59.999999-23:59',
  '2026-11-25T06:00:00.0000001Z',
]

function stringLike({ pattern, minLength = 0, maxLength = 400 }: JsonSchema, known: readonly string[]) {
  const fits = (s: string): boolean => s.length <= maxLength && new RegExp(pattern ?? '').test(s)
  // A telephone number is the only text whose shape the JSON Schema cannot say.
  const made = pattern
    ? fc.stringMatching(new RegExp(pattern)).filter(fits)
    : fc.oneof(fc.stringMatching(/^1[3-9]\d{9}$/), fc.string({ unit: 'grapheme', minLength, maxLength }))
  const given = pattern ? [...known, ...corners].filter(fits) : []
  return given.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...given) }, made) : made
}

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)

/** Text that breaks parsers, queries, logs and screens; long enough to be recognised where it must not appear. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'before\0after-the-nul',
    '\u0007\u001b[31mbell-and-escape',
    `'; DROP TABLE bookings; -- long`,
    '../../../../etc/passwd-like',
    '{"$ne":null,"nested":"json"}',
    '<script>alert(1)</script>',
    '\u202eright-to-left-mark',
    '%00%0d%0aSet-Cookie:x=1',
    'NaN',
    '-0',
    '9'.repeat(400),
    '🏘️'.repeat(300),
    'ﷺ'.repeat(120),
    'long-'.repeat(1_000),
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

/** Any JSON value at all, with a taste for the bad ones. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, 2 ** 53, -1e-320, [], {}, '\ud800 lone surrogate'),
  fc.constantFrom(50, 2_000).map(nested),
  fc.jsonValue({ maxDepth: 4, noUnicodeString: false }),
)

/** An object that fits, with some of its fields replaced by anything or taken away. */
export function damaged(
  schema: JsonSchema,
  known: readonly string[],
  bad: fc.Arbitrary<unknown>,
): fc.Arbitrary<Record<string, unknown>> {
  const missing = Symbol('missing')
  const keys = Object.keys(schema.properties ?? {})
  if (keys.length === 0) return fc.constant({})
  const changes = fc.dictionary(fc.constantFrom(...keys), fc.oneof(bad, fc.constant(missing)), {
    minKeys: 1,
    noNullPrototype: true,
  })
  return fc
    .tuple(
      record(schema, (each) => fitting(each, known)),
      changes,
    )
    .map(([whole, changed]) => {
      const entries = Object.entries({ ...whole, ...changed }).filter(([, value]) => value !== missing)
      return Object.fromEntries(entries)
    })
}
