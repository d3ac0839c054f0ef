/** The keys every test uses; as good as any, and the same in each process. */
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')

export const testKeys = {
  LINLI_FIELD_KEYS: `t1:${key(1)}`,
  LINLI_LOOKUP_KEY: key(2),
  LINLI_TOKEN_KEY: key(3),
}
