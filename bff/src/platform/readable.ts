/** What of a form can be read, field by field, though others of its fields cannot. */
import type { output, ZodMiniType } from 'zod/mini'

type Shape = Record<string, ZodMiniType>

/** The fields that are well-formed by themselves; of anything that is no object, none. */
export function readable<S extends Shape>(shape: S, sent: unknown): { [K in keyof S]?: output<S[K]> } {
  if (typeof sent !== 'object' || sent === null) return {}
  const read = Object.entries(shape).flatMap(([field, schema]) => {
    const result = schema.safeParse((sent as Record<string, unknown>)[field])
    return result.success ? [[field, result.data]] : []
  })
  return Object.fromEntries(read) as { [K in keyof S]?: output<S[K]> }
}
